import { lenient } from "../../../support/people/coalitions";
import { changed, plus } from "../../../support/people/deployed";
import { bypass, here, ofBoth, ofRepository, repository } from "./githubChanges";
import type { Weakness } from "./weakness";

const merge = { goal: "merge", repository, from: 2 } as const;
const rulesetsOfBranches = ["RepositoryRuleset", "OrganizationRuleset"];

export const gitHubMergeWeaknesses: readonly Weakness[] = [
    {
        ...merge,
        title: "one review (L4)",
        to: 1,
        weaken: ofBoth({ requiredApprovingReviewCount: 1 }),
    },
    {
        ...merge,
        title: "one review in one of two rulesets, which the other one holds (L5)",
        to: 2,
        weaken: ofRepository({ requiredApprovingReviewCount: 1 }),
    },
    {
        ...merge,
        title: "reviews that outlive a push (L3)",
        to: 1,
        weaken: ofBoth({ dismissStaleReviewsOnPush: false }),
    },
    {
        ...merge,
        title: "reviews that outlive a push, though nobody rides on a colleague's request (L3)",
        reading: lenient,
        from: 3,
        to: 1,
        weaken: ofBoth({
            dismissStaleReviewsOnPush: false,
            requireLastPushApproval: false,
            requireCodeOwnerReview: false,
        }),
    },
    {
        ...merge,
        title: "may bypass always (L5)",
        to: 1,
        weaken: bypass("always", ...rulesetsOfBranches),
    },
    {
        ...merge,
        title: "may bypass by pull request (L5)",
        to: 1,
        weaken: bypass("pull_request", ...rulesetsOfBranches),
    },
    {
        ...merge,
        title: "may bypass one of two rulesets (L5)",
        to: 2,
        weaken: bypass("always", "RepositoryRuleset"),
    },
    {
        ...merge,
        title: "rulesets that only evaluate",
        to: 1,
        weaken: (standing) =>
            rulesetsOfBranches.reduce(
                (before, kind) =>
                    changed(
                        before,
                        kind,
                        () => true,
                        () => ({ enforcement: "evaluate" }),
                    ),
                standing,
            ),
    },
    {
        ...merge,
        title: "bots that approve (L2)",
        to: 1,
        weaken: (standing) =>
            changed(standing, "WorkflowRepositoryPermissions", here, () => ({
                canApprovePullRequestReviews: true,
            })),
    },
    {
        ...merge,
        title: "an administrator (L10)",
        to: 1,
        weaken: (standing) =>
            plus(standing, "RepositoryCollaborator", "x", {
                repository,
                username: "edsger",
                permission: "admin",
            }),
    },
    {
        ...merge,
        title: "everybody of the organisation may push (A2), which adds people and not power",
        to: 2,
        weaken: (standing) =>
            changed(
                standing,
                "OrganizationSettings",
                () => true,
                () => ({
                    defaultRepositoryPermission: "write",
                }),
            ),
    },
];
