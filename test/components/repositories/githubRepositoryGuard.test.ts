import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GitHubRepositoryGuard, type GitHubRepositoryGuardArgs } from "../../../components/index";
import { known, record, refusal, type Recording } from "../../support/mocks";

const args: GitHubRepositoryGuardArgs = {
    organization: "acme",
    repository: "web",
    team: { slug: "web", id: "11" },
    codeOwners: { slug: "platform", id: "12" },
    checks: [{ context: "build", integrationId: 15368 }],
};

const build = (more: Partial<GitHubRepositoryGuardArgs> = {}) =>
    record(() => new GitHubRepositoryGuard("web", { ...args, ...more }));

type Values = Record<string, unknown>;

function branchRules(recording: Recording): { ruleset: Values; rules: Values; review: Values } {
    const ruleset = recording.named("RepositoryRuleset", "web-branch-rules").inputs;
    const rules = ruleset.rules as Values;
    return { ruleset, rules, review: rules.pullRequest as Values };
}

function grants(recording: Recording): unknown {
    const all = recording.all("TeamRepository");
    return Object.fromEntries(all.map(({ name, inputs }) => [name, inputs.permission]));
}

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
        const refused = () => new GitHubRepositoryGuard("web", { ...args, visibility: "public" });
        assert.match(await refusal(refused), /visibility: got "public"/);
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

    it("gives out name and id", async () => {
        const { result } = await build();
        assert.equal(await known(result.repositoryName), "web");
        assert.equal(await known(result.fullName), "acme/web");
        assert.ok((await known(result.repositoryId)) > 0);
    });
});

describe("the default branch under GitHubRepositoryGuard", () => {
    it("a change of the default branch needs two approving reviews, one of them by a code owner and one by someone else than the last pusher, and all of them end with the next push", async () => {
        const { review } = branchRules((await build()).recording);
        assert.deepEqual(review, {
            requiredApprovingReviewCount: 2,
            dismissStaleReviewsOnPush: true,
            requireCodeOwnerReview: true,
            requireLastPushApproval: true,
            requiredReviewThreadResolution: true,
            allowedMergeMethods: ["squash"],
        });
    });

    it("commits on the default branch are signed and linear, and it is neither force-pushed nor deleted", async () => {
        const { ruleset, rules } = branchRules((await build()).recording);
        assert.equal(ruleset.enforcement, "active");
        assert.equal(ruleset.target, "branch");
        assert.deepEqual(ruleset.conditions, {
            refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
        });
        for (const rule of [
            "deletion",
            "nonFastForward",
            "requiredLinearHistory",
            "requiredSignatures",
        ]) {
            assert.equal(rules[rule], true, rule);
        }
    });

    it("nobody bypasses these rules, administrators included", async () => {
        const { recording } = await build();
        for (const { name, inputs } of recording.all("RepositoryRuleset")) {
            assert.deepEqual(inputs.bypassActors, [], name);
        }
    });

    it("a change of the default branch needs green checks, each reported by the app named for it", async () => {
        const { rules } = branchRules((await build()).recording);
        assert.deepEqual(rules.requiredStatusChecks, {
            requiredChecks: [{ context: "build", integrationId: 15368 }],
            strictRequiredStatusChecksPolicy: true,
            doNotEnforceOnCreate: true,
        });
    });

    it("takes the number of reviews from the arguments", async () => {
        const { review } = branchRules((await build({ reviews: 1 })).recording);
        assert.equal(review.requiredApprovingReviewCount, 1);
    });
});

describe("tags under GitHubRepositoryGuard", () => {
    it("a tag, once pushed, is never moved or deleted", async () => {
        const { recording } = await build();
        const { inputs } = recording.named("RepositoryRuleset", "web-tag-rules");
        assert.equal(inputs.target, "tag");
        assert.equal(inputs.enforcement, "active");
        assert.deepEqual(inputs.conditions, { refName: { includes: ["~ALL"], excludes: [] } });
        assert.deepEqual(inputs.rules, { deletion: true, update: true, nonFastForward: true });
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

describe("teams under GitHubRepositoryGuard", () => {
    it("push when they own code or pipelines, and read when they review deployments", async () => {
        const { recording } = await build({ readers: [{ slug: "release", id: "13" }] });
        assert.deepEqual(grants(recording), {
            "web-team/release": "pull",
            "web-team/web": "push",
            "web-team/platform": "push",
        });
    });

    it("get one grant each, the greater one", async () => {
        const { recording } = await build({
            codeOwners: args.team,
            readers: [args.team, { slug: "release", id: "13" }, { slug: "release", id: "13" }],
        });
        assert.deepEqual(grants(recording), {
            "web-team/web": "push",
            "web-team/release": "pull",
        });
    });

    it("CODEOWNERS is written before the rules stand, which would refuse the write", async () => {
        const { recording } = await build();
        const file = "github:index/repositoryFile:RepositoryFile web-codeowners";
        const rules = recording.named("RepositoryRuleset", "web-branch-rules");
        assert.ok(rules.dependencies.includes(file), rules.dependencies.join(", "));
    });

    it("every path has a code owner, and pipelines, policies and CODEOWNERS itself belong to the guarding team", async () => {
        const { recording } = await build();
        const file = recording.one("RepositoryFile").inputs;
        assert.equal(file.file, ".github/CODEOWNERS");
        assert.match(String(file.content), /^\* @acme\/web$/m);
        assert.match(String(file.content), /^\/\.github\/ @acme\/platform$/m);
    });
});

describe("a weakened GitHubRepositoryGuard", () => {
    it("lets administrators push past the branch rules with allowBypass, tags excepted", async () => {
        const { recording } = await build({ allowBypass: true });
        assert.deepEqual(branchRules(recording).ruleset.bypassActors, [
            { actorType: "RepositoryRole", actorId: 5, bypassMode: "always" },
        ]);
        const tags = recording.named("RepositoryRuleset", "web-tag-rules").inputs;
        assert.deepEqual(tags.bypassActors, []);
    });

    it("keeps stale approvals with allowStaleReviews, and nothing else changes", async () => {
        const weak = branchRules((await build({ allowStaleReviews: true })).recording).review;
        const strong = branchRules((await build()).recording).review;
        assert.deepEqual(weak, { ...strong, dismissStaleReviewsOnPush: false });
    });

    it("requires no check with allowNoChecks", async () => {
        const { recording } = await build({ checks: [], allowNoChecks: true });
        assert.ok(!("requiredStatusChecks" in branchRules(recording).rules));
    });
});
