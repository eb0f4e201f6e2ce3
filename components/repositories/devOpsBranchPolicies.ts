import {
    BranchPolicyAutoReviewers,
    BranchPolicyBuildValidation,
    BranchPolicyCommentResolution,
    BranchPolicyMergeTypes,
    BranchPolicyMinReviewers,
    BranchPolicyStatusCheck,
    BranchPolicyWorkItemLinking,
} from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";

import { pipelineFileOf } from "./checkDevOpsGuard";
import { isFolder, patternsOf, stem } from "./devOpsBranches";
import { pipelinesOf, type CreatedGate } from "./devOpsGates";
import { guardedPathFilters } from "./devOpsGuardFacts";
import type { DevOpsGuardParts } from "./devOpsGuardParts";
import { reviewsOf } from "./tiers";

/** What every policy says: it is in force, and a merge waits for it. */
const inForce = { enabled: true, blocking: true };

/** Branches of some tiers, as policies name them. */
function scopesOf({ args, repository }: DevOpsGuardParts, ...tiers: string[]) {
    return patternsOf(args, ...tiers).map((pattern) => ({
        repositoryId: repository.id,
        repositoryRef: `refs/heads/${stem(pattern)}`,
        matchType: isFolder(pattern) ? "Prefix" : "Exact",
    }));
}

/** All branch policies. Created after `after`, because no later push may go around them. */
export function createBranchPolicies(
    parts: DevOpsGuardParts,
    gates: CreatedGate[],
    after: pulumi.Resource[],
): void {
    const { parent, args, name, repository } = parts;
    const opts = { parent, dependsOn: after };
    const projectId = repository.projectId;
    const guarded = scopesOf(parts, "integration", "production");
    createReviews(parts, "production", args.reviews ?? reviewsOf.production, opts);
    if (patternsOf(args, "integration").length > 0) {
        createReviews(parts, "integration", reviewsOf.integration, opts);
    }
    createRequiredReviewers(parts, opts);
    new BranchPolicyCommentResolution(
        `${name}-comments`,
        { projectId, ...inForce, settings: { scopes: guarded } },
        opts,
    );
    if (args.allowNoWorkItems !== true) {
        new BranchPolicyWorkItemLinking(
            `${name}-work-items`,
            { projectId, ...inForce, settings: { scopes: scopesOf(parts, "production") } },
            opts,
        );
    }
    const types = args.mergeTypes ?? ["squash"];
    new BranchPolicyMergeTypes(
        `${name}-merge-types`,
        {
            projectId,
            ...inForce,
            settings: {
                scopes: guarded,
                allowSquash: types.includes("squash"),
                allowRebaseAndFastForward: types.includes("rebase"),
                allowBasicNoFastForward: false,
                allowRebaseWithMerge: false,
            },
        },
        opts,
    );
    createChecks(parts, gates, opts);
}

/**
 * Votes of others than author and last pusher, gone with each push. Nothing is said of votes for the
 * last iteration: that setting excludes the reset of votes, and is the weaker of the two.
 */
function createReviews(
    parts: DevOpsGuardParts,
    tier: string,
    reviewerCount: number,
    opts: pulumi.CustomResourceOptions,
): void {
    new BranchPolicyMinReviewers(
        `${parts.name}-reviews/${tier}`,
        {
            projectId: parts.repository.projectId,
            ...inForce,
            settings: {
                scopes: scopesOf(parts, tier),
                reviewerCount,
                submitterCanVote: false,
                lastPusherCannotApprove: true,
                allowCompletionWithRejectsOrWaits: false,
                onPushResetAllVotes: parts.args.allowStaleReviews !== true,
            },
        },
        opts,
    );
}

/** The guarding group on what decides about pipelines, the leads on everything. */
function createRequiredReviewers(
    parts: DevOpsGuardParts,
    opts: pulumi.CustomResourceOptions,
): void {
    const { args, name, repository } = parts;
    const common = {
        scopes: scopesOf(parts, "production"),
        minimumNumberOfReviewers: 1,
        submitterCanVote: false,
    };
    const files = pipelinesOf(args).map((gate) => `/${pipelineFileOf(gate)}`);
    new BranchPolicyAutoReviewers(
        `${name}-pipeline-owners`,
        {
            projectId: repository.projectId,
            ...inForce,
            settings: {
                ...common,
                autoReviewerIds: [args.codeOwners.originId],
                pathFilters: [...new Set([...guardedPathFilters, ...files])],
                message: `${args.codeOwners.name} owns pipelines and policies.`,
            },
        },
        opts,
    );
    if (args.leads !== undefined) {
        new BranchPolicyAutoReviewers(
            `${name}-leads`,
            {
                projectId: repository.projectId,
                ...inForce,
                settings: {
                    ...common,
                    autoReviewerIds: [args.leads.originId],
                    message: `${args.leads.name} approves each change of this branch.`,
                },
            },
            opts,
        );
    }
}

/** Gates and statuses; both fall with the next change of either branch. */
function createChecks(
    parts: DevOpsGuardParts,
    gates: CreatedGate[],
    opts: pulumi.CustomResourceOptions,
): void {
    const { args, name, repository } = parts;
    const scopes = scopesOf(parts, "integration", "production");
    for (const { gate, definition } of gates) {
        new BranchPolicyBuildValidation(
            `${name}-gate/${gate.name}`,
            {
                projectId: repository.projectId,
                ...inForce,
                settings: {
                    scopes,
                    buildDefinitionId: definition.id.apply(Number),
                    displayName: gate.name,
                    manualQueueOnly: false,
                    // Together: a result ends as soon as the target branch moves.
                    validDuration: 0,
                    queueOnSourceUpdateOnly: false,
                },
            },
            opts,
        );
    }
    for (const status of args.statusChecks ?? []) {
        new BranchPolicyStatusCheck(
            `${name}-status/${status.genre}/${status.name}`,
            {
                projectId: repository.projectId,
                ...inForce,
                settings: {
                    scopes,
                    name: status.name,
                    genre: status.genre,
                    displayName: `${status.genre}/${status.name}`,
                    authorId: status.authorId,
                    invalidateOnUpdate: true,
                    applicability: "default",
                },
            },
            opts,
        );
    }
}
