import { BranchDefault } from "@pulumi/github/branchDefault";
import { BranchProtection } from "@pulumi/github/branchProtection";
import type * as pulumi from "@pulumi/pulumi";

import type { RuleGround } from "./branchRules";
import { reviewsOf } from "./tiers";

/** One classic protection for each guarded pattern: what a host without rulesets has. */
export function createClassicProtection(ground: RuleGround): void {
    const { parent, name, args, repository } = ground;
    const { branches = [], reviews = reviewsOf.production } = args;
    // Classic protection knows branches by name only, so the name of the default branch has to be true.
    const standard = new BranchDefault(
        `${name}-default-branch`,
        { repository: repository.name, branch: args.defaultBranch ?? "main" },
        { parent },
    );
    protect(ground, "default", standard.branch, reviews);
    for (const { pattern, tier } of branches) {
        if (tier === "production") {
            protect(ground, pattern, pattern, reviews);
        } else if (tier === "integration") {
            protect(ground, pattern, pattern, reviewsOf.integration);
        }
    }
}

function protect(
    { parent, name, args, repository, after }: RuleGround,
    key: string,
    pattern: pulumi.Input<string>,
    reviews: number,
): void {
    new BranchProtection(
        `${name}-protection/${key}`,
        {
            repositoryId: repository.nodeId,
            pattern,
            enforceAdmins: args.allowBypass !== true,
            allowsDeletions: false,
            allowsForcePushes: false,
            requiredLinearHistory: true,
            requireSignedCommits: true,
            requireConversationResolution: true,
            requiredPullRequestReviews: [
                {
                    requiredApprovingReviewCount: reviews,
                    dismissStaleReviews: args.allowStaleReviews !== true,
                    requireCodeOwnerReviews: true,
                    requireLastPushApproval: true,
                },
            ],
            requiredStatusChecks:
                args.checks.length === 0
                    ? []
                    : [{ strict: true, contexts: args.checks.map(({ context }) => context) }],
        },
        { parent, dependsOn: after },
    );
}
