import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { args, build, grantsOf, refused } from "./sampleGuard";

async function access(more: Parameters<typeof build>[0] = {}) {
    const { recording } = await build(more);
    assert.deepEqual(recording.all("TeamRepository"), []);
    const { teams, users, ignoreTeams } = recording.one("RepositoryCollaborators").inputs as {
        teams: unknown[];
        users: unknown;
        ignoreTeams: unknown;
    };
    return { grants: grantsOf(recording), count: teams.length, users, ignoreTeams };
}

const release = { slug: "release", id: "13" };

describe("access to a repository under GitHubRepositoryGuard", () => {
    it("the named teams and the listed people have access, nobody else, and none of them administers", async () => {
        const { grants, users } = await access({
            readers: [release],
            outsideCollaborators: [{ login: "ada", permission: "pull" }],
        });
        assert.deepEqual(grants, { "11": "push", "12": "push", "13": "pull" });
        assert.deepEqual(users, [{ username: "ada", permission: "pull" }]);
    });

    it("is nobody's from outside, unless listed", async () => {
        assert.deepEqual((await access()).users, []);
    });

    it("is one grant for each team, the greater one", async () => {
        const { grants, count } = await access({
            codeOwners: args.team,
            readers: [args.team, release, release],
        });
        assert.deepEqual(grants, { "11": "push", "13": "pull" });
        assert.equal(count, 2);
    });

    it("leaves teams alone whose access comes from elsewhere", async () => {
        const { grants, ignoreTeams } = await access({ otherTeams: [release] });
        assert.deepEqual(Object.keys(grants), ["11", "12"]);
        assert.deepEqual(ignoreTeams, [{ teamId: "13" }]);
    });

    it("is refused to people who would push or administer, and to a team both ways", async () => {
        const message = await refused({
            outsideCollaborators: [
                { login: "ada", permission: "admin" },
                { login: "eve", permission: "push" },
                { login: "Ada", permission: "pull" },
            ],
            otherTeams: [args.team],
        });
        assert.match(message, /outsideCollaborators\[0\]\.permission: got "admin"/);
        assert.match(message, /outsideCollaborators\[1\]\.permission: got "push"/);
        assert.match(message, /outsideCollaborators\[2\]\.login: got "Ada"/);
        assert.match(message, /otherTeams\[0\]\.slug: got "web"/);
    });
});
