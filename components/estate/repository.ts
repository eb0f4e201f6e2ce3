import type * as pulumi from "@pulumi/pulumi";

import { GitHubRepositoryGuard } from "../repositories/githubRepositoryGuard";
import { createEnvironment } from "./environment";
import type { Deployment, Ground } from "./ground";
import type { EstateRepository } from "./pipelineEstateArgs";
import { createPlan } from "./plan";
import { standing, type StandingTeam } from "./teams";

/** A repository that stands, and where it deploys. */
export interface StandingRepository {
    name: string;
    fullName: pulumi.Output<string>;
    repositoryId: pulumi.Output<number>;
    /** One for each environment; what only plans is among them. */
    deployments: Deployment[];
}

/** The guarded repository, and for each of its environments a gate and an identity behind it. */
export function createRepository(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    ground: Ground,
): StandingRepository {
    const guard = createGuard(parent, name, repository, ground);
    const place = { ...ground, guard, repository };
    const deployments = repository.environments.map((environment) =>
        createEnvironment(parent, `${name}/${environment.name}`, place, environment),
    );
    if (repository.plan === true) {
        deployments.push(...createPlan(parent, `${name}/plan`, place, deployments));
    }
    const { fullName, repositoryId } = guard;
    return { name: repository.name, fullName, repositoryId, deployments };
}

function createGuard(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    { estate, teams }: Ground,
): GitHubRepositoryGuard {
    const team = (slug: string): StandingTeam => standing(teams, slug);
    const reviewers = repository.environments.flatMap((environment) => environment.reviewers);
    return new GitHubRepositoryGuard(
        name,
        {
            organization: estate.organization,
            repository: repository.name,
            description: repository.description,
            visibility: repository.visibility,
            team: { slug: repository.team, id: team(repository.team).id },
            codeOwners: { slug: repository.codeOwners, id: team(repository.codeOwners).id },
            readers: reviewers.map((slug) => ({ slug, id: team(slug).id })),
            reviews: repository.reviews,
            checks: repository.checks,
            allowedActions: repository.allowedActions,
            allowNoChecks: repository.checks.length === 0,
            allowBypass: repository.allowBypass,
            allowStaleReviews: repository.allowStaleReviews,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
}
