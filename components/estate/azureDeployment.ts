import { ResourceGroup } from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";

import type { GitHubEnvironment } from "../environments/githubEnvironment";
import { AzureFederatedIdentity } from "../identity/azureFederatedIdentity";
import { azureName } from "../shared/naming";
import { estateTags } from "../shared/tags";
import type { EnvironmentGround } from "./environment";
import type { Deployment } from "./ground";
import type { EstateEnvironment } from "./pipelineEstateArgs";

/** Variables by which a workflow logs in to Azure. */
export function azureVariables(
    { estate }: EnvironmentGround,
    clientId: pulumi.Input<string>,
): Record<string, pulumi.Input<string>> {
    return {
        AZURE_CLIENT_ID: clientId,
        AZURE_TENANT_ID: estate.azure.tenantId,
        AZURE_SUBSCRIPTION_ID: estate.azure.subscriptionId,
    };
}

/** The resource group to deploy to, and the identity whose roles end there. */
export function deployToAzure(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround & { gate: GitHubEnvironment; environment: EstateEnvironment },
): Deployment {
    const { estate, platform, repository, environment, gate } = ground;
    const { location, subscriptionId } = estate.azure;
    const tags = estateTags({
        owner: repository.team,
        environment: environment.tier,
        classification: "internal",
    });
    const resourceGroupName = azureName(
        "rg",
        estate.organization,
        repository.name,
        environment.name,
    );
    const group = new ResourceGroup(
        `${name}-group`,
        { resourceGroupName, location, tags },
        // With the group goes all that was ever deployed to it, whoever owns that.
        { parent, protect: estate.allowDestroy !== true },
    );
    // Spelt out, not taken from the group's id: policies can judge it before it exists.
    const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
    const identity = new AzureFederatedIdentity(
        name,
        {
            repository: `${estate.organization}/${repository.name}`,
            environment: environment.name,
            credentials: [{ name: "github", subject: gate.subject }],
            roles: environment.roles.map(({ role }) => ({
                name: role.toLowerCase().replace(/\s+/g, "-"),
                role,
                scope,
            })),
            identityName: azureName("id", repository.name, environment.name),
            resourceGroupName: platform.identities.name,
            location,
            subscriptionId,
            tags,
        },
        { parent, dependsOn: [group] },
    );
    const { clientId, principalId } = identity;
    return {
        key: `${repository.name}/${environment.name}`,
        subject: gate.subject,
        azure: { clientId, principalId },
        variables: azureVariables(ground, clientId),
        target: { scope, tier: environment.tier, group },
    };
}
