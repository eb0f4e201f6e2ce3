import { armError } from "../failures";
import { guid, hex } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, list, map, matching, object, required, text } from "../shape";
import {
    hasUnknown,
    isObject,
    isUnknown,
    items,
    part,
    str,
    text as joined,
    type Values,
} from "../values";
import { armType, copied, location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { requireUsed } from "./uses";
import {
    dataCollectionRuleDataSourcesShape,
    dataCollectionRuleDestinationsShape,
} from "./dataCollectionShape";

const ruleToken = "azure-native:monitor:DataCollectionRule";
const associationToken = "azure-native:monitor:DataCollectionRuleAssociation";

/** Names the rule gives to its destinations, and those its flows lead to. */
const namesIn = (inputs: Values) =>
    Object.values(part(inputs, "destinations"))
        .flatMap((kind) => (Array.isArray(kind) ? kind : [kind]))
        .filter(isObject)
        .map((one) => str(one, "name"));

export const dataCollectionRule = namedType({
    token: "azure-native:monitor:DataCollectionRule",
    api: "2022-06-01",
    type: "Microsoft.Insights/dataCollectionRules",
    inputs: {
        dataCollectionEndpointId: text,
        dataCollectionRuleName: fixed(
            matching(/^[a-zA-Z0-9][-\w.]{1,62}[a-zA-Z0-9]$/, "3 to 64 letters, digits, - _ ."),
        ),
        dataFlows: list(
            object({
                builtInTransform: text,
                destinations: list(text),
                outputStream: text,
                streams: list(text),
                transformKql: text,
            }),
        ),
        dataSources: dataCollectionRuleDataSourcesShape,
        description: text,
        destinations: dataCollectionRuleDestinationsShape,
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        kind: choice("Linux", "Windows"),
        location,
        resourceGroupName,
        streamDeclarations: map(
            object({
                columns: list(
                    object({
                        name: text,
                        type: choice(
                            "string",
                            "int",
                            "long",
                            "real",
                            "boolean",
                            "datetime",
                            "dynamic",
                        ),
                    }),
                ),
            }),
        ),
        tags,
    },
    names: ["dataCollectionRuleName"],
    check: (inputs) => {
        const names = namesIn(inputs);
        const known = !hasUnknown(inputs.destinations);
        return items(inputs, "dataFlows").flatMap((flow, i) =>
            isObject(flow)
                ? items(flow, "destinations").flatMap((name, k) =>
                      known && typeof name === "string" && !isUnknown(name) && !names.includes(name)
                          ? [
                                {
                                    property: `dataFlows[${i}].destinations[${k}]`,
                                    reason: `"${name}" is no destination of the rule`,
                                },
                            ]
                          : [],
                  )
                : [],
        );
    },
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        immutableId: shaping.once("immutableId", () => `dcr-${hex(32, shaping.id.toLowerCase())}`),
        etag: shaping.each(() => `"${guid(shaping.id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    beforeCreate: checkRule,
    beforeUpdate: checkRule,
    beforeDelete: ({ store, id }) => {
        const user = store
            .list(associationToken)
            .find(
                ({ inputs }) =>
                    str(inputs, "dataCollectionRuleId").toLowerCase() === id.toLowerCase(),
            );
        if (user !== undefined) {
            throw armError(
                409,
                "Conflict",
                `The data collection rule has associations: ${user.id}.`,
            );
        }
    },
});

export const dataCollectionEndpoint = namedType({
    token: "azure-native:monitor:DataCollectionEndpoint",
    api: "2022-06-01",
    type: "Microsoft.Insights/dataCollectionEndpoints",
    inputs: {
        dataCollectionEndpointName: fixed(text),
        description: text,
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        immutableId: text,
        kind: choice("Linux", "Windows"),
        location,
        networkAcls: object({
            publicNetworkAccess: choice("Enabled", "Disabled", "SecuredByPerimeter"),
        }),
        resourceGroupName,
        tags,
    },
    names: ["dataCollectionEndpointName"],
    outputs: (shaping) => {
        const { id, scope, inputs } = shaping;
        const host = joined`${str(inputs, "dataCollectionEndpointName")}-${hex(4, scope.subscriptionId)}.${str(inputs, "location")}-1`;
        return {
            ...identityOutput(shaping),
            configurationAccess: {
                endpoint: joined`https://${host}.handler.control.monitor.azure.com`,
            },
            logsIngestion: { endpoint: joined`https://${host}.ingest.monitor.azure.com` },
            metricsIngestion: {
                endpoint: joined`https://${host}.metrics.ingest.monitor.azure.com`,
            },
            immutableId: shaping.once("immutableId", () => `dce-${hex(32, id.toLowerCase())}`),
            provisioningState: "Succeeded",
        };
    },
    claims: identityClaims,
    beforeCreate: requireIdentities,
    beforeUpdate: requireIdentities,
});

export const dataCollectionAssociation = armType({
    token: "azure-native:monitor:DataCollectionRuleAssociation",
    api: "2022-06-01",
    type: "Microsoft.Insights/dataCollectionRuleAssociations",
    inputs: {
        associationName: fixed(text),
        dataCollectionEndpointId: text,
        dataCollectionRuleId: text,
        description: text,
        resourceUri: required(fixed(text)),
    },
    path: ["resourceUri", "associationName"],
    autoname: copied("associationName"),
    check: (inputs) => {
        const given = ["dataCollectionRuleId", "dataCollectionEndpointId"].filter(
            (name) => inputs[name] !== undefined,
        );
        return given.length === 1
            ? []
            : [
                  {
                      property: "dataCollectionRuleId",
                      reason: "exactly one of dataCollectionRuleId, dataCollectionEndpointId must be given",
                  },
              ];
    },
    id: (inputs) =>
        joined`${str(inputs, "resourceUri")}/providers/Microsoft.Insights/dataCollectionRuleAssociations/${str(inputs, "associationName")}`,
    outputs: ({ id, each }) => ({
        etag: each(() => `"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeCreate: requireEnds,
    beforeUpdate: requireEnds,
});

function checkRule(write: Write): void {
    const workspaces = items(write.inputs, "destinations", "logAnalytics")
        .filter(isObject)
        .map((one) => str(one, "workspaceResourceId"));
    requireUsed(
        write,
        [...workspaces, str(write.inputs, "dataCollectionEndpointId")].filter((id) => id !== ""),
    );
    requireIdentities(write);
}

function requireEnds(write: Write): void {
    const { inputs, store } = write;
    requireUsed(
        write,
        ["resourceUri", "dataCollectionRuleId", "dataCollectionEndpointId"]
            .map((name) => str(inputs, name))
            .filter((id) => id !== ""),
    );
    const rule = store.holder(str(inputs, "dataCollectionRuleId"));
    if (rule !== undefined && rule.type !== ruleToken) {
        throw armError(400, "InvalidAssociation", `${rule.id} is no data collection rule.`);
    }
}
