import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { adoMinReviewers } from "../../../../policies/rules/repositories/ado-min-reviewers";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

const scopes = [{ repositoryId: "r", repositoryRef: "refs/heads/main", matchType: "Exact" }];
const sound = {
    scopes,
    reviewerCount: 2,
    submitterCanVote: false,
    lastPusherCannotApprove: true,
    onPushResetAllVotes: true,
    onPushResetApprovedVotes: false,
    allowCompletionWithRejectsOrWaits: false,
} satisfies PropertyTree;

function policy(changed: PropertyTree): Judged {
    return {
        type: devOpsToken("BranchPolicyMinReviewers"),
        props: { projectId: "p", settings: { ...sound, ...changed } },
    };
}

function on(repositoryRef: string, matchType = "Exact"): PropertyTree {
    return { reviewerCount: 1, scopes: [{ repositoryId: "r", repositoryRef, matchType }] };
}

const at = (name: string) => [`settings.${name}`];

describeRule(adoMinReviewers, {
    denied: [
        { name: "a single vote", ...policy({ reviewerCount: 1 }), findings: at("reviewerCount") },
        {
            name: "everything left at the provider's defaults",
            type: devOpsToken("BranchPolicyMinReviewers"),
            props: { settings: { scopes } },
            findings: [
                ...at("reviewerCount"),
                ...at("lastPusherCannotApprove"),
                ...at("onPushResetAllVotes"),
            ],
        },
        {
            name: "the author's own vote",
            ...policy({ submitterCanVote: true }),
            findings: at("submitterCanVote"),
        },
        {
            name: "the last pusher's own vote",
            ...policy({ lastPusherCannotApprove: false }),
            findings: at("lastPusherCannotApprove"),
        },
        {
            name: "votes that outlive a push",
            ...policy({ onPushResetAllVotes: false }),
            findings: at("onPushResetAllVotes"),
        },
        {
            name: "one vote on the last push only",
            ...policy({ onPushResetAllVotes: false, onLastIterationRequireVote: true }),
            findings: at("onPushResetAllVotes"),
        },
        {
            name: "completion over a rejection",
            ...policy({ allowCompletionWithRejectsOrWaits: true }),
            findings: at("allowCompletionWithRejectsOrWaits"),
        },
        {
            name: "a single vote on every default branch",
            ...policy({ reviewerCount: 1, scopes: [{ matchType: "DefaultBranch" }] }),
            findings: at("reviewerCount"),
        },
        {
            name: "a single vote on release branches",
            ...policy(on("refs/heads/release/", "Prefix")),
            findings: at("reviewerCount"),
        },
        {
            name: "a single vote on every branch",
            ...policy(on("refs/heads/", "Prefix")),
            findings: at("reviewerCount"),
        },
        {
            name: "a single vote where the branch is not known yet",
            ...policy({
                reviewerCount: 1,
                scopes: [{ repositoryId: "r", repositoryRef: UNKNOWN, matchType: "Exact" }],
            }),
            findings: at("reviewerCount"),
        },
        {
            name: "fewer votes than the settings ask for",
            ...policy({}),
            config: { minReviews: 3 },
            findings: at("reviewerCount"),
        },
        {
            name: "fewer votes than the settings ask for elsewhere",
            ...policy(on("refs/heads/develop")),
            config: { minReviewsElsewhere: 2 },
            findings: at("reviewerCount"),
        },
        {
            name: "the author's vote although the count is unknown",
            ...policy({ submitterCanVote: true, reviewerCount: UNKNOWN }),
            findings: at("submitterCanVote"),
        },
    ],
    allowed: [
        { name: "two fresh votes by others", ...policy({}) },
        {
            name: "a push that ends approving votes only",
            ...policy({ onPushResetAllVotes: false, onPushResetApprovedVotes: true }),
        },
        { name: "a single vote on an integration branch", ...policy(on("refs/heads/develop")) },
        {
            name: "a single vote on a folder of integration branches",
            ...policy(on("refs/heads/integration/", "Prefix")),
        },
        {
            name: "a branch whose name only begins like a production branch",
            ...policy(on("refs/heads/maintenance")),
        },
    ],
    undecidable: [
        { name: "a count that is not known yet", ...policy({ reviewerCount: UNKNOWN }) },
        {
            name: "a reset that is not known yet",
            ...policy({ onPushResetAllVotes: false, onPushResetApprovedVotes: UNKNOWN }),
        },
        {
            name: "settings that are not known yet",
            type: devOpsToken("BranchPolicyMinReviewers"),
            props: { settings: UNKNOWN },
        },
    ],
    tokens: ["azuredevops:index:BranchPolicyMinReviewers"],
});
