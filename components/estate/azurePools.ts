import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

import { AzureAgentPool } from "../agents/azureAgentPool";
import type { AgentMachines, GitHubRunners } from "../agents/azureAgentPoolArgs";
import { azureName } from "../shared/naming";
import type { AppKey } from "./appKey";
import { agentTags, type AgentGround, type AgentNetworks } from "./azureAgents";
import type { DevOpsPlatform } from "./devOpsProject";
import type { EstatePool } from "./estateCloudArgs";
import { known } from "./known";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** Size of a machine, where the configuration names none: its local disk holds the system's. */
const defaultSize = "Standard_D4ads_v5";

/**
 * A group for each pool: what may run the machines of one pool can do nothing to those of another. They
 * come before the pools, because the connection of Azure DevOps gets its role there.
 */
export function createPoolGroups(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    pools: EstatePool[],
): Map<string, ResourceGroup> {
    return new Map(
        pools.map((pool) => [
            pool.name,
            new ResourceGroup(
                `${name}-agents/${pool.name}`,
                {
                    resourceGroupName: poolGroupName(estate, pool.name),
                    location: estate.azure.location,
                    tags: agentTags(estate),
                },
                { parent },
            ),
        ]),
    );
}

/** Name of the resource group of a pool. */
export function poolGroupName({ organization }: PipelineEstateArgs, pool: string): string {
    return azureName("rg", organization, "agents", pool);
}

function poolGroup({ groups }: PoolGround, { name }: EstatePool): ResourceGroup {
    return known(groups.get(name), `the resource group of pool ${name}`);
}

/** What the pools need besides their networks. */
export interface PoolGround extends AgentGround {
    networks: AgentNetworks;
    /** The pools' resource groups, by the pool's name. */
    groups: Map<string, ResourceGroup>;
    /** Numeric ids of the repositories, by name. */
    repositoryIds: Map<string, pulumi.Output<number>>;
    appKey: AppKey | undefined;
    /** The project on Azure DevOps. */
    devOps: DevOpsPlatform | undefined;
    /** Id of the connection by which Azure DevOps runs scale sets. */
    connection: pulumi.Output<string> | undefined;
}

/** One pool for each that is named. */
export function createAzurePools(
    parent: pulumi.Resource,
    name: string,
    ground: PoolGround,
): AzureAgentPool[] {
    const { estate, workspaceId } = ground;
    return ground.agents.pools.map(
        (pool) =>
            new AzureAgentPool(
                `${name}-pool/${pool.name}`,
                {
                    poolName: pool.name,
                    tier: pool.tier,
                    resourceGroupName: poolGroup(ground, pool).name,
                    location: estate.azure.location,
                    subnetId: (ground.networks.managed.get(pool.name) ?? ground.networks.shared)
                        .agentSubnetId,
                    workspaceId,
                    tags: agentTags(estate),
                    ...kindOf(pool, ground),
                },
                { parent },
            ),
    );
}

function kindOf(pool: EstatePool, ground: PoolGround) {
    switch (pool.kind) {
        case "managed": {
            const { devOps } = devOpsOf(pool, ground);
            return {
                managed: {
                    organization: devOps.organization,
                    projects: [devOps.project],
                    maximum: pool.maximum,
                    size: pool.size ?? defaultSize,
                    image: imageOf(pool),
                    ...(devOps.infrastructurePrincipalId === undefined
                        ? {}
                        : { infrastructurePrincipalId: devOps.infrastructurePrincipalId }),
                },
            };
        }
        case "scaleSet":
            return {
                scaleSet: {
                    machines: machinesOf(pool),
                    projectId: devOpsOf(pool, ground).projectId,
                    serviceEndpointId: known(
                        ground.connection,
                        `the service connection of pool ${pool.name}`,
                    ),
                    maximum: pool.maximum,
                },
            };
        default:
            return {
                ephemeral: {
                    machines: machinesOf(pool),
                    instances: pool.maximum,
                    ...(pool.host === "github"
                        ? { github: runnersOf(pool, ground) }
                        : {
                              azureDevOps: {
                                  organization: devOpsOf(pool, ground).devOps.organization,
                                  projectIds: [devOpsOf(pool, ground).projectId],
                              },
                          }),
                },
            };
    }
}

function devOpsOf({ name }: EstatePool, { devOps }: PoolGround): DevOpsPlatform {
    return known(devOps, `the Azure DevOps project of pool ${name}`);
}

function imageOf({ name, image }: EstatePool): string {
    return known(image, `the image of pool ${name}`);
}

function machinesOf(pool: EstatePool): AgentMachines {
    const image = imageOf(pool);
    const [publisher, offer, sku, version] = image.split(":");
    return {
        size: pool.size ?? defaultSize,
        image:
            version === undefined
                ? { galleryVersionId: image }
                : { publisher, offer, sku, version },
    };
}

function runnersOf(
    pool: EstatePool,
    { estate, repositoryIds, ...rest }: PoolGround,
): GitHubRunners {
    const app = known(estate.githubApp, `the GitHub App of pool ${pool.name}`);
    const appKey = known(rest.appKey, `the key of the GitHub App of pool ${pool.name}`);
    return {
        organization: estate.organization,
        repositoryIds: pool.repositories.flatMap((one) => repositoryIds.get(one) ?? []),
        ...(pool.workflows.length > 0 ? { workflows: pool.workflows } : {}),
        appClientId: app.clientId,
        installationId: app.installationId,
        appKeyId: appKey.keyId,
        appKeyUri: appKey.keyUri,
    };
}
