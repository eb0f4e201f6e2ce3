import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import { FlowLog } from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import type { NetworkParts } from "./networkParts";

/** Every connection of the network, made or denied: kept in storage, analysed in the workspace. */
export function createFlowLog({ parent, name, args, place, network }: NetworkParts): void {
    const watcher = args.networkWatcherName ?? pulumi.interpolate`NetworkWatcher_${place.location}`;
    new FlowLog(
        `${name}-flow-log`,
        {
            ...place,
            resourceGroupName: args.networkWatcherGroupName ?? "NetworkWatcherRG",
            networkWatcherName: watcher,
            flowLogName: azureName("fl", args.networkName),
            targetResourceId: network.id,
            storageId: args.flowLogStorageId,
            enabled: true,
            format: { type: "JSON", version: 2 },
            flowAnalyticsConfiguration: {
                networkWatcherFlowAnalyticsConfiguration: {
                    enabled: true,
                    workspaceResourceId: args.workspaceId,
                    trafficAnalyticsInterval: 10,
                },
            },
        },
        { parent },
    );
}

/** All logs of one part of the network. */
export function createLog(
    { parent, name, args }: NetworkParts,
    of: string,
    resourceUri: pulumi.Input<string>,
): void {
    new DiagnosticSetting(
        `${name}-${of}-log`,
        {
            name: "logs-to-workspace",
            resourceUri,
            workspaceId: args.workspaceId,
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        },
        { parent },
    );
}
