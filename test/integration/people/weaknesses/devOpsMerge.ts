import { lenient } from "../../../support/people/coalitions";
import { changed, object, text } from "../../../support/people/deployed";
import { noLeads, ownersOf, permission, policy, repository, repositoryId } from "./devOpsChanges";
import type { Weakness } from "./weakness";

const merge = { goal: "merge", repository, from: 2 } as const;

export const devOpsMergeWeaknesses: readonly Weakness[] = [
    {
        ...merge,
        title: "one vote, and no lead (L4)",
        to: 1,
        weaken: (standing) =>
            policy("BranchPolicyMinReviewers", { reviewerCount: 1 })(noLeads(standing)),
    },
    {
        ...merge,
        title: "one vote, and a lead (L9)",
        to: 2,
        weaken: policy("BranchPolicyMinReviewers", { reviewerCount: 1 }),
    },
    {
        ...merge,
        title: "votes that outlive a push (L3)",
        to: 1,
        weaken: (standing) =>
            policy("BranchPolicyMinReviewers", { onPushResetAllVotes: false })(noLeads(standing)),
    },
    {
        ...merge,
        title: "votes that outlive a push, though the author approves nothing (L3)",
        reading: lenient,
        from: 3,
        to: 1,
        weaken: (standing) =>
            policy("BranchPolicyMinReviewers", { onPushResetAllVotes: false })(noLeads(standing)),
    },
    {
        ...merge,
        title: "authors that vote for themselves (L4)",
        reading: lenient,
        from: 3,
        to: 2,
        weaken: (standing) =>
            policy("BranchPolicyMinReviewers", {
                submitterCanVote: true,
                lastPusherCannotApprove: false,
            })(noLeads(standing)),
    },
    {
        ...merge,
        title: "a policy that does not block",
        to: 1,
        weaken: (standing) =>
            changed(
                noLeads(standing),
                "BranchPolicyMinReviewers",
                () => true,
                () => ({ blocking: false }),
            ),
    },
    {
        ...merge,
        title: "may push past policies (L5)",
        to: 1,
        weaken: permission("PolicyExempt", "Allow"),
    },
    {
        ...merge,
        title: "may complete past policies (L5)",
        to: 1,
        weaken: permission("PullRequestBypassPolicy", "Allow"),
    },
    {
        ...merge,
        title: "may edit policies (L10)",
        to: 1,
        weaken: permission("EditPolicies", "Allow"),
    },
    {
        ...merge,
        title: "may push past policies by one group, while another is refused (Deny wins)",
        to: 2,
        weaken: (standing) =>
            changed(
                standing,
                "GitPermissions",
                (is) =>
                    text(is.repositoryId) === repositoryId(standing) &&
                    is.principal === ownersOf(standing)?.id &&
                    is.branchName === undefined,
                (is) => ({ permissions: { ...object(is.permissions), PolicyExempt: "Allow" } }),
            ),
    },
    {
        ...merge,
        title: "pipelines that vote (L2)",
        to: 1,
        weaken: (standing) => permission("PullRequestContribute", "Allow")(noLeads(standing)),
    },
];
