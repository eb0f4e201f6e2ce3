import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

import { AgentNetwork } from "../agents/network/agentNetwork";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import type { EstateAgents } from "./estateCloudArgs";
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

/** Tags of everything that belongs to agents. */
export function agentTags({ organization }: PipelineEstateArgs): Record<string, string> {
    return estateTags({
        owner: organization,
        environment: "platform",
        classification: "internal",
    });
}
