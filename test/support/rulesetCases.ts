import type { PropertyTree } from "../../model/known";

export const rulesetType = "github:index/repositoryRuleset:RepositoryRuleset";
export const organizationRulesetType = "github:index/organizationRuleset:OrganizationRuleset";
export const protectionType = "github:index/branchProtection:BranchProtection";
export const olderProtectionType = "github:index/branchProtectionV3:BranchProtectionV3";

/** Reviews that every rule accepts. */
export const soundReviews = {
    requiredApprovingReviewCount: 2,
    dismissStaleReviewsOnPush: true,
    requireCodeOwnerReview: true,
    requireLastPushApproval: true,
    requiredReviewThreadResolution: true,
} satisfies PropertyTree;

/** Checks that every rule accepts. */
export const soundChecks = {
    requiredChecks: [{ context: "build", integrationId: 15368 }],
    strictRequiredStatusChecksPolicy: true,
} satisfies PropertyTree;

/** A ruleset of the default branch that every rule accepts; each case spoils one thing. */
export const soundRuleset = {
    repository: "web",
    name: "default-branch",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    bypassActors: [],
    rules: {
        deletion: true,
        nonFastForward: true,
        pullRequest: soundReviews,
        requiredStatusChecks: soundChecks,
    },
} satisfies PropertyTree;

/** Classic protection that asks for the same. */
export const soundProtection = {
    repositoryId: "R_1",
    pattern: "main",
    enforceAdmins: true,
    requiredStatusChecks: [{ strict: true, contexts: ["build"] }],
    requireConversationResolution: true,
    requiredPullRequestReviews: [
        {
            requiredApprovingReviewCount: 2,
            dismissStaleReviews: true,
            requireCodeOwnerReviews: true,
            requireLastPushApproval: true,
        },
    ],
} satisfies PropertyTree;
