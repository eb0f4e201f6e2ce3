import type * as pulumi from "@pulumi/pulumi";

import { AzureDevOpsRepositoryGuard } from "../repositories/azureDevOpsRepositoryGuard";
import type { DevOpsBranch } from "../repositories/azureDevOpsRepositoryGuardArgs";
import type { DevOpsPipeline } from "../shared/devOpsGroup";
import { gatesUnder } from "./devices";
import { createDevOpsEnvironment } from "./devOpsEnvironment";
import { createDevOpsPlan } from "./devOpsPlan";
import type { DevOpsPlatform } from "./devOpsProject";
import type { Ground } from "./ground";
import { known } from "./known";
import type { EstateRepository } from "./pipelineEstateArgs";
import type { StandingRepository } from "./repository";

/** Name of the pipeline that deploys. */
const deployPipeline = "deploy";

/** Where an environment stands: its repository, and what that is built on. */
export interface DevOpsGround extends Ground {
    devOps: DevOpsPlatform;
    repository: EstateRepository;
    guard: AzureDevOpsRepositoryGuard;
    /** The one pipeline that deploys. */
    deploys: DevOpsPipeline;
    /** The pipelines that judge a pull request. */
    gates: DevOpsPipeline[];
}

/**
 * The guarded repository with its pipelines, and for each of its environments a gate and a service
 * connection behind it, which the pipeline that deploys may use and no other.
 */
export function createDevOpsRepository(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    ground: Ground,
): StandingRepository {
    const devOps = known(ground.devOps, `the Azure DevOps project of ${repository.name}`);
    const guard = createGuard(parent, name, repository, ground, devOps);
    const pipeline = (of: string): DevOpsPipeline => ({
        name: `${repository.name}-${of}`,
        id: guard.pipelineIds.apply((ids) =>
            known(ids[of], `the pipeline ${of} of ${repository.name}`),
        ),
    });
    const place = {
        ...ground,
        devOps,
        repository,
        guard,
        deploys: pipeline(deployPipeline),
        gates: gatesUnder(ground.estate, repository).map((gate) => pipeline(gate.name)),
    };
    const deployments = repository.environments.map((environment) =>
        createDevOpsEnvironment(parent, `${name}/${environment.name}`, place, environment),
    );
    if (repository.plan === true) {
        deployments.push(...createDevOpsPlan(parent, `${name}/plan`, place, deployments));
    }
    const pipelines = {
        deploys: repository.environments.length > 0 ? [place.deploys] : [],
        gates: place.gates,
    };
    return { name: repository.name, fullName: guard.fullName, pipelines, deployments };
}

function createGuard(
    parent: pulumi.Resource,
    name: string,
    repository: EstateRepository,
    { estate }: Ground,
    { devOps, projectId, group }: DevOpsPlatform,
): AzureDevOpsRepositoryGuard {
    const reviewers = repository.environments.flatMap((environment) => environment.reviewers);
    // Everybody in the project may vote in every repository: one vote at least is of those who own it.
    const leads = repository.leads ?? repository.team;
    const checks = gatesUnder(estate, repository);
    return new AzureDevOpsRepositoryGuard(
        name,
        {
            project: devOps.project,
            projectId,
            repository: repository.name,
            team: group(repository.team),
            codeOwners: group(repository.codeOwners),
            leads: group(leads),
            readers: [...new Set(reviewers)].map(group),
            reviews: repository.reviews,
            checks,
            pipelines: repository.environments.length > 0 ? [{ name: deployPipeline }] : [],
            branches: branchesOf(repository),
            adopt: repository.adopt,
            allowNoChecks: checks.length === 0,
            // The estate's project has no boards.
            allowNoWorkItems: true,
            allowBypass: repository.allowBypass,
            allowStaleReviews: repository.allowStaleReviews,
            allowDestroy: estate.allowDestroy,
        },
        { parent },
    );
}

/**
 * People create branches in folders that are open and nowhere else, so the guarded ones are made with the
 * repository. One that is taken over has them already.
 */
function branchesOf({ branches = [], adopt }: EstateRepository): DevOpsBranch[] {
    return branches.map(({ pattern, tier, exists }) => ({
        pattern,
        tier,
        create:
            [adopt, exists].every((there) => there !== true) &&
            tier !== "feature" &&
            !pattern.endsWith("*"),
    }));
}
