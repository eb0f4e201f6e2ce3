import type * as pulumi from "@pulumi/pulumi";

import type { GitHubEnvironment } from "../environments/githubEnvironment";
import { AzureFederatedIdentity } from "../identity/azureFederatedIdentity";
import { azureName } from "../shared/naming";
import { deployToAws } from "./awsDeployment";
import { allTargets } from "./awsTargets";
import { azureVariables } from "./azureDeployment";
import { createGate, createVariables, type EnvironmentGround, type Gate } from "./environment";
import type { Deployment } from "./ground";
import { deploymentTags, readersOf } from "./target";

/** Name of the environment in which previews run. */
export const planEnvironment = "plan";

/**
 * Git references from which a preview may run: those of pull requests, and the default branch.
 *
 * source: GitHub changelog, "Actions pull_request_target and environment branch protections changes"
 * (2025-11-07), as others report it: for pull requests an environment's branch policy is matched with the
 * merge reference
 * date: 2026-11-21
 */
const planReferences = ["refs/pull/*/merge", "main"];

/** Its gate: a preview that waits for an approval is not looked at. */
const planGate: Gate = {
    name: planEnvironment,
    reviewers: [],
    branches: planReferences,
    waitMinutes: 0,
    allowSelfReview: false,
    allowAdminBypass: false,
    allowAnyBranch: false,
};

/**
 * An environment for previews of pull requests, and behind it an identity that only reads what the
 * repository's other environments deploy to: one in each cloud they are in. Nobody approves a
 * preview, so whoever can open a pull request can read as much.
 */
export function createPlan(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
    deployments: Deployment[],
): Deployment[] {
    const gate = createGate(parent, name, ground, planGate);
    const scopes = deployments.flatMap(({ target }) => target?.scope ?? []);
    const targets = allTargets(ground.repository);
    const plans = [
        ...(scopes.length > 0 ? [planInAzure(parent, name, ground, gate, scopes)] : []),
        ...(targets
            ? [
                  deployToAws(parent, name, {
                      ...ground,
                      gate,
                      environment: planEnvironment,
                      tier: "platform",
                      targets,
                      access: "plan",
                  }),
              ]
            : []),
    ];
    for (const { variables } of plans) {
        createVariables(parent, name, ground.guard, gate, variables);
    }
    // One deployment, whichever clouds it reads: who looks it up by its key finds both.
    const [first, ...rest] = plans;
    return first ? [rest.reduce(merged, first)] : [];
}

function merged(one: Deployment, other: Deployment): Deployment {
    return { ...one, ...other, variables: { ...one.variables, ...other.variables } };
}

function planInAzure(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
    gate: GitHubEnvironment,
    scopes: string[],
): Deployment {
    const { estate, platform, repository } = ground;
    const identity = new AzureFederatedIdentity(
        name,
        {
            repository: `${estate.organization}/${repository.name}`,
            environment: planEnvironment,
            credentials: [{ name: "github", subject: gate.subject }],
            access: "plan",
            roles: readersOf(scopes),
            identityName: azureName("id", repository.name, planEnvironment),
            resourceGroupName: platform.identities.name,
            location: estate.azure.location,
            subscriptionId: estate.azure.subscriptionId,
            tags: deploymentTags(repository, "platform"),
        },
        { parent },
    );
    const { clientId, principalId } = identity;
    return {
        key: `${repository.name}/${planEnvironment}`,
        subject: gate.subject,
        azure: { clientId, principalId },
        variables: azureVariables(ground, clientId),
    };
}
