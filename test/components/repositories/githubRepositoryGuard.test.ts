import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { known } from "../../support/mocks";
import { build, refused, rulesOf } from "./sampleGuard";

describe("the repository of GitHubRepositoryGuard", () => {
    it("the repository is private or internal, never forked, and archived, not erased, on deletion", async () => {
        const repository = (await build()).recording.one("Repository").inputs;
        assert.deepEqual(repository, {
            name: "web",
            description: "",
            visibility: "private",
            autoInit: true,
            hasIssues: true,
            hasWiki: false,
            hasProjects: false,
            allowForking: false,
            allowSquashMerge: true,
            allowMergeCommit: false,
            allowRebaseMerge: false,
            allowAutoMerge: false,
            allowUpdateBranch: true,
            deleteBranchOnMerge: true,
            webCommitSignoffRequired: true,
            archiveOnDestroy: true,
            securityAndAnalysis: {
                secretScanning: { status: "enabled" },
                secretScanningPushProtection: { status: "enabled" },
            },
        });
    });

    it("is erased on deletion with allowDestroy", async () => {
        const { recording } = await build({ allowDestroy: true });
        assert.equal(recording.one("Repository").inputs.archiveOnDestroy, false);
    });

    it("may be internal, and public it may not be", async () => {
        const { recording } = await build({ visibility: "internal", description: "Shop" });
        const { visibility, description } = recording.one("Repository").inputs;
        assert.deepEqual([visibility, description], ["internal", "Shop"]);
        assert.match(await refused({ visibility: "public" }), /visibility: got "public"/);
    });

    it("secrets are scanned for and refused when pushed, vulnerable dependencies reported and updated", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("Repository").inputs.securityAndAnalysis, {
            secretScanning: { status: "enabled" },
            secretScanningPushProtection: { status: "enabled" },
        });
        const on = { repository: "web", enabled: true };
        assert.deepEqual(recording.one("RepositoryVulnerabilityAlerts").inputs, on);
        assert.deepEqual(recording.one("RepositoryDependabotSecurityUpdates").inputs, on);
    });

    it("is analysed further only when asked, because that is paid for", async () => {
        const { recording } = await build({
            securityAnalysis: { nonProviderPatterns: true, aiDetection: true, codeSecurity: true },
        });
        const enabled = { status: "enabled" };
        assert.deepEqual(recording.one("Repository").inputs.securityAndAnalysis, {
            secretScanning: enabled,
            secretScanningPushProtection: enabled,
            secretScanningNonProviderPatterns: enabled,
            secretScanningAiDetection: enabled,
            codeSecurity: enabled,
        });
    });

    it("gives out name and id", async () => {
        const { result } = await build();
        assert.equal(await known(result.repositoryName), "web");
        assert.equal(await known(result.fullName), "acme/web");
        assert.ok((await known(result.repositoryId)) > 0);
    });
});

describe("a weakened GitHubRepositoryGuard", () => {
    it("lets administrators push past the branch rules with allowBypass, tags excepted", async () => {
        const { recording } = await build({ allowBypass: true });
        assert.deepEqual(rulesOf(recording).ruleset.bypassActors, [
            { actorType: "RepositoryRole", actorId: 5, bypassMode: "always" },
        ]);
        const tags = recording.named("RepositoryRuleset", "web-tag-rules").inputs;
        assert.deepEqual(tags.bypassActors, []);
    });

    it("keeps stale approvals with allowStaleReviews, and nothing else changes", async () => {
        const weak = rulesOf((await build({ allowStaleReviews: true })).recording).review;
        const strong = rulesOf((await build()).recording).review;
        assert.deepEqual(weak, { ...strong, dismissStaleReviewsOnPush: false });
    });

    it("requires no check with allowNoChecks", async () => {
        const { recording } = await build({ checks: [], allowNoChecks: true });
        assert.ok(!("requiredStatusChecks" in rulesOf(recording).rules));
    });
});
