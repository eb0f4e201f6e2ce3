import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { branchesOf, leads, owners, policySettings, recordGuard } from "../../support/devOpsGuard";

const branches = [
    { pattern: "develop", tier: "integration" },
    { pattern: "release/**", tier: "production" },
    { pattern: "feature/*", tier: "feature" },
];
const production = ["main", "release/"];
const guarded = ["main", "develop", "release/"];

const strict = {
    submitterCanVote: false,
    lastPusherCannotApprove: true,
    allowCompletionWithRejectsOrWaits: false,
    onPushResetAllVotes: true,
};

describe("production branches under AzureDevOpsRepositoryGuard", () => {
    it("a change of a production branch needs two approving votes of others than its author and its last pusher, and all votes end with the next push", async () => {
        const { recording } = await recordGuard({ branches });
        const { scopes, ...settings } = policySettings(
            recording,
            "BranchPolicyMinReviewers",
            "web-reviews/production",
        );
        assert.deepEqual(settings, { ...strict, reviewerCount: 2 });
        assert.deepEqual(branchesOf({ scopes }), production);
    });

    it("pipelines and policies change on a production branch only when one of the guarding group approves", async () => {
        const { recording } = await recordGuard({
            branches,
            checks: [{ name: "build" }, { name: "scan", pipelineFile: "ci/scan.yml" }],
        });
        const { scopes, pathFilters, message, ...settings } = policySettings(
            recording,
            "BranchPolicyAutoReviewers",
        );
        assert.deepEqual(settings, {
            autoReviewerIds: [owners.originId],
            minimumNumberOfReviewers: 1,
            submitterCanVote: false,
        });
        assert.deepEqual(branchesOf({ scopes }), production);
        const filters = pathFilters as string[];
        for (const path of ["/.azuredevops/*", "/policies/*", "/templates/*", "/ci/scan.yml"]) {
            assert.ok(filters.includes(path), path);
        }
        assert.ok(filters.includes("*Pulumi.*.yaml"));
        assert.equal(new Set(filters).size, filters.length);
        assert.match(String(message), /platform/);
    });

    it("each change of a production branch is approved by one of the leads, when there are leads", async () => {
        const { recording } = await recordGuard({ branches, leads });
        const { scopes, message, ...settings } = policySettings(
            recording,
            "BranchPolicyAutoReviewers",
            "web-leads",
        );
        assert.deepEqual(settings, {
            autoReviewerIds: [leads.originId],
            minimumNumberOfReviewers: 1,
            submitterCanVote: false,
        });
        assert.deepEqual(branchesOf({ scopes }), production);
        assert.match(String(message), /leads/);
    });

    it("comments are resolved, a work item is linked and history stays linear before a production branch changes", async () => {
        const { recording } = await recordGuard({ branches });
        const comments = policySettings(recording, "BranchPolicyCommentResolution");
        assert.deepEqual(branchesOf(comments), guarded);
        const items = policySettings(recording, "BranchPolicyWorkItemLinking");
        assert.deepEqual(branchesOf(items), production);
        const { scopes, ...types } = policySettings(recording, "BranchPolicyMergeTypes");
        assert.deepEqual(branchesOf({ scopes }), guarded);
        assert.deepEqual(types, {
            allowSquash: true,
            allowRebaseAndFastForward: false,
            allowBasicNoFastForward: false,
            allowRebaseWithMerge: false,
        });
    });

    it("take the number of votes and the ways to merge from the arguments", async () => {
        const { recording } = await recordGuard({ reviews: 3, mergeTypes: ["rebase"] });
        const reviews = policySettings(recording, "BranchPolicyMinReviewers");
        assert.equal(reviews.reviewerCount, 3);
        const types = policySettings(recording, "BranchPolicyMergeTypes");
        assert.equal(types.allowSquash, false);
        assert.equal(types.allowRebaseAndFastForward, true);
    });

    it("need no work item with allowNoWorkItems", async () => {
        const { recording } = await recordGuard({ allowNoWorkItems: true });
        assert.deepEqual(recording.all("BranchPolicyWorkItemLinking"), []);
    });

    it("keep votes with allowStaleReviews, and nothing else changes", async () => {
        const weak = policySettings(
            (await recordGuard({ allowStaleReviews: true })).recording,
            "BranchPolicyMinReviewers",
        );
        const { scopes, ...settings } = weak;
        assert.deepEqual(branchesOf({ scopes }), ["main"]);
        assert.deepEqual(settings, { ...strict, reviewerCount: 2, onPushResetAllVotes: false });
    });
});

describe("integration branches under AzureDevOpsRepositoryGuard", () => {
    it("a change of an integration branch needs a pull request, the vote of another person and green gates", async () => {
        const { recording } = await recordGuard({ branches });
        const { scopes, ...settings } = policySettings(
            recording,
            "BranchPolicyMinReviewers",
            "web-reviews/integration",
        );
        assert.deepEqual(settings, { ...strict, reviewerCount: 1 });
        assert.deepEqual(branchesOf({ scopes }), ["develop"]);
        const gate = policySettings(recording, "BranchPolicyBuildValidation");
        assert.ok(branchesOf(gate).includes("develop"));
    });

    it("have no policy where there is none of them", async () => {
        const { recording } = await recordGuard();
        const names = recording.all("BranchPolicyMinReviewers").map(({ name }) => name);
        assert.deepEqual(names, ["web-reviews/production"]);
    });

    it("are named by no policy when they are open to push", async () => {
        const { recording } = await recordGuard({ branches, leads });
        for (const { type, inputs } of recording.resources) {
            if (type.includes(":BranchPolicy")) {
                const settings = inputs.settings as Record<string, unknown>;
                assert.ok(!branchesOf(settings).includes("feature/"), type);
            }
        }
    });
});
