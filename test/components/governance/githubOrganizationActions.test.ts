import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Team } from "@pulumi/github/team";
import * as pulumi from "@pulumi/pulumi";
import {
    GitHubOrganizationActions,
    type GitHubOrganizationActionsArgs,
} from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";

const args: GitHubOrganizationActionsArgs = {
    organization: "acme",
    repositories: [
        { name: "shop", id: pulumi.output(201), properties: { tier: "production" } },
        { name: "gates", id: 202 },
    ],
    allowedActions: ["docker/build-push-action@*"],
    requiredWorkflows: [{ repositoryId: 202, path: ".github/workflows/scan.yml" }],
};

/** The component, which waits for a resource that stands for the guards of the repositories. */
const build = (more: Partial<GitHubOrganizationActionsArgs> = {}) =>
    record(() => {
        const guard = new Team("guard");
        const all = { ...args, ...more };
        return new GitHubOrganizationActions("acme", all, { dependsOn: [guard] });
    });

async function one(type: string, more: Partial<GitHubOrganizationActionsArgs> = {}) {
    const { recording } = await build(more);
    return recording.one(type);
}

describe("GitHubOrganizationActions", () => {
    it("no repository but the listed ones runs workflows", async () => {
        const { inputs } = await one("ActionsOrganizationPermissions");
        assert.equal(inputs.enabledRepositories, "selected");
        assert.deepEqual(inputs.enabledRepositoriesConfig, { repositoryIds: [201, 202] });
    });

    it("in all of them only GitHub's own and the listed actions run, each pinned to a commit", async () => {
        const { inputs } = await one("ActionsOrganizationPermissions");
        assert.equal(inputs.allowedActions, "selected");
        assert.deepEqual(inputs.allowedActionsConfig, {
            githubOwnedAllowed: true,
            verifiedAllowed: false,
            patternsAlloweds: ["docker/build-push-action@*"],
        });
        assert.equal(inputs.shaPinningRequired, true);
    });

    it("the token of a workflow only reads where the workflow asks for no more, and approves nothing", async () => {
        const { inputs } = await one("ActionsOrganizationWorkflowPermissions");
        assert.deepEqual(inputs, {
            organizationSlug: "acme",
            defaultWorkflowPermissions: "read",
            canApprovePullRequestReviews: false,
        });
    });

    it("a stranger's pull request runs nothing before a member approves it, and nothing at all from a private fork", async () => {
        assert.deepEqual((await one("GitHubForkApproval")).inputs, {
            approvalPolicy: "all_external_contributors",
            runWorkflowsFromForkPullRequests: false,
        });
    });

    it("a change of the default branch of a listed repository, holders of required workflows aside, needs each of these to pass, and two fresh reviews", async () => {
        const { inputs } = await one("OrganizationRuleset");
        const { target, enforcement, conditions } = inputs;
        assert.deepEqual([target, enforcement], ["branch", "active"]);
        assert.deepEqual(conditions, {
            refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] },
            repositoryIds: [201],
        });
        const { pullRequest, requiredWorkflows } = inputs.rules as Record<string, object>;
        assert.deepEqual(requiredWorkflows, {
            requiredWorkflows: [
                { repositoryId: 202, path: ".github/workflows/scan.yml", ref: "refs/heads/main" },
            ],
            doNotEnforceOnCreate: true,
        });
        assert.deepEqual(pullRequest, {
            requiredApprovingReviewCount: 2,
            dismissStaleReviewsOnPush: true,
            requireCodeOwnerReview: true,
            requireLastPushApproval: true,
            requiredReviewThreadResolution: true,
            allowedMergeMethods: ["squash"],
        });
    });

    it("nobody bypasses a required workflow, owners included", async () => {
        assert.deepEqual((await one("OrganizationRuleset")).inputs.bypassActors, []);
    });

    it("has no ruleset without a workflow", async () => {
        const { recording } = await build({ requiredWorkflows: [] });
        assert.deepEqual(recording.all("OrganizationRuleset"), []);
    });

    it("a subject from the organisation's template names one repository and the context of the job", async () => {
        const type = "ActionsOrganizationOidcSubjectClaimCustomizationTemplate";
        assert.deepEqual((await one(type)).inputs, { includeClaimKeys: ["repo", "context"] });
        const oidcClaims = ["repo", "context", "job_workflow_ref"];
        assert.deepEqual((await one(type, { oidcClaims })).inputs, {
            includeClaimKeys: oidcClaims,
        });
    });

    it("the limits on Actions stay when the component goes", async () => {
        for (const type of [
            "ActionsOrganizationPermissions",
            "ActionsOrganizationWorkflowPermissions",
            "GitHubForkApproval",
        ]) {
            assert.equal((await one(type)).retainOnDelete, true);
        }
    });

    it("says of a repository what it is", async () => {
        assert.deepEqual((await one("RepositoryCustomProperty")).inputs, {
            repository: "shop",
            propertyName: "tier",
            propertyType: "single_select",
            propertyValues: ["production"],
        });
    });

    it("hands what it waits for to what the guards' files come before", async () => {
        const { recording } = await build();
        const waiting = recording.resources
            .filter(
                ({ custom, dependencies }) =>
                    custom && dependencies.some((one) => one.endsWith("Team guard")),
            )
            .map(({ type }) => type.split(":").at(-1));
        assert.deepEqual(waiting.sort(), ["OrganizationRuleset", "RepositoryCustomProperty"]);
    });

    it("gives out the repositories that run workflows", async () => {
        const { result } = await build();
        assert.deepEqual(await known(result.repositories), ["shop", "gates"]);
    });
});

describe("the arguments of GitHubOrganizationActions", () => {
    const refusalOf = async (more: Partial<GitHubOrganizationActionsArgs>) => {
        const message = await refusal(
            () => new GitHubOrganizationActions("acme", { ...args, ...more }),
        );
        return message.split("\n").map((line) => line.trim());
    };
    const paths = (lines: string[]) => lines.slice(1).map((line) => line.split(":")[0]);

    it("are refused all at once", async () => {
        const lines = await refusalOf({
            organization: "",
            githubPlan: "gold",
            repositories: [
                { name: "shop", id: 1, properties: { tier: "" } },
                { name: "a b", id: 2 },
                { name: "SHOP", id: 3 },
            ],
            allowedActions: ["*"],
            requiredWorkflows: [{ repositoryId: 1, path: "scan.yml", ref: "main" }],
            oidcClaims: ["repository_owner"],
        });
        assert.deepEqual(paths(lines), [
            "organization",
            "githubPlan",
            "repositories[0].properties.tier",
            "repositories[1].name",
            "repositories[2].name",
            "allowedActions[0]",
            "requiredWorkflows[0].path",
            "requiredWorkflows[0].ref",
            "oidcClaims",
        ]);
    });

    it("name a repository, or nothing would run", async () => {
        assert.deepEqual(paths(await refusalOf({ repositories: [] })), ["repositories"]);
    });

    it("required workflows are not run on a plan that ignores them: they are refused before anything is made", async () => {
        for (const githubPlan of ["free", "team"]) {
            const [, problem, ...others] = await refusalOf({ githubPlan });
            assert.match(
                problem ?? "",
                /^requiredWorkflows: got required workflows on plan "(free|team)", allowed: plan "enterprise"; otherwise /,
            );
            assert.deepEqual(others, []);
        }
    });
});
