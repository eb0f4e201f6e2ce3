import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, flag, integer, matching, number, object, required, text } from "../shape";
import { get, str, type Values } from "../values";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { identityOutput, identityShape, requireIdentities } from "./managedIdentity";
import { namedType } from "./named";
import { requireUsed } from "./uses";

export const networkWatcher = namedType({
    token: "azure-native:network:NetworkWatcher",
    api: "2024-05-01",
    type: "Microsoft.Network/networkWatchers",
    inputs: {
        id: text,
        location,
        networkWatcherName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        resourceGroupName,
        tags,
    },
    names: ["networkWatcherName"],
    hidden: ["id"],
    outputs: ({ id, each }) => ({
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    claims: ({ inputs, scope }) => [watcherClaim(scope, inputs)],
    beforeCreate: ({ store, inputs, scope }) => {
        // A subscription has one in each location.
        const other = store.holder(watcherClaim(scope, inputs));
        if (other !== undefined) {
            throw armError(
                400,
                "NetworkWatcherCountLimitReached",
                `Cannot create more than 1 network watchers for this subscription in this region: ${other.id} stands.`,
            );
        }
    },
    deletion: ({ store, id }) => ({ remove: store.under(id) }),
});

export const flowLog = namedType({
    token: "azure-native:network:FlowLog",
    api: "2024-05-01",
    type: "Microsoft.Network/networkWatchers/flowLogs",
    inputs: {
        enabled: flag,
        enabledFilteringCriteria: text,
        flowAnalyticsConfiguration: object({
            networkWatcherFlowAnalyticsConfiguration: object({
                enabled: flag,
                trafficAnalyticsInterval: number,
                workspaceId: text,
                workspaceRegion: text,
                workspaceResourceId: text,
            }),
        }),
        flowLogName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        format: object({ type: choice("JSON"), version: integer(1, 2) }),
        id: text,
        identity: identityShape(
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
            "None",
        ),
        location,
        networkWatcherName: required(fixed(text)),
        resourceGroupName,
        retentionPolicy: object({ days: integer(0, 365), enabled: flag }),
        storageId: required(text),
        tags,
        targetResourceId: required(text),
    },
    names: ["networkWatcherName", "flowLogName"],
    hidden: ["id"],
    settled: [["targetResourceId"]],
    check: (inputs) => {
        const at = ["flowAnalyticsConfiguration", "networkWatcherFlowAnalyticsConfiguration"];
        const minutes = get(inputs, ...at, "trafficAnalyticsInterval");
        return typeof minutes === "number" && minutes !== 10 && minutes !== 60
            ? [
                  {
                      property: [...at, "trafficAnalyticsInterval"].join("."),
                      reason: `${minutes} is not one of 10, 60`,
                  },
              ]
            : [];
    },
    outputs: (shaping) => ({
        enabled: shaping.inputs.enabled ?? false,
        ...identityOutput(shaping),
        targetResourceGuid: shaping.once("targetResourceGuid", () =>
            guid("resource", str(shaping.inputs, "targetResourceId").toLowerCase()),
        ),
        etag: shaping.each(() => `W/"${guid(shaping.id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    claims: ({ inputs }) => [`flow log of ${str(inputs, "targetResourceId")}`],
    inGroupOfAzure: hasWatcherOfAzure,
    beforeCreate: (write) => {
        const { store, inputs, id } = write;
        if (!hasWatcherOfAzure(write)) {
            requireResource(store, parentId(id), "ParentResourceNotFound", "The network watcher");
        }
        checkTargets(write);
        const other = store.holder(`flow log of ${str(inputs, "targetResourceId")}`);
        if (other !== undefined) {
            throw armError(
                400,
                "FlowLogAlreadyExists",
                `${str(inputs, "targetResourceId")} has a flow log already: ${other.id}.`,
            );
        }
    },
    beforeUpdate: checkTargets,
});

/**
 * With the first network in a region Azure makes a watcher for it, in a group of its own, unless
 * there is one.
 */
function hasWatcherOfAzure({ store, inputs, scope }: Write): boolean {
    const [networkId = ""] =
        /^.*\/virtualNetworks\/[^/]+/i.exec(str(inputs, "targetResourceId")) ?? [];
    const region = str(store.holder(networkId)?.outputs, "location").replaceAll(" ", "");
    const names = [str(inputs, "resourceGroupName"), str(inputs, "networkWatcherName")];
    return (
        region !== "" &&
        names.join("/").toLowerCase() ===
            `networkwatcherrg/networkwatcher_${region}`.toLowerCase() &&
        store.holder(watcherClaim(scope, { location: region })) === undefined
    );
}

function watcherClaim(scope: { subscriptionId: string }, inputs: Values): string {
    return `network watcher ${scope.subscriptionId}|${str(inputs, "location").replaceAll(" ", "")}`;
}

/** Networks, subnets and network interfaces: flow logs of security groups can no longer be made. */
function checkTargets(write: Write): void {
    const { inputs } = write;
    const target = str(inputs, "targetResourceId");
    if (/\/networkSecurityGroups\/[^/]+$/i.test(target)) {
        throw armError(
            400,
            "NsgFlowLogCreationBlocked",
            "Creation of new NSG flow logs is no longer supported since 30 June 2025. Use virtual network flow logs.",
        );
    }
    const workspace = str(
        inputs,
        "flowAnalyticsConfiguration",
        "networkWatcherFlowAnalyticsConfiguration",
        "workspaceResourceId",
    );
    requireUsed(
        write,
        [target, str(inputs, "storageId"), workspace].filter((id) => id !== ""),
    );
    requireIdentities(write);
}
