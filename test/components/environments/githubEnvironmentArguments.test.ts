import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { GitHubEnvironment, type GitHubEnvironmentArgs } from "../../../components/index";
import { record, refusal } from "../../support/mocks";

const args: GitHubEnvironmentArgs = {
    organization: "acme",
    repository: "web",
    environment: "production",
    reviewerTeams: [13],
    branches: ["main"],
    ownerId: 101,
    repositoryId: 202,
};

const build = (more: Partial<GitHubEnvironmentArgs>) =>
    record(() => new GitHubEnvironment("prod", { ...args, ...more }));
const refusalOf = (more: Partial<GitHubEnvironmentArgs>): Promise<string> =>
    refusal(() => new GitHubEnvironment("prod", { ...args, ...more }));

describe("the arguments of GitHubEnvironment", () => {
    it("are refused all at once", async () => {
        const message = await refusal(
            () =>
                new GitHubEnvironment("prod", {
                    organization: "",
                    repository: "a/b",
                    visibility: "hidden",
                    githubPlan: "gold",
                    environment: "*",
                    tier: "prod",
                    reviewerTeams: [],
                    branches: ["**", "main", "main"],
                    tags: ["*", "v1", "v1"],
                    waitMinutes: 43_201,
                    subjectFormat: "short",
                    workflow: "deploy.yml",
                }),
        );
        assert.deepEqual(
            message.split("\n").map((line) => line.trim().split(":")[0]),
            [
                'GitHubEnvironment "prod"',
                "organization",
                "repository",
                "visibility",
                "githubPlan",
                "environment",
                "tier",
                "reviewerTeams",
                "branches[0]",
                "branches[2]",
                "tags[0]",
                "tags[2]",
                "waitMinutes",
                "subjectFormat",
                "workflow",
            ],
        );
    });

    for (const pattern of ["*", "**", "**/*", "*/**", "", "a branch"]) {
        it(`do not take ${JSON.stringify(pattern)} for a selection of branches`, async () => {
            assert.match(await refusalOf({ branches: [pattern] }), /branches\[0\]: got/);
        });
    }

    it("hold a branch unless allowAnyBranch says otherwise", async () => {
        assert.match(
            await refusalOf({ branches: [] }),
            /branches: got \[\], allowed: at least one/,
        );
    });

    it("hold at most six reviewing teams", async () => {
        const message = await refusalOf({ reviewerTeams: [1, 2, 3, 4, 5, 6, 7] });
        assert.match(message, /reviewerTeams: got "7 teams", allowed: at most 6 teams/);
    });

    it("hold both ids for the subject by id", async () => {
        const message = await refusalOf({ ownerId: undefined, repositoryId: undefined });
        assert.match(message, /ownerId: got nothing/);
        assert.match(message, /repositoryId: got nothing/);
    });

    it("hold at most six reviewers, teams and people together", async () => {
        const message = await refusalOf({ reviewerTeams: [1, 2, 3], reviewerUsers: [4, 5, 6, 7] });
        assert.match(message, /reviewerUsers: got "7 reviewers", allowed: at most 6 teams and/);
    });

    it("hold at most six apps, each once", async () => {
        const apps = ["a", "b", "c", "d", "e", "f", "f"].map((slug) => ({
            slug,
            integrationId: 1,
        }));
        const message = await refusalOf({ apps: [...apps, { slug: "A b", integrationId: 2 }] });
        assert.match(message, /apps\[7\]\.slug: got "A b"/);
        assert.match(message, /apps\[6\]\.slug: got "f", allowed: an app not used before/);
        assert.match(message, /apps: got "8 apps", allowed: at most 6 apps/);
    });

    it("name nobody twice, whose second vote would be their first", async () => {
        const message = await refusalOf({ reviewerTeams: [3, 3], reviewerUsers: [7, 7] });
        assert.match(message, /2 arguments.*\n.*reviewerTeams\[1\]: .*\n.*reviewerUsers\[1\]: /);
    });

    it("in production no reviewer is one person alone, whose account is all a thief would need", async () => {
        const alone = { reviewerTeams: [], reviewerUsers: [7] };
        const message = /reviewerUsers: got "one person alone", allowed: a team, or two people/;
        assert.match(await refusalOf(alone), message);
        assert.match(await refusalOf({ ...alone, tier: "production" }), message);
        const { recording } = await build({ ...alone, tier: "staging" });
        assert.deepEqual(recording.one("RepositoryEnvironment").inputs.reviewers, [{ users: [7] }]);
    });

    it("no reviewing team is among those said to push to the repository", async () => {
        const allowed = /reviewerTeams\[1\]: got 5, allowed: a team that may not push/;
        assert.match(await refusalOf({ reviewerTeams: [4, 5], pushTeams: [5, 6] }), allowed);
        const { recording } = await build({ reviewerTeams: [4, pulumi.output(5)], pushTeams: [6] });
        assert.deepEqual(recording.one("RepositoryEnvironment").inputs.reviewers, [
            { teams: [4, 5] },
        ]);
    });
});
