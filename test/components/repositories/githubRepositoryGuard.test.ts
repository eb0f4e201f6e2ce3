import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { known } from "../../support/mocks";
import { build, refused, rulesOf, type Values } from "./sampleGuard";

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

describe("Actions under GitHubRepositoryGuard", () => {
    it("workflows run GitHub's own and the listed actions, pinned to a commit", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("ActionsRepositoryPermissions").inputs, {
            repository: "web",
            enabled: true,
            allowedActions: "selected",
            allowedActionsConfig: {
                githubOwnedAllowed: true,
                verifiedAllowed: false,
                patternsAlloweds: [],
            },
            shaPinningRequired: true,
        });
    });

    it("run the listed actions as well", async () => {
        const allowedActions = ["azure/login@*", `pulumi/actions@${"a".repeat(40)}`];
        const { recording } = await build({ allowedActions });
        const { allowedActionsConfig } = recording.one("ActionsRepositoryPermissions").inputs;
        assert.deepEqual((allowedActionsConfig as Values).patternsAlloweds, allowedActions);
    });

    it("the workflow token reads, and cannot approve pull requests", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("WorkflowRepositoryPermissions").inputs, {
            repository: "web",
            defaultWorkflowPermissions: "read",
            canApprovePullRequestReviews: false,
        });
    });
});

describe("what others get from a repository under GitHubRepositoryGuard", () => {
    it("is left as it is unless the arguments say otherwise", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.all("ActionsRepositoryAccessLevel"), []);
        const template = "ActionsRepositoryOidcSubjectClaimCustomizationTemplate";
        assert.deepEqual(recording.all(template), []);
    });

    it("are its workflows, for those named", async () => {
        const { recording } = await build({ workflowAccess: "organization" });
        assert.deepEqual(recording.one("ActionsRepositoryAccessLevel").inputs, {
            repository: "web",
            accessLevel: "organization",
        });
    });

    it("are subjects made of the claims that identities here are bound to", async () => {
        const oidcClaims = ["repo", "context", "job_workflow_ref"];
        const { recording } = await build({ oidcClaims });
        const template = "ActionsRepositoryOidcSubjectClaimCustomizationTemplate";
        assert.deepEqual(recording.one(template).inputs, {
            repository: "web",
            useDefault: false,
            includeClaimKeys: oidcClaims,
        });
        const foreign = await refused({ oidcClaims: ["actor"] });
        assert.match(foreign, /oidcClaims: got \["actor"\], allowed: \["repo","context"\] or/);
    });
});

describe("files under GitHubRepositoryGuard", () => {
    it("CODEOWNERS is written before the rules stand, which would refuse the write", async () => {
        const { recording } = await build({ branches: [{ pattern: "dev", tier: "integration" }] });
        const file = "github:index/repositoryFile:RepositoryFile web-codeowners";
        for (const key of ["branch", "integration", "push"]) {
            const rules = recording.named("RepositoryRuleset", `web-${key}-rules`);
            assert.ok(rules.dependencies.includes(file), rules.dependencies.join(", "));
        }
    });

    it("every path has a code owner, and pipelines, policies and CODEOWNERS itself belong to the guarding team", async () => {
        const { recording } = await build();
        const file = recording.one("RepositoryFile").inputs;
        assert.equal(file.file, ".github/CODEOWNERS");
        assert.match(String(file.content), /^\* @acme\/web$/m);
        assert.match(String(file.content), /^\/\.github\/ @acme\/platform$/m);
    });

    it("hold Dependabot's version updates, written before the rules and after CODEOWNERS", async () => {
        const { recording } = await build({
            dependabot: [
                { ecosystem: "npm", directory: "/web", interval: "daily" },
                { ecosystem: "github-actions" },
            ],
        });
        const { inputs, dependencies } = recording.named("RepositoryFile", "web-dependabot");
        assert.equal(inputs.file, ".github/dependabot.yml");
        assert.deepEqual(parse(String(inputs.content)), {
            version: 2,
            updates: [
                {
                    "package-ecosystem": "npm",
                    directory: "/web",
                    schedule: { interval: "daily" },
                },
                {
                    "package-ecosystem": "github-actions",
                    directory: "/",
                    schedule: { interval: "weekly" },
                },
            ],
        });
        assert.ok(dependencies.some((one) => one.endsWith("web-codeowners")));
        const rules = recording.named("RepositoryRuleset", "web-branch-rules");
        assert.ok(rules.dependencies.some((one) => one.endsWith("web-dependabot")));
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
