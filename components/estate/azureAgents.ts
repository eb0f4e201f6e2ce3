import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

import { AzureAgentPool } from "../agents/azureAgentPool";
import type { AgentMachines, GitHubRunners } from "../agents/azureAgentPoolArgs";
import { AgentNetwork } from "../agents/network/agentNetwork";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import type { AppKey } from "./appKey";
import type { ScaleSetConnection } from "./azureDevOps";
import type { EstateAgents, EstatePool } from "./estateCloudArgs";
import { createFlowLogStore } from "./flowLogStore";
import { networkName } from "./networkName";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { networkRanges } from "./ranges";

/** What agents in Azure are built on. */
export interface AgentGround {
    estate: PipelineEstateArgs;
    agents: EstateAgents;
    workspaceId: pulumi.Input<string>;
}

/** Networks of agents in Azure: the first is shared, each managed pool has one of its own. */
export interface AgentNetworks {
    group: ResourceGroup;
    shared: AgentNetwork;
    managed: Map<string, AgentNetwork>;
}

/** Size of a machine, where the configuration names none: its local disk holds the system's. */
const defaultSize = "Standard_D4ads_v5";

const azureServices = ["entra", "azureResourceManager", "azureMonitor"];

/** Reached through private endpoints, which stand in the shared network. */
const privateServices = ["keyVault", "blobStorage"];

/** Services that the jobs of a pool need, by the host they come from. */
const hostServices: Readonly<Record<string, string[]>> = {
    // Logs, artifacts and caches of both hosts lie in storage accounts whose names nobody can list.
    github: ["github", "githubActions", "azureStorage"],
    azureDevOps: ["azureDevOps", "azureStorage"],
};
const managedServices = ["azureDevOps", "azureStorage", "managedDevOpsPool"];

/** The networks; before the pools, because the vault has its endpoint in the first. */
export function createAgentNetworks(
    parent: pulumi.Resource,
    name: string,
    { estate, agents, workspaceId }: AgentGround,
): AgentNetworks {
    const { organization, azure } = estate;
    const tags = agentTags(estate);
    const group = new ResourceGroup(
        `${name}-agents`,
        {
            resourceGroupName: azureName("rg", organization, "agents"),
            location: azure.location,
            tags,
        },
        { parent },
    );
    const flowLogs = createFlowLogStore(parent, `${name}-flow-logs`, {
        estate,
        resourceGroupName: group.name,
        workspaceId,
        tags,
    });
    const network = (key: string, index: number, profiles: string[], managed: boolean) => {
        const ranges = networkRanges(agents.addresses, index);
        return new AgentNetwork(
            `${name}-agents-${key}`,
            {
                networkName: networkName(organization, key, 40),
                resourceGroupName: group.name,
                location: azure.location,
                addressSpace: ranges.addressSpace,
                agentRange: ranges.agents,
                endpointRange: ranges.endpoints,
                ...(agents.egress === "firewall" ? { firewallRange: ranges.firewall } : {}),
                egress: agents.egress,
                profiles,
                workspaceId,
                flowLogStorageId: flowLogs.id,
                delegateToManagedPool: managed,
                tags,
                allowDestroy: estate.allowDestroy,
            },
            { parent },
        );
    };
    const own = agents.pools.filter(({ kind }) => kind !== "managed");
    const hosts = [...new Set(own.map(({ host }) => host))];
    const profiles = [
        ...new Set(hosts.flatMap((host) => hostServices[host] ?? [])),
        ...azureServices,
        ...privateServices,
    ];
    const managed = agents.pools
        .filter(({ kind }) => kind === "managed")
        .map((pool, i): [string, AgentNetwork] => [
            pool.name,
            network(pool.name, i + 1, [...managedServices, ...azureServices], true),
        ]);
    return { group, shared: network("agents", 0, profiles, false), managed: new Map(managed) };
}

/** What the pools need besides their networks. */
export interface PoolGround extends AgentGround {
    networks: AgentNetworks;
    /** Numeric ids of the repositories, by name. */
    repositoryIds: Map<string, pulumi.Output<number>>;
    appKey: AppKey | undefined;
    connection: ScaleSetConnection | undefined;
}

/** One pool for each that is named. */
export function createAzurePools(
    parent: pulumi.Resource,
    name: string,
    ground: PoolGround,
): AzureAgentPool[] {
    const { estate, networks, workspaceId } = ground;
    return ground.agents.pools.map(
        (pool) =>
            new AzureAgentPool(
                `${name}-pool/${pool.name}`,
                {
                    poolName: pool.name,
                    tier: pool.tier,
                    resourceGroupName: networks.group.name,
                    location: estate.azure.location,
                    subnetId: (networks.managed.get(pool.name) ?? networks.shared).agentSubnetId,
                    workspaceId,
                    tags: agentTags(estate),
                    ...kindOf(pool, ground),
                },
                // Azure DevOps tries the connection when it takes over a scale set.
                { parent, dependsOn: pool.kind === "scaleSet" ? ground.connection?.trust : [] },
            ),
    );
}

function kindOf(pool: EstatePool, ground: PoolGround) {
    const { estate, connection } = ground;
    const devOps = estate.azureDevOps;
    switch (pool.kind) {
        case "managed":
            return {
                managed: {
                    organization: devOps?.organization ?? "",
                    projects: [devOps?.project ?? ""],
                    maximum: pool.maximum,
                    size: pool.size ?? defaultSize,
                    image: pool.image ?? "",
                    ...(devOps?.infrastructurePrincipalId === undefined
                        ? {}
                        : { infrastructurePrincipalId: devOps.infrastructurePrincipalId }),
                },
            };
        case "scaleSet":
            return {
                scaleSet: {
                    machines: machinesOf(pool),
                    projectId: connection?.projectId ?? "",
                    serviceEndpointId: connection?.endpointId ?? "",
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
                                  organization: devOps?.organization ?? "",
                                  projectIds: [connection?.projectId ?? ""],
                              },
                          }),
                },
            };
    }
}

function machinesOf(pool: EstatePool): AgentMachines {
    const image = pool.image ?? "";
    const [publisher, offer, sku, version] = image.split(":");
    return {
        size: pool.size ?? defaultSize,
        image:
            version === undefined
                ? { galleryVersionId: image }
                : { publisher, offer, sku, version },
    };
}

function runnersOf(pool: EstatePool, { estate, repositoryIds, appKey }: PoolGround): GitHubRunners {
    return {
        organization: estate.organization,
        repositoryIds: pool.repositories.flatMap((one) => repositoryIds.get(one) ?? []),
        ...(pool.workflows.length > 0 ? { workflows: pool.workflows } : {}),
        appClientId: estate.githubApp?.clientId ?? "",
        installationId: estate.githubApp?.installationId ?? 0,
        appKeyId: appKey?.keyId ?? "",
        appKeyUri: appKey?.keyUri ?? "",
    };
}

function agentTags({ organization }: PipelineEstateArgs): Record<string, string> {
    return estateTags({
        owner: organization,
        environment: "platform",
        classification: "internal",
    });
}
