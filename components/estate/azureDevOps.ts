import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type { ResourceGroup } from "@pulumi/azure-native/resources";
import { Project, ServiceEndpointAzureRM } from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import { AzureFederatedIdentity } from "../identity/azureFederatedIdentity";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import { poolGroupName } from "./azurePools";
import type { EstateAzureDevOps } from "./estateCloudArgs";
import type { EstatePlatform } from "./platform";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";

/** The project that pools serve, and the connection by which Azure DevOps runs scale sets. */
export interface ScaleSetConnection {
    projectId: pulumi.Output<string>;
    endpointId: pulumi.Output<string>;
    /** What has to stand before the connection can be used: its credential and its role. */
    trust: pulumi.Resource;
}

/** Name of the service connection. */
const connectionName = "agents";

/**
 * The project, and a service connection without a secret whose identity may run the machines of the
 * scale sets that Azure DevOps scales, and put them into the agents' subnet. The order is the provider's: the connection wants the identity's client id,
 * and the identity's credential wants the subject that the connection was given.
 */
export function createScaleSetConnection(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    on: { platform: EstatePlatform; groups: Map<string, ResourceGroup> },
): ScaleSetConnection | undefined {
    const { azure, azureDevOps } = estate;
    if (!azureDevOps) {
        return undefined;
    }
    const project = new Project(
        `${name}-project`,
        {
            name: azureDevOps.project,
            visibility: "private",
            features: { boards: "disabled", testplans: "disabled", artifacts: "disabled" },
        },
        { parent, protect: estate.allowDestroy !== true },
    );
    const identityName = azureName("id", azureDevOps.project, connectionName);
    const identity = new UserAssignedIdentity(
        `${name}-connection-identity`,
        {
            resourceName: identityName,
            resourceGroupName: on.platform.identities.name,
            location: azure.location,
            tags: estateTags({
                owner: estate.organization,
                environment: "platform",
                classification: "internal",
            }),
        },
        { parent },
    );
    const endpoint = new ServiceEndpointAzureRM(
        `${name}-connection`,
        {
            projectId: project.id,
            serviceEndpointName: connectionName,
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            credentials: { serviceprincipalid: identity.clientId },
            azurermSpnTenantid: azure.tenantId,
            azurermSubscriptionId: azure.subscriptionId,
            azurermSubscriptionName: azure.subscriptionId,
            description: "Runs the scale sets of the agent pools.",
        },
        { parent },
    );
    const trust = trustConnection(parent, name, estate, {
        ...on,
        azureDevOps,
        identity,
        identityName,
        endpoint,
    });
    return { projectId: project.id, endpointId: endpoint.id, trust };
}

function trustConnection(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    on: {
        platform: EstatePlatform;
        groups: Map<string, ResourceGroup>;
        identity: UserAssignedIdentity;
        identityName: string;
        endpoint: ServiceEndpointAzureRM;
        azureDevOps: EstateAzureDevOps;
    },
): pulumi.Resource {
    const { azure, azureAgents } = estate;
    const scaled = (azureAgents?.pools ?? []).filter(({ kind }) => kind === "scaleSet");
    const role = "Virtual Machine Contributor";
    const { agents } = on.platform;
    return new AzureFederatedIdentity(
        `${name}-connection`,
        {
            azureDevOps: {
                organization: on.azureDevOps.organization,
                project: on.azureDevOps.project,
                connection: connectionName,
                connectionId: on.endpoint.id,
                tenantId: azure.tenantId,
            },
            credentials: [
                {
                    name: "azure-devops",
                    subject: on.endpoint.workloadIdentityFederationSubject,
                },
            ],
            roles: [
                ...scaled.map((pool) => ({
                    name: `machines-${pool.name}`,
                    role,
                    // Spelt out, not taken from the group's id: policies can judge it before it exists.
                    scope: `/subscriptions/${azure.subscriptionId}/resourceGroups/${poolGroupName(estate, pool.name)}`,
                })),
                // Of this role's actions Azure knows one on a subnet: to join it.
                ...(agents && scaled.length > 0
                    ? [{ name: "subnet", role, scope: agents.shared.agentSubnetId }]
                    : []),
            ],
            identityName: on.identityName,
            existing: {
                id: on.identity.id,
                clientId: on.identity.clientId,
                principalId: on.identity.principalId,
            },
            resourceGroupName: on.platform.identities.name,
            subscriptionId: azure.subscriptionId,
        },
        { parent, dependsOn: [...on.groups.values()] },
    );
}
