import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { RepositoryEnvironment } from "@pulumi/github/repositoryEnvironment";
import * as pulumi from "@pulumi/pulumi";
import { GitHubDeploymentProtectionRule } from "gatehouse-hosts";
import { GitHubEnvironment, type GitHubEnvironmentArgs } from "../../../components/index";
import { known, record } from "../../support/mocks";

const args: GitHubEnvironmentArgs = {
    organization: "acme",
    repository: "web",
    environment: "production",
    reviewerTeams: [13],
    branches: ["main"],
    ownerId: 101,
    repositoryId: 202,
};

const build = (more: Partial<GitHubEnvironmentArgs> = {}) =>
    record(() => new GitHubEnvironment("prod", { ...args, ...more }));

/** The resources an output waits for; the SDK hides them from its typings. */
function resourcesBehind(output: pulumi.Output<unknown>): Promise<Set<pulumi.Resource>> {
    const inner = output as unknown as { allResources(): Promise<Set<pulumi.Resource>> };
    return inner.allResources();
}

describe("GitHubEnvironment", () => {
    it("administrators cannot skip the approval", async () => {
        const { recording } = await build();
        assert.equal(recording.one("RepositoryEnvironment").inputs.canAdminsBypass, false);
    });

    it("a member of one of the reviewing teams approves each deployment, never the person who started it", async () => {
        const { recording } = await build();
        assert.deepEqual(recording.one("RepositoryEnvironment").inputs, {
            repository: "web",
            environment: "production",
            reviewers: [{ teams: [13] }],
            preventSelfReview: true,
            canAdminsBypass: false,
            waitTimer: 0,
            deploymentBranchPolicy: { protectedBranches: false, customBranchPolicies: true },
        });
    });

    it("only the listed branches and tags deploy", async () => {
        const { recording } = await build({ branches: ["main", "release/*"], tags: ["v*"] });
        assert.deepEqual(
            recording
                .all("RepositoryEnvironmentDeploymentPolicy")
                .map(({ name, inputs }) => [name, inputs.branchPattern, inputs.tagPattern]),
            [
                ["prod-branch/main", "main", undefined],
                ["prod-branch/release/*", "release/*", undefined],
                ["prod-tag/v*", undefined, "v*"],
            ],
        );
        const environment = recording.one("RepositoryEnvironment").inputs;
        assert.deepEqual(environment.deploymentBranchPolicy, {
            protectedBranches: false,
            customBranchPolicies: true,
        });
    });

    it("opens to tags alone", async () => {
        const { recording } = await build({ branches: [], tags: ["v1.*"] });
        const policy = recording.one("RepositoryEnvironmentDeploymentPolicy").inputs;
        assert.deepEqual(policy, {
            repository: "web",
            environment: "production",
            tagPattern: "v1.*",
        });
    });

    it("takes people as reviewers, beside teams or instead of them", async () => {
        const reviewersOf = async (more: Partial<GitHubEnvironmentArgs>) => {
            const { recording } = await build(more);
            return recording.one("RepositoryEnvironment").inputs.reviewers;
        };
        assert.deepEqual(await reviewersOf({ reviewerUsers: [7] }), [{ teams: [13], users: [7] }]);
        assert.deepEqual(await reviewersOf({ reviewerTeams: [], reviewerUsers: [7, 8] }), [
            { users: [7, 8] },
        ]);
    });

    it("every deployment waits for the verdict of each listed app", async () => {
        const apps = [
            { slug: "change-tickets", integrationId: 77 },
            { slug: "freeze", integrationId: pulumi.output(78) },
        ];
        const { recording, result } = await build({ apps });
        const rules = recording.all("GitHubDeploymentProtectionRule");
        assert.deepEqual(
            rules.map(({ name, inputs }) => [name, inputs.integrationId]),
            [
                ["prod-app/change-tickets", 77],
                ["prod-app/freeze", 78],
            ],
        );
        assert.equal(rules[0]?.inputs.environment, "production");
        const waitsFor = [...(await resourcesBehind(result.subject))];
        const tokens = waitsFor.filter((one) => one instanceof GitHubDeploymentProtectionRule);
        assert.equal(tokens.length, 2);
    });

    it("waits as told", async () => {
        const { recording } = await build({ waitMinutes: 30 });
        assert.equal(recording.one("RepositoryEnvironment").inputs.waitTimer, 30);
    });

    it("takes reviewers that are not known yet", async () => {
        const { recording } = await build({ reviewerTeams: [pulumi.output(7), 8] });
        assert.deepEqual(recording.one("RepositoryEnvironment").inputs.reviewers, [
            { teams: [7, 8] },
        ]);
    });

    it("the OIDC subject is exact, and whatever trusts it is created after the protection it relies on", async () => {
        const { result } = await build({ repository: pulumi.output("web") });
        const waitsFor = [...(await resourcesBehind(result.subject))];
        assert.ok(waitsFor.some((one) => one instanceof RepositoryEnvironment));
        assert.equal(await known(result.subject), "repo:acme@101/web@202:environment:production");
        assert.equal(await known(result.environment), "production");
    });

    it("names the workflow in its subject where the repository's claims do", async () => {
        const workflow = "acme/ci/.github/workflows/deploy.yml@refs/heads/main";
        const { result } = await build({ workflow });
        assert.equal(
            await known(result.subject),
            `repo:acme@101/web@202:environment:production:job_workflow_ref:${workflow}`,
        );
    });

    it("gives out its subject by name for older repositories, ids or not", async () => {
        for (const ids of [{}, { ownerId: undefined, repositoryId: undefined }]) {
            const { result } = await build({ subjectFormat: "name", ...ids });
            assert.equal(await known(result.subject), "repo:acme/web:environment:production");
        }
    });
});

describe("a weakened GitHubEnvironment", () => {
    it("has no reviewers with allowNoReview", async () => {
        const { recording } = await build({ reviewerTeams: [], allowNoReview: true });
        assert.deepEqual(recording.one("RepositoryEnvironment").inputs.reviewers, []);
    });

    it("accepts the starter's approval with allowSelfReview", async () => {
        const { recording } = await build({ allowSelfReview: true });
        const { preventSelfReview, canAdminsBypass } =
            recording.one("RepositoryEnvironment").inputs;
        assert.deepEqual([preventSelfReview, canAdminsBypass], [false, false]);
    });

    it("lets administrators skip it with allowAdminBypass", async () => {
        const { recording } = await build({ allowAdminBypass: true });
        const { preventSelfReview, canAdminsBypass } =
            recording.one("RepositoryEnvironment").inputs;
        assert.deepEqual([preventSelfReview, canAdminsBypass], [true, true]);
    });

    it("opens to every branch with allowAnyBranch", async () => {
        const { recording } = await build({ allowAnyBranch: true });
        const environment = recording.one("RepositoryEnvironment").inputs;
        assert.equal(environment.deploymentBranchPolicy, undefined);
        assert.equal(recording.all("RepositoryEnvironmentDeploymentPolicy").length, 0);
    });
});
