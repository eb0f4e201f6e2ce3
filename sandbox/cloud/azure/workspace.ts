import { guid } from "../identifiers";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    matching,
    number,
    object,
    required,
    text,
} from "../shape";
import { part, str } from "../values";
import { armType, idInGroup, location, resourceGroupName, suffixed, tags } from "./arm";

export const workspace = armType({
    token: "azure-native:operationalinsights:Workspace",
    api: "2023-09-01",
    type: "Microsoft.OperationalInsights/workspaces",
    inputs: {
        defaultDataCollectionRuleResourceId: text,
        features: object({
            clusterResourceId: text,
            disableLocalAuth: flag,
            enableDataExport: flag,
            enableLogAccessUsingOnlyResourcePermissions: flag,
            immediatePurgeDataOn30Days: flag,
        }),
        forceCmkForQuery: flag,
        identity: object({
            type: required(choice("None", "SystemAssigned", "UserAssigned")),
            userAssignedIdentities: list(text),
        }),
        location,
        publicNetworkAccessForIngestion: choice("Enabled", "Disabled"),
        publicNetworkAccessForQuery: choice("Enabled", "Disabled"),
        resourceGroupName,
        retentionInDays: integer(4, 730),
        sku: object({
            capacityReservationLevel: number,
            name: required(
                choice(
                    "Free",
                    "Standard",
                    "Premium",
                    "PerNode",
                    "PerGB2018",
                    "Standalone",
                    "CapacityReservation",
                    "LACluster",
                ),
            ),
        }),
        tags,
        workspaceCapping: object({ dailyQuotaGb: number }),
        workspaceName: fixed(
            matching(
                /^[a-zA-Z0-9][-a-zA-Z0-9]{2,61}[a-zA-Z0-9]$/,
                "4 to 63 letters, digits and hyphens, none at an end",
            ),
        ),
    },
    path: ["resourceGroupName", "workspaceName"],
    autoname: suffixed("workspaceName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.OperationalInsights",
            "workspaces",
            str(inputs, "workspaceName"),
        ),
    outputs: ({ inputs, id, once, each }) => ({
        customerId: once("customerId", () => guid("workspace", id.toLowerCase())),
        createdDate: once("createdDate", () => new Date().toISOString()),
        modifiedDate: each(() => new Date().toISOString()),
        etag: each(() => `"${guid(id, String(Date.now()))}"`),
        features: {
            enableLogAccessUsingOnlyResourcePermissions: true,
            ...part(inputs, "features"),
        },
        privateLinkScopedResources: [],
        publicNetworkAccessForIngestion: inputs.publicNetworkAccessForIngestion ?? "Enabled",
        publicNetworkAccessForQuery: inputs.publicNetworkAccessForQuery ?? "Enabled",
        retentionInDays: inputs.retentionInDays ?? 30,
        sku: { name: "PerGB2018", ...part(inputs, "sku") },
        provisioningState: "Succeeded",
    }),
});
