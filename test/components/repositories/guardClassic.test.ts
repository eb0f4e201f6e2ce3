import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { build, refused, type Values } from "./sampleGuard";

describe("GitHubRepositoryGuard with classicProtection", () => {
    const branches = [
        { pattern: "release/*", tier: "production" },
        { pattern: "develop", tier: "integration" },
    ];

    it("protects the default branch and each guarded pattern, administrators bound", async () => {
        const { recording } = await build({ classicProtection: true, branches });
        assert.deepEqual(recording.all("RepositoryRuleset"), []);
        assert.deepEqual(recording.one("BranchDefault").inputs, {
            repository: "web",
            branch: "main",
        });
        const found = recording
            .all("BranchProtection")
            .map(({ inputs }) => inputs)
            .toSorted((a, b) => String(a.pattern).localeCompare(String(b.pattern)));
        assert.deepEqual(
            found.map(
                ({
                    pattern,
                    requiredPullRequestReviews: [review] = [],
                }: Values & {
                    requiredPullRequestReviews?: Values[];
                }) => [pattern, review?.requiredApprovingReviewCount],
            ),
            [
                ["develop", 1],
                ["main", 2],
                ["release/*", 2],
            ],
        );
        for (const { pattern, repositoryId, ...protection } of found) {
            const [review] = protection.requiredPullRequestReviews as Values[];
            const { requiredApprovingReviewCount, ...demands } = review ?? {};
            assert.deepEqual(demands, {
                dismissStaleReviews: true,
                requireCodeOwnerReviews: true,
                requireLastPushApproval: true,
            });
            assert.deepEqual(
                { ...protection, requiredPullRequestReviews: [] },
                {
                    enforceAdmins: true,
                    allowsDeletions: false,
                    allowsForcePushes: false,
                    requiredLinearHistory: true,
                    requireSignedCommits: true,
                    requireConversationResolution: true,
                    requiredPullRequestReviews: [],
                    requiredStatusChecks: [{ strict: true, contexts: ["build"] }],
                },
                `${String(pattern)} ${String(repositoryId)} ${String(requiredApprovingReviewCount)}`,
            );
        }
    });

    it("protects after the files are written, as rulesets do", async () => {
        const { recording } = await build({ classicProtection: true, defaultBranch: "trunk" });
        const { inputs, dependencies } = recording.one("BranchProtection");
        assert.equal(inputs.pattern, "trunk");
        assert.ok(dependencies.some((one) => one.endsWith("web-codeowners")));
    });

    it("weakens as told", async () => {
        const { recording } = await build({
            classicProtection: true,
            allowBypass: true,
            allowStaleReviews: true,
            checks: [],
            allowNoChecks: true,
        });
        const { inputs } = recording.one("BranchProtection");
        assert.equal(inputs.enforceAdmins, false);
        assert.deepEqual(inputs.requiredStatusChecks, []);
        const [review] = inputs.requiredPullRequestReviews as Values[];
        assert.equal(review?.dismissStaleReviews, false);
    });

    it("refuses what only a ruleset can do", async () => {
        const message = await refused({
            classicProtection: true,
            reviews: 7,
            leads: { slug: "leads", id: "13" },
            mergeQueue: true,
            largestFile: 5,
            releaseTags: { patterns: ["v*"], creators: [{ slug: "release", id: "21" }] },
            branches: [
                { pattern: "feature/*", tier: "feature" },
                { pattern: "main", tier: "production" },
            ],
        });
        assert.deepEqual(
            message
                .split("\n")
                .slice(1)
                .map((line) => line.trim().split(":")[0]),
            [
                "leads",
                "mergeQueue",
                "releaseTags",
                "largestFile",
                "reviews",
                "branches[0].tier",
                "branches[1].pattern",
            ],
        );
        assert.match(
            message,
            /leads: got "a value", allowed: nothing, with classicProtection: only/,
        );
    });
});
