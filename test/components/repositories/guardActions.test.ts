import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { build, refused, type Values } from "./sampleGuard";

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

describe("forks under GitHubRepositoryGuard", () => {
    it("a pull request from a fork runs no code with secrets", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("GitHubForkApproval").inputs, {
            repository: "web",
            runWorkflowsFromForkPullRequests: false,
        });
        const weak = (await build({ allowForkWorkflows: true })).recording;
        assert.deepEqual(weak.one("GitHubForkApproval").inputs, {
            repository: "web",
            runWorkflowsFromForkPullRequests: true,
            sendSecretsAndVariables: false,
            sendWriteTokensToWorkflows: false,
            requireApprovalForForkPrWorkflows: true,
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
        assert.deepEqual(recording.all("GitHubImmutableSubject"), []);
        const foreign = await refused({ oidcClaims: ["actor"] });
        assert.match(foreign, /oidcClaims: got \["actor"\], allowed: \["repo","context"\] or/);
    });
});

describe("the subject of a repository's jobs under GitHubRepositoryGuard", () => {
    it("holds ids where the arguments say so, set after the claims it is made of", async () => {
        const oidcClaims = ["repo", "context"];
        const { recording } = await build({ oidcClaims, immutableSubject: true });
        const { inputs, dependencies } = recording.one("GitHubImmutableSubject");
        assert.deepEqual(inputs, { repository: "web", useImmutableSubject: true });
        assert.ok(dependencies.some((one) => one.endsWith("web-oidc-claims")));
    });
});
