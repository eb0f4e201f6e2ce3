import {
    branchScopes,
    mayCover,
    minReviewersType,
    reviewPolicy,
} from "../../../model/views/devOpsPolicies";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands } from "../../lib/demands";
import { productionBranches, reviewCounts } from "../../lib/productionBranches";

/**
 * Stops code of one person from reaching a branch that deploys. The parts belong together: a vote
 * that outlives a push covers what was pushed after it, the last pusher's own vote covers what they
 * pushed into somebody else's change, and n votes hold off n - 1 people at most.
 *
 * A policy that is switched off or only advises is `ado-policy-blocking`'s, a missing one
 * `ado-default-branch-protected`'s. `onLastIterationRequireVote` asks for one vote after a push where
 * a reset asks for all of them, and the provider accepts only one of the two: it is not enough here.
 */
export const adoMinReviewers = defineRule({
    id: "ado-min-reviewers",
    code: "F13",
    title: "Policies on reviewers demand enough fresh votes by others",
    attack:
        "A developer, or a thief of their account, completes a pull request that nobody else has read: with " +
        "too few votes, on votes given before the last push, with their own vote, or over a rejection.",
    blindSpot:
        "Judges each policy by itself: another one may ask for more. Branches that no policy covers are not seen here.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "ask for two votes, none of the author or the last pusher, and end votes with each push (AzureDevOpsRepositoryGuard: leave allowStaleReviews and reviews out)",
        code: `settings: {
    reviewerCount: 2,
    submitterCanVote: false,
    lastPusherCannotApprove: true,
    onPushResetAllVotes: true,
    allowCompletionWithRejectsOrWaits: false,
    // …
}`,
    },
    controls: ["ncsc:2", "ncsc:7", "owasp:cicd-sec-1", "cis:1.1.3", "cis:1.1.4", "slsa:source-4"],
    tags: ["azure-devops", "repository", "review"],
    types: [minReviewersType],
    settings: { ...reviewCounts, productionBranches },
    examples: {
        denied: `new BranchPolicyMinReviewers("main", {
    projectId: project.id,
    settings: {
        scopes: [{ repositoryId: web.id, repositoryRef: "refs/heads/main" }],
        reviewerCount: 1,
    },
});`,
        allowed: `new BranchPolicyMinReviewers("main", {
    projectId: project.id,
    settings: {
        scopes: [{ repositoryId: web.id, repositoryRef: "refs/heads/main" }],
        reviewerCount: 2,
        lastPusherCannotApprove: true,
        onPushResetAllVotes: true,
    },
});`,
    },
    judge(resource, { config }) {
        const policy = reviewPolicy(resource);
        const production = mayCover(
            branchScopes(resource),
            new RegExp(config.productionBranches, "i"),
        );
        const least = production ? config.minReviews : config.minReviewsElsewhere;
        return judgeDemands([
            demand(policy.count, (count) => count >= least, `${least} or more`),
            demand(policy.submitterVotes, (may) => !may, "false"),
            demand(policy.lastPusherExcluded, (excluded) => excluded, "true"),
            demand(policy.resetsVotes, (resets) => resets, "true"),
            demand(policy.ignoresRejection, (ignores) => !ignores, "false"),
        ]);
    },
});
