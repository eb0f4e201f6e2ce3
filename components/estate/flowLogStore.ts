import { StorageAccount } from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";

import { logToTrail } from "../audit/logToTrail";
import { storageAccountName } from "../shared/naming";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** Where the flow logs go. */
export interface FlowLogFacts {
    estate: PipelineEstateArgs;
    resourceGroupName: pulumi.Input<string>;
    workspaceId: pulumi.Input<string>;
    tags: Record<string, string>;
}

/**
 * The account that keeps who talked to whom in the agents' networks. Network Watcher writes through
 * the firewall as one of Azure's trusted services; nobody else comes in.
 */
export function createFlowLogStore(
    parent: pulumi.Resource,
    name: string,
    { estate, resourceGroupName, workspaceId, tags }: FlowLogFacts,
): StorageAccount {
    const account = new StorageAccount(
        name,
        {
            accountName: storageAccountName(
                estate.azure.subscriptionId,
                estate.organization,
                "flows",
            ),
            resourceGroupName,
            location: estate.azure.location,
            kind: "StorageV2",
            sku: { name: "Standard_ZRS" },
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            enableHttpsTrafficOnly: true,
            minimumTlsVersion: "TLS1_2",
            // The exception for trusted services stays in effect without a public endpoint.
            publicNetworkAccess: "Disabled",
            networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
            tags,
        },
        { parent, protect: estate.allowDestroy !== true },
    );
    logToTrail(parent, `${name}-log`, account.id, workspaceId);
    return account;
}
