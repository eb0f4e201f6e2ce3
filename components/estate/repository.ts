import type * as pulumi from "@pulumi/pulumi";

import { signatureWorkflow } from "../governance/signatureCheck";
import { GitHubRepositoryGuard } from "../repositories/githubRepositoryGuard";
import { createEnvironment } from "./environment";
import type { DevOpsPipeline } from "../shared/devOpsGroup";
import { checksUnder, verifiesSignatures } from "./devices";
import { createDevOpsRepository } from "./devOpsRepository";
import type { Deployment, Ground } from "./ground";
import type { EstateRepository } from "./pipelineEstateArgs";
import { createPlan } from "./plan";
import { standing, type StandingTeam } from "./teams";

/** A repository that stands, and where it deploys. */
export interface StandingRepository {
    name: string;
    fullName: pulumi.Output<string>;
    /** GitHub's number of it, where it lives there. */
    repositoryId?: pulumi.Output<number>;
    /** What guards it there. */
    guard?: GitHubRepositoryGuard;
    /** Its pipelines on Azure DevOps, where it lives there. */
    pipelines?: { deploys: DevOpsPipeline[]; gates: DevOpsPipeline[] };
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
    if (repository.host === "azureDevOps") {
        return createDevOpsRepository(parent, name, repository, ground);
    }
    const guard = createGuard(parent, name, repository, ground);
    const place = { ...ground, guard, repository };
    const deployments = repository.environments.map((environment) =>
        createEnvironment(parent, `${name}/${environment.name}`, place, environment),
    );
    if (repository.plan === true) {
        deployments.push(...createPlan(parent, `${name}/plan`, place, deployments));
    }
    const { fullName, repositoryId } = guard;
    return { name: repository.name, fullName, repositoryId, guard, deployments };
}

function createGuard(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    { estate, teams, gitHub }: Ground,
): GitHubRepositoryGuard {
    const team = (slug: string): StandingTeam => standing(teams, slug);
    const { leads } = repository;
    const reviewers = repository.environments.flatMap((environment) => environment.reviewers);
    const { securityTeam, requiredWorkflows = [] } = estate.github ?? {};
    // Those who see security alerts read every repository; where they do more, they are named.
    const seeing = securityTeam === undefined ? [] : [securityTeam];
    const named = [repository.team, repository.codeOwners, leads, ...reviewers];
    const isRequired = requiredWorkflows.some((one) => one.repository === repository.name);
    const checks = checksUnder(estate, repository);
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
            ...(leads === undefined ? {} : { leads: { slug: leads, id: team(leads).id } }),
            branches: repository.branches ?? [],
            githubPlan: estate.githubPlan,
            adopt: repository.adopt,
            otherTeams: seeing
                .filter((slug) => !named.includes(slug))
                .map((slug) => ({ slug, id: team(slug).id })),
            // Others may be made to pass a workflow of this one.
            ...(isRequired ? { workflowAccess: "organization" } : {}),
            reviews: repository.reviews,
            checks,
            ...(verifiesSignatures(estate, repository)
                ? { workflows: [{ file: "signatures.yml", content: signatureWorkflow() }] }
                : {}),
            allowedActions: repository.allowedActions,
            allowNoChecks: checks.length === 0,
            allowBypass: repository.allowBypass,
            allowStaleReviews: repository.allowStaleReviews,
            allowDestroy: estate.allowDestroy,
        },
        // The organisation's rule would refuse its first files, until that rule leaves it out.
        { parent, dependsOn: gitHub },
    );
}
