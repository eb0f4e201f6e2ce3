import { ResourceGroup } from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";

import { AuditTrail } from "../audit/auditTrail";
import { logToTrail } from "../audit/logToTrail";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import { HardenedVault } from "../vault/hardenedVault";
import { vaultPrivateLink } from "../vault/privateLink";
import { createAgentNetworks, type AgentNetworks } from "./azureAgents";
import { known } from "./known";
import { createNetwork } from "./network";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import { networkRanges } from "./ranges";

/** What the repositories of the estate share. */
export interface EstatePlatform {
    /** Group of the vault and the audit trail. */
    group: ResourceGroup;
    trail: AuditTrail;
    vault: HardenedVault;
    /** Networks of the agents in Azure, if there are any. */
    agents: AgentNetworks | undefined;
    /** Where private endpoints stand. */
    endpoints: Endpoints;
    /**
     * Group of all deployment identities. They hold no role in it, so that none can change itself
     * or another.
     */
    identities: ResourceGroup;
    tags: Record<string, string>;
}

/** A network with a subnet for private endpoints. */
interface Endpoints {
    networkId: pulumi.Output<string>;
    subnetId: pulumi.Output<string>;
    /** Private DNS zones that are linked to the network, by name. */
    zones: pulumi.Output<Record<string, string>> | undefined;
}

/** Resource groups, audit trail, network and vault. */
export function createPlatform(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
): EstatePlatform {
    const { organization, azure, azureAgents } = args;
    const tags = estateTags({
        owner: organization,
        environment: "platform",
        classification: "confidential",
    });
    const groupOf = (purpose: string): ResourceGroup =>
        new ResourceGroup(
            `${name}-${purpose}`,
            {
                resourceGroupName: azureName("rg", organization, purpose),
                location: azure.location,
                tags,
            },
            { parent },
        );
    const group = groupOf("platform");
    const trail = createTrail(parent, name, args, group, tags);
    const { workspaceId } = trail;
    const agents =
        azureAgents &&
        createAgentNetworks(parent, name, { estate: args, agents: azureAgents, workspaceId });
    const endpoints = agents
        ? endpointsOf(agents)
        : createEndpoints(parent, name, args, { group, workspaceId, tags });
    const vault = createVault(parent, name, args, { group, workspaceId, endpoints, tags });
    const identities = groupOf("identities");
    return { group, trail, vault, agents, endpoints, identities, tags };
}

function createTrail(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
    group: ResourceGroup,
    tags: Record<string, string>,
): AuditTrail {
    const { organization, azure, azureAgents, appliedBy, breakGlass } = args;
    return new AuditTrail(
        `${name}-audit`,
        {
            organization,
            emails: args.contacts,
            retentionDays: args.auditDays,
            tags,
            allowDestroy: args.allowDestroy,
            azure: {
                subscriptionId: azure.subscriptionId,
                resourceGroupName: group.name,
                location: azure.location,
                applyPrincipalIds: appliedBy?.azure ?? [],
                breakGlassPrincipalIds: breakGlass?.azure ?? [],
                // The networks log to the trail and so come later; their addresses are known already.
                ...(azureAgents ? { agentRanges: agentRanges(azureAgents) } : {}),
            },
        },
        { parent },
    );
}

/** The addresses of the shared network, and of one for each managed pool. */
function agentRanges({ addresses, pools }: NonNullable<PipelineEstateArgs["azureAgents"]>) {
    const managed = pools.filter(({ kind }) => kind === "managed");
    return [undefined, ...managed].map((_, index) => networkRanges(addresses, index).agents);
}

function endpointsOf({ shared }: AgentNetworks): Endpoints {
    return {
        networkId: shared.networkId,
        subnetId: shared.endpointSubnetId,
        zones: shared.privateZoneIds,
    };
}

function createEndpoints(
    parent: pulumi.Resource,
    name: string,
    { organization, azure }: PipelineEstateArgs,
    on: { group: ResourceGroup; workspaceId: pulumi.Input<string>; tags: Record<string, string> },
): Endpoints {
    const { network, securityGroup, subnet } = createNetwork(parent, name, {
        organization,
        resourceGroupName: on.group.name,
        location: azure.location,
        tags: on.tags,
    });
    logToTrail(parent, `${name}-endpoints-guard-log`, securityGroup.id, on.workspaceId);
    return { networkId: network.id, subnetId: subnet.id, zones: undefined };
}

function createVault(
    parent: pulumi.Resource,
    name: string,
    args: PipelineEstateArgs,
    on: {
        group: ResourceGroup;
        workspaceId: pulumi.Input<string>;
        endpoints: Endpoints;
        tags: Record<string, string>;
    },
): HardenedVault {
    const { azure, vault } = args;
    const { networkId, subnetId, zones } = on.endpoints;
    return new HardenedVault(
        `${name}-vault`,
        {
            vaultName: vault.name,
            resourceGroupName: on.group.name,
            location: azure.location,
            tenantId: azure.tenantId,
            subnetId,
            virtualNetworkId: networkId,
            ...(zones ? { privateDnsZoneId: zoneIn(zones, vaultPrivateLink.zone) } : {}),
            workspaceId: on.workspaceId,
            tags: on.tags,
            allowPurge: vault.allowPurge,
            allowPublicNetwork: vault.allowPublicNetwork,
            allowAccessPolicies: vault.allowAccessPolicies,
            // Azure Storage reaches the key of the state store as a trusted service, and no other way.
            allowTrustedServices: args.state?.cloud === "azure",
            allowDestroy: args.allowDestroy,
        },
        { parent },
    );
}

/** Id of the zone of that name; the agents' networks make one for each service they reach privately. */
export function zoneIn(
    zones: pulumi.Output<Record<string, string>>,
    zone: string,
): pulumi.Output<string> {
    return zones.apply((made) => known(made[zone], `the private DNS zone ${zone}`));
}
