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
import { part, str, type Values } from "../values";
import type { CloudFunction, Scope } from "../resourceType";
import {
    armType,
    idInGroup,
    location,
    requireResource,
    resourceGroupName,
    suffixed,
    tags,
} from "./arm";

function idOf(scope: Scope, inputs: Values): string {
    const name = str(inputs, "workspaceName");
    return idInGroup(scope, inputs, "Microsoft.OperationalInsights", "workspaces", name);
}

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
    id: (inputs, scope) => idOf(scope, inputs),
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

/** A key as Azure writes it: 64 bytes in base64. */
const keyOf = (id: string, name: string): string =>
    Buffer.from(guid("workspace key", id.toLowerCase(), name).repeat(2).slice(0, 64)).toString(
        "base64",
    );

/** Keys with which anybody writes to a workspace that accepts them. */
export const sharedKeys = {
    args: { resourceGroupName, workspaceName: required(text) },
    run: ((args, scope, store) => {
        const id = idOf(scope, args);
        requireResource(store, id, "ResourceNotFound", "The workspace");
        return {
            primarySharedKey: keyOf(id, "primary"),
            secondarySharedKey: keyOf(id, "secondary"),
        };
    }) satisfies CloudFunction,
};
