import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { getOrganizationOutput } from "@pulumi/github/getOrganization";
import { Repository } from "@pulumi/github/repository";
import { Team } from "@pulumi/github/team";
import { TeamRepository } from "@pulumi/github/teamRepository";
import { GitHubEnvironment, type GitHubEnvironmentArgs } from "../../../components/index";
import { openOnPlan } from "../../support/githubPlan";
import { refusal } from "../../support/mocks";
import { complaints } from "../../support/sandbox";

type Some = Partial<GitHubEnvironmentArgs>;
const all: Some = {
    branches: ["main"],
    tags: ["v*"],
    waitMinutes: 5,
    apps: [{ slug: "change-tickets", integrationId: 77 }],
};
const unreviewed: Some = { branches: ["main"], reviewerTeams: [], allowNoReview: true };

/** What each plan leaves of an environment in a repository that is private, or public. */
const kept: Record<string, Some[]> = {
    "free private": [],
    "free public": [all, unreviewed],
    "team private": [unreviewed],
    "team public": [all, unreviewed],
    "enterprise private": [all, unreviewed],
    "enterprise internal": [all],
};

/** A repository with one environment for each of the cases; the release team may push, or not. */
function program(plan: string, visibility: string, cases: Some[], pushes = false) {
    return () => {
        const release = new Team("release", { name: "release", privacy: "closed" });
        const repository = new Repository("web", { name: "web", visibility, autoInit: true });
        const reading = new TeamRepository("release-web", {
            repository: repository.name,
            teamId: release.id,
            permission: "pull",
        });
        cases.forEach((some, i) => {
            const facts = { organization: "acme", repository: repository.name, visibility };
            const name = `stage-${i}`;
            const ids = {
                ownerId: getOrganizationOutput({ name: "acme" }).id.apply(Number),
                repositoryId: repository.repoId,
            };
            const reviewerTeams = [release.id.apply(Number)];
            const pushTeams = pushes ? reviewerTeams : [];
            const rest = { githubPlan: plan, environment: name, branches: [], reviewerTeams };
            const more = { ...rest, pushTeams };
            const args = { ...facts, ...more, ...ids, ...some };
            new GitHubEnvironment(name, args, { dependsOn: [reading] });
        });
        return Promise.resolve({});
    };
}

describe("a GitHubEnvironment on the organisation's plan", function () {
    this.timeout(120_000);

    for (const [place, cases] of Object.entries(kept).filter(([, some]) => some.length > 0)) {
        it(`deploys what it accepts: ${place}`, async () => {
            const [plan = "", visibility = ""] = place.split(" ");
            const sandbox = await openOnPlan("environment", plan);
            try {
                const made = await sandbox.run(
                    "up",
                    {},
                    { program: program(plan, visibility, cases), config: {}, policyPacks: [] },
                );
                assert.ok(made.ok, complaints(made));
            } finally {
                await sandbox.close();
            }
        });
    }

    it("is refused for ids that show late, before GitHub hears of them", async () => {
        const sandbox = await openOnPlan("environment", "enterprise");
        try {
            const options = { config: {}, policyPacks: [] };
            const made = await sandbox.run(
                "up",
                {},
                { ...options, program: program("enterprise", "private", [all], true) },
            );
            assert.equal(made.ok, false);
            assert.match(
                complaints(made),
                /reviewerTeams\[0\]: got \d+, allowed: a team that may not/,
            );
            const tokens = made.resources.map(({ type }) => type);
            assert.ok(!tokens.some((token) => token.endsWith(":RepositoryEnvironment")));
        } finally {
            await sandbox.close();
        }
    });

    /** Arguments that are refused, and nothing else. */
    const refused = async (githubPlan: string, visibility: string, more: Some) => {
        const facts = { organization: "acme", repository: "web", environment: "production" };
        const ids = { ownerId: 101, repositoryId: 202 };
        const rest = { reviewerTeams: [1], branches: ["main"], ...more };
        const message = await refusal(
            () =>
                new GitHubEnvironment("prod", {
                    ...facts,
                    ...ids,
                    githubPlan,
                    visibility,
                    ...rest,
                }),
        );
        return message.split("\n").slice(1);
    };
    const paths = (lines: string[]) => lines.map((line) => line.trim().split(":")[0]);

    it("what the organisation's plan would not enforce is refused before anything is made", async () => {
        const full = { ...all, reviewerUsers: [7] };
        const reviewers = ["reviewerTeams", "reviewerUsers"];
        assert.deepEqual(paths(await refused("free", "private", full)), [
            "environment",
            ...reviewers,
            "waitMinutes",
            "branches",
            "apps",
        ]);
        assert.deepEqual(paths(await refused("free", "internal", unreviewed)), [
            "environment",
            "branches",
        ]);
        const [teams, ...others] = await refused("team", "private", full);
        assert.match(
            teams ?? "",
            /required reviewers of environments in private repositories on plan "team", allowed: plan "enterprise"; otherwise/,
        );
        assert.deepEqual(paths(others), ["reviewerUsers", "waitMinutes", "apps"]);
    });
});
