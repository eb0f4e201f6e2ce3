import { ActionsEnvironmentVariable } from "@pulumi/github/actionsEnvironmentVariable";
import * as pulumi from "@pulumi/pulumi";

import { GitHubEnvironment } from "../environments/githubEnvironment";
import type { GitHubRepositoryGuard } from "../repositories/githubRepositoryGuard";
import { deployToAws } from "./awsDeployment";
import { deployToAzure } from "./azureDeployment";
import type { Deployment, Ground } from "./ground";
import type { EstateEnvironment, EstateRepository } from "./pipelineEstateArgs";
import { standing } from "./teams";

/** Where an environment stands: its repository, and what that is built on. */
export interface EnvironmentGround extends Ground {
    guard: GitHubRepositoryGuard;
    repository: EstateRepository;
}

/** The gate of an environment, the identity behind it, and the ids its workflows log in with. */
export function createEnvironment(
    parent: pulumi.Resource,
    name: string,
    ground: EnvironmentGround,
    environment: EstateEnvironment,
): Deployment {
    const gate = createGate(parent, name, ground, environment);
    const deployment =
        environment.aws === undefined
            ? deployToAzure(parent, name, { ...ground, gate, environment })
            : deployToAws(parent, name, {
                  ...ground,
                  gate,
                  environment: environment.name,
                  tier: environment.tier,
                  targets: environment.aws,
                  access: "apply",
              });
    createVariables(parent, name, ground.guard, gate, deployment.variables);
    return deployment;
}

/** What an environment opens to: all of it that GitHub is told. */
export type Gate = Pick<
    EstateEnvironment,
    | "name"
    | "reviewers"
    | "branches"
    | "waitMinutes"
    | "allowSelfReview"
    | "allowAdminBypass"
    | "allowAnyBranch"
>;

/** The environment on GitHub; it has no reviewers, where none are named. */
export function createGate(
    parent: pulumi.Resource,
    name: string,
    { guard, estate, repository, teams, ownerId }: EnvironmentGround,
    environment: Gate,
): GitHubEnvironment {
    return new GitHubEnvironment(
        name,
        {
            organization: estate.organization,
            repository: guard.repositoryName,
            visibility: repository.visibility,
            githubPlan: estate.githubPlan,
            environment: environment.name,
            reviewerTeams: environment.reviewers.map((slug) => standing(teams, slug).number),
            branches: environment.branches,
            waitMinutes: environment.waitMinutes,
            subjectFormat: repository.subjectFormat,
            ownerId,
            repositoryId: guard.repositoryId,
            allowNoReview: environment.reviewers.length === 0,
            allowSelfReview: environment.allowSelfReview,
            allowAdminBypass: environment.allowAdminBypass,
            allowAnyBranch: environment.allowAnyBranch,
        },
        // Reviewers need their read access first, and nothing should deploy before the guard stands.
        { parent, dependsOn: [guard] },
    );
}

/** What a workflow logs in with. None of it is secret, and no secret exists. */
export function createVariables(
    parent: pulumi.Resource,
    name: string,
    guard: GitHubRepositoryGuard,
    gate: GitHubEnvironment,
    variables: Record<string, pulumi.Input<string>>,
): void {
    for (const [variableName, value] of Object.entries(variables)) {
        new ActionsEnvironmentVariable(
            `${name}-variable/${variableName}`,
            {
                repository: guard.repositoryName,
                environment: gate.environment,
                variableName,
                value,
            },
            { parent },
        );
    }
}
