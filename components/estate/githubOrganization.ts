import type * as pulumi from "@pulumi/pulumi";

import { GitHubOrganization } from "../governance/githubOrganization";
import { GitHubOrganizationActions } from "../governance/githubOrganizationActions";
import { known } from "./known";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { StandingRepository } from "./repository";
import { standing, type StandingTeam } from "./teams";

/** Settings of the organisation, before its first repository; none where the estate leaves them alone. */
export function createOrganization(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    teams: Map<string, StandingTeam>,
): GitHubOrganization | undefined {
    const { github, organization, githubPlan, repositories } = estate;
    if (!github) {
        return undefined;
    }
    const { securityTeam } = github;
    return new GitHubOrganization(
        `${name}-organization`,
        {
            organization,
            githubPlan,
            billingEmail: github.billingEmail,
            guardedRepositories: repositories
                .filter(({ host }) => host === "github")
                .map((repository) => repository.name),
            ...(securityTeam === undefined
                ? {}
                : {
                      securityManagers: [
                          { slug: securityTeam, id: standing(teams, securityTeam).id },
                      ],
                  }),
        },
        { parent },
    );
}

/**
 * What the organisation's workflows may run, and those without which nothing is merged. After the
 * repositories: their first files would have to pass the workflows, too.
 */
export function createOrganizationActions(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    repositories: StandingRepository[],
): void {
    const { github, organization, githubPlan } = estate;
    if (!github) {
        return;
    }
    const onGitHub = repositories.flatMap(({ name: of, repositoryId, guard }) =>
        repositoryId === undefined || guard === undefined
            ? []
            : [{ name: of, repositoryId, guard }],
    );
    const allowed = estate.repositories.flatMap(({ allowedActions }) => allowedActions);
    new GitHubOrganizationActions(
        `${name}-organization-actions`,
        {
            organization,
            githubPlan,
            repositories: onGitHub.map(({ name: of, repositoryId }) => ({
                name: of,
                id: repositoryId,
            })),
            allowedActions: [...new Set(allowed)],
            requiredWorkflows: github.requiredWorkflows.map(({ repository, path, ref }) => ({
                repositoryId: known(
                    onGitHub.find((one) => one.name === repository)?.repositoryId,
                    `the repository ${repository}, which holds a required workflow`,
                ),
                path,
                ref,
            })),
        },
        { parent, dependsOn: onGitHub.map(({ guard }) => guard) },
    );
}
