import type * as pulumi from "@pulumi/pulumi";

import type { GitHubEnvironment } from "../environments/githubEnvironment";
import { AzureFederatedIdentity } from "../identity/azureFederatedIdentity";
import { azureName } from "../shared/naming";
import type { EnvironmentGround } from "./environment";
import type { Deployment } from "./ground";
import type { EstateEnvironment } from "./pipelineEstateArgs";
import { createTarget, deploymentTags, rolesOn } from "./target";

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
    const target = createTarget(parent, name, ground, environment);
    const identity = new AzureFederatedIdentity(
        name,
        {
            repository: `${estate.organization}/${repository.name}`,
            environment: environment.name,
            credentials: [{ name: "github", subject: gate.subject }],
            roles: rolesOn(target, environment),
            identityName: azureName("id", repository.name, environment.name),
            resourceGroupName: platform.identities.name,
            location,
            subscriptionId,
            tags: deploymentTags(repository, environment.tier),
        },
        { parent, dependsOn: [target.group] },
    );
    const { clientId, principalId } = identity;
    return {
        key: `${repository.name}/${environment.name}`,
        subject: gate.subject,
        azure: { clientId, principalId },
        variables: azureVariables(ground, clientId),
        target,
    };
}
