import type { ResourceGroup } from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";

import type { FederatedRole } from "../identity/azureFederatedIdentityArgs";
import { AzureServiceConnection } from "../identity/azureServiceConnection";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import { poolGroupName } from "./azurePools";
import type { DevOpsPlatform } from "./devOpsProject";
import type { EstatePool } from "./estateCloudArgs";
import type { EstatePlatform } from "./platform";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** Name of the service connection. */
const connectionName = "agents";

/**
 * A service connection without a secret whose identity may run the machines of the scale sets that
 * Azure DevOps scales, and put them into the agents' subnet; none where there is no scale set. Its id
 * is known once its credential and its roles stand: Azure DevOps tries it with the first scale set.
 */
export function createScaleSetConnection(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    on: {
        platform: EstatePlatform;
        groups: Map<string, ResourceGroup>;
        devOps: DevOpsPlatform | undefined;
    },
): pulumi.Output<string> | undefined {
    const { azure } = estate;
    const { platform, groups, devOps } = on;
    if (!devOps || scaledPools(estate).length === 0) {
        return undefined;
    }
    const { organization, project } = devOps.devOps;
    const connection = new AzureServiceConnection(
        `${name}-connection`,
        {
            organization,
            project,
            projectId: devOps.projectId,
            connection: connectionName,
            description: "Runs the scale sets of the agent pools.",
            tenantId: azure.tenantId,
            subscriptionId: azure.subscriptionId,
            identityName: azureName("id", project, connectionName),
            resourceGroupName: platform.identities.name,
            location: azure.location,
            roles: machineRoles(estate, platform),
            // Azure DevOps uses it, no pipeline does: none is authorised, and none could from a branch of its own.
            checks: { approvers: [], allowNoApproval: true, branches: ["refs/heads/main"] },
            tags: estateTags({
                owner: estate.organization,
                environment: "platform",
                classification: "internal",
            }),
        },
        { parent, dependsOn: [...groups.values()] },
    );
    return connection.connectionId;
}

/** On each group with machines of a scale set, and on the subnet they are put into. */
function machineRoles(estate: PipelineEstateArgs, { agents }: EstatePlatform): FederatedRole[] {
    const { azure } = estate;
    const role = "Virtual Machine Contributor";
    return [
        ...scaledPools(estate).map((pool) => ({
            name: `machines-${pool.name}`,
            role,
            // Spelt out, not taken from the group's id: policies can judge it before it exists.
            scope: `/subscriptions/${azure.subscriptionId}/resourceGroups/${poolGroupName(estate, pool.name)}`,
        })),
        // Of this role's actions Azure knows one on a subnet: to join it.
        ...(agents ? [{ name: "subnet", role, scope: agents.shared.agentSubnetId }] : []),
    ];
}

function scaledPools({ azureAgents }: PipelineEstateArgs): EstatePool[] {
    return (azureAgents?.pools ?? []).filter(({ kind }) => kind === "scaleSet");
}
