import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { build, grantsOf, refused, ruleKeys, rulesOf } from "./sampleGuard";

const branches = [
    { pattern: "release/**", tier: "production" },
    { pattern: "develop", tier: "integration" },
    { pattern: "feature/*", tier: "feature" },
];

describe("production branches under GitHubRepositoryGuard", () => {
    it("a change of a production branch needs two approving reviews, one of them by a code owner and one by someone else than the last pusher, and all of them end with the next push", async () => {
        const { ruleset, review } = rulesOf((await build({ branches })).recording);
        assert.deepEqual(ruleset.conditions, {
            refName: { includes: ["~DEFAULT_BRANCH", "refs/heads/release/**"], excludes: [] },
        });
        assert.deepEqual(review, {
            requiredApprovingReviewCount: 2,
            dismissStaleReviewsOnPush: true,
            requireCodeOwnerReview: true,
            requireLastPushApproval: true,
            requiredReviewThreadResolution: true,
            allowedMergeMethods: ["squash"],
        });
    });

    it("with leads, a change of a production branch needs the approval of one of them as well", async () => {
        const leads = { slug: "leads", id: "13" };
        const { recording } = await build({ leads, branches });
        assert.deepEqual(rulesOf(recording).review.requiredReviewers, [
            { reviewer: { id: 13, type: "Team" }, filePatterns: ["*"], minimumApprovals: 1 },
        ]);
        assert.ok(!("requiredReviewers" in rulesOf(recording, "integration").review));
        assert.equal(grantsOf(recording)["13"], "push");
    });

    it("take the number of reviews from the arguments", async () => {
        const { recording } = await build({ reviews: 3, branches });
        assert.equal(rulesOf(recording).review.requiredApprovingReviewCount, 3);
        assert.equal(rulesOf(recording, "integration").review.requiredApprovingReviewCount, 1);
    });

    it("wait for deployments, scanners and each other where the arguments say so", async () => {
        const { recording } = await build({
            requiredDeployments: ["staging"],
            codeScanning: [{ tool: "CodeQL" }, { tool: "Semgrep", alerts: "all" }],
            mergeQueue: true,
        });
        const { requiredDeployments, requiredCodeScanning, mergeQueue } = rulesOf(recording).rules;
        assert.deepEqual(requiredDeployments, { requiredDeploymentEnvironments: ["staging"] });
        const securityAlertsThreshold = "high_or_higher";
        assert.deepEqual(requiredCodeScanning, {
            requiredCodeScanningTools: [
                { tool: "CodeQL", alertsThreshold: "errors", securityAlertsThreshold },
                { tool: "Semgrep", alertsThreshold: "all", securityAlertsThreshold },
            ],
        });
        const { mergeMethod, groupingStrategy } = mergeQueue as Record<string, unknown>;
        assert.deepEqual([mergeMethod, groupingStrategy], ["SQUASH", "ALLGREEN"]);
    });
});

describe("guarded branches under GitHubRepositoryGuard", () => {
    it("a change of an integration branch needs an approving review by someone else than the last pusher", async () => {
        const { ruleset, review } = rulesOf((await build({ branches })).recording, "integration");
        assert.deepEqual(ruleset.conditions, {
            refName: { includes: ["refs/heads/develop"], excludes: [] },
        });
        assert.equal(review.requiredApprovingReviewCount, 1);
        assert.equal(review.requireLastPushApproval, true);
        assert.equal(review.dismissStaleReviewsOnPush, true);
    });

    it("commits on guarded branches are signed and linear, and these are neither force-pushed nor deleted", async () => {
        const { recording } = await build({ branches });
        for (const key of ["branch", "integration"]) {
            const { ruleset, rules } = rulesOf(recording, key);
            assert.equal(ruleset.enforcement, "active");
            assert.equal(ruleset.target, "branch");
            const { deletion, nonFastForward, requiredLinearHistory, requiredSignatures } = rules;
            assert.deepEqual(
                [deletion, nonFastForward, requiredLinearHistory, requiredSignatures],
                [true, true, true, true],
                key,
            );
        }
    });

    it("nobody bypasses these rules, administrators included", async () => {
        const { recording } = await build({ branches, branchNames: "^[a-z]" });
        for (const { name, inputs } of recording.all("RepositoryRuleset")) {
            assert.deepEqual(inputs.bypassActors, [], name);
        }
    });

    it("a change of a guarded branch needs green checks, each reported by the app named for it", async () => {
        const { recording } = await build({ branches });
        for (const key of ["branch", "integration"]) {
            assert.deepEqual(rulesOf(recording, key).rules.requiredStatusChecks, {
                requiredChecks: [{ context: "build", integrationId: 15368 }],
                strictRequiredStatusChecksPolicy: true,
                doNotEnforceOnCreate: true,
            });
        }
    });

    it("have one ruleset for each tier that has branches", async () => {
        const one = (await build()).recording;
        assert.deepEqual(ruleKeys(one), ["branch", "push", "tag"]);
        const all = (await build({ branches })).recording;
        assert.deepEqual(ruleKeys(all), ["branch", "feature", "integration", "push", "tag"]);
    });

    it("are open to push in the tier feature, for signed commits", async () => {
        const { ruleset, rules } = rulesOf((await build({ branches })).recording, "feature");
        assert.deepEqual(ruleset.conditions, {
            refName: { includes: ["refs/heads/feature/*"], excludes: [] },
        });
        assert.deepEqual(rules, { requiredSignatures: true });
    });

    it("take commits of the listed mail addresses only, where the arguments say so", async () => {
        const { recording } = await build({ branches, commitEmails: "@acme\\.example$" });
        for (const key of ["branch", "integration", "feature"]) {
            assert.deepEqual(rulesOf(recording, key).rules.commitAuthorEmailPattern, {
                name: "mail address of the author",
                operator: "regex",
                pattern: "@acme\\.example$",
                negate: false,
            });
        }
    });

    it("are named as the arguments say, those with a name of their own aside", async () => {
        const { recording } = await build({ branches, branchNames: "^(feature|fix)/" });
        const { ruleset, rules } = rulesOf(recording, "name");
        assert.deepEqual(ruleset.conditions, {
            refName: {
                includes: ["~ALL"],
                excludes: ["~DEFAULT_BRANCH", "refs/heads/release/**", "refs/heads/develop"],
            },
        });
        assert.deepEqual(Object.keys(rules), ["branchNamePattern"]);
    });

    it("have tiers and patterns that GitHub knows", async () => {
        const message = await refused({
            mergeQueue: true,
            branches: [
                { pattern: "refs/heads/x", tier: "feature" },
                { pattern: "dev/*", tier: "integration" },
                { pattern: "release/*", tier: "production" },
                { pattern: "release/*", tier: "golden" },
            ],
        });
        assert.deepEqual(
            message
                .split("\n")
                .slice(1)
                .map((line) => line.trim().split(":")[0]),
            [
                "branches[0].pattern",
                "branches[1].pattern",
                "branches[3].tier",
                "branches[3].pattern",
                "branches[2].pattern",
            ],
        );
    });
});
