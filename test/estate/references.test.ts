import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { refusedRoleIds } from "../../estate/facts";
import { problems, sample, seenAt, withProduction, withRepository } from "./sample";

describe("estate: references", () => {
    it("refuses a repository of a team that does not exist and names the teams", () => {
        const [found, ...more] = problems(withRepository({ team: "wbe" }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "repositories[0].team");
        assert.equal(found.seen, '"wbe"');
        assert.equal(found.allowed, "a team of this estate: platform, web, release");
        assert.equal(found.meant, "web");
    });

    it("refuses unknown code owners of the estate and of a repository", () => {
        const raw = { ...withRepository({ codeOwners: "two" }), codeOwners: "one" };
        assert.deepEqual(seenAt(raw), ['codeOwners: "one"', 'repositories[0].codeOwners: "two"']);
    });

    it("refuses unknown reviewers in the estate's and in a repository's environments", () => {
        const environments = [{ name: "dev", tier: "development", reviewers: ["web", "wbe"] }];
        const raw = { ...withRepository({ environments }), environments };
        assert.deepEqual(seenAt(raw), [
            'environments[0].reviewers[1]: "wbe"',
            'repositories[0].environments[0].reviewers[1]: "wbe"',
        ]);
    });

    it("refuses a reviewing team without members: nobody could approve", () => {
        const teams = { platform: ["ada"], web: ["linus"], release: [] };
        const [found] = problems(sample({ teams }));
        assert.equal(found?.where, "environments[1].reviewers[0]");
        assert.match(found.allowed, /with members/);
    });

    it("refuses code owners without members, also those by default", () => {
        const teams = { platform: [], web: ["linus"], release: ["barbara"] };
        assert.deepEqual(seenAt(sample({ teams })), ['codeOwners: "platform"']);
        assert.deepEqual(seenAt(sample({ teams, codeOwners: "platform" })), [
            'codeOwners: "platform"',
        ]);
        assert.deepEqual(seenAt(withRepository({ codeOwners: "web" })), []);
    });

    it("accepts a repository's team without members: it may be filled later", () => {
        const teams = { platform: ["ada"], web: [], release: ["barbara"] };
        assert.deepEqual(problems(sample({ teams })), []);
    });

    it("asks for code owners where no team has the default name", () => {
        const teams = { web: ["linus"], release: ["barbara"] };
        const [found, ...more] = problems(sample({ teams }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "codeOwners");
        assert.equal(found.seen, "nothing");
        assert.match(found.allowed, /web, release\. Only a team called platform/);
        assert.deepEqual(problems({ ...withRepository({ codeOwners: "web" }), teams }), []);
    });

    it("says so when there are no teams to choose from", () => {
        const found = problems({ ...withRepository({}), teams: {}, environments: [] });
        assert.deepEqual(
            found.map(({ where }) => where),
            ["codeOwners", "repositories[0].team"],
        );
        assert.match(found[1]?.allowed ?? "", /none yet/);
    });

    it("lists at most twenty teams", () => {
        const many = Array.from({ length: 30 }, (_, i) => [`team-${i}`, ["ada"]] as const);
        const teams = { platform: ["ada"], ...Object.fromEntries(many), release: ["barbara"] };
        const [found] = problems(sample({ teams }));
        assert.match(found?.allowed ?? "", /team-18 and 12 more$/);
    });

    it("says nothing of references when the teams themselves cannot be read", () => {
        assert.deepEqual(seenAt(sample({ teams: ["web"] })), ["teams: a list of 1"]);
    });

    it("still knows a team whose name or members are wrong in form", () => {
        const teams = { platform: ["ada"], web: ["@linus"], release: 3 };
        assert.deepEqual(seenAt(sample({ teams })), ['teams.web[0]: "@linus"', "teams.release: 3"]);
    });

    it("refuses roles that hand out roles, and roles nobody knows", () => {
        const raw = withProduction({ roles: ["Owner", "Website Contributer"] });
        const found = problems(raw);
        assert.deepEqual(
            found.map(({ where, meant }) => [where, meant]),
            [
                ["environments[0].roles[0]", undefined],
                ["environments[0].roles[1]", "Website Contributor"],
            ],
        );
    });

    it("refuses roles that hand out roles by the GUIDs of their definitions, too", () => {
        for (const role of [...refusedRoleIds, ...refusedRoleIds.map((id) => id.toUpperCase())]) {
            const [found, ...others] = problems(withProduction({ roles: [role] }));
            assert.match(found?.allowed ?? "", /neither hands out roles/);
            assert.deepEqual(others, []);
        }
    });

    it("accepts a role by the GUID of its definition", () => {
        const raw = withProduction({ roles: ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] });
        assert.deepEqual(problems(raw), []);
    });
});
