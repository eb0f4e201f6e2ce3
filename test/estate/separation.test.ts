import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { azureDevOps } from "./devOpsSample";
import { problems, sample, withProduction, withRepository } from "./sample";

const github = { host: "github" };

describe("estate: two people to production", () => {
    it("refuses reviewers from the repository's own team, and says who they are", () => {
        const [found, ...more] = problems(withProduction({ reviewers: ["web"] }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "environments[0].reviewers[0]");
        assert.equal(found.seen, '"web", of whom linus, margaret can push to web');
        assert.match(found.allowed, /allowReviewersWhoCanPush: true/);
    });

    it("refuses reviewers from the code owners, who can push as well", () => {
        const [found] = problems(withProduction({ reviewers: ["release", "platform"] }));
        assert.equal(found?.where, "environments[0].reviewers[1]");
        assert.match(found.seen, /ada, grace can push to web/);
    });

    it("refuses reviewers from the leads, whose approval counts as they can push", () => {
        const [found] = problems(withRepository({ leads: "release" }));
        assert.match(found?.seen ?? "", /barbara, katherine can push to web/);
    });

    it("finds one person among others, however the login is written", () => {
        const teams = { platform: ["ada"], web: ["linus"], release: ["barbara", "LINUS"] };
        const [found] = problems(sample({ teams }));
        assert.equal(found?.where, "environments[1].reviewers[0]");
        assert.match(found.seen, /of whom LINUS can push/);
    });

    it("judges the code owners that hold for each repository", () => {
        const raw = withRepository({ codeOwners: "release" });
        assert.match(problems(raw)[0]?.seen ?? "", /barbara, katherine can push to web/);
        assert.match(problems({ ...sample(), codeOwners: "release" })[0]?.seen ?? "", /barbara/);
    });

    it("judges a repository's own environments at their own place", () => {
        const environments = [{ name: "live", tier: "production", reviewers: ["web"] }];
        const [found, ...more] = problems(withRepository({ environments }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "repositories[0].environments[0].reviewers[0]");
    });

    it("reports one place once, with the repositories concerned", () => {
        const names = ["a", "b", "c", "d", "e"];
        const repositories = names.map((name) => ({ name, ...github, team: "web" }));
        const raw = { ...withProduction({ reviewers: ["web"] }), repositories };
        const found = problems(raw);
        assert.equal(found.length, 1);
        assert.match(found[0]?.seen ?? "", /can push to a, b, c and 2 more$/);
    });

    it("accepts them where the environment says allowReviewersWhoCanPush", () => {
        const raw = withProduction({ reviewers: ["web"], allowReviewersWhoCanPush: true });
        assert.deepEqual(problems(raw), []);
    });

    it("accepts them outside production", () => {
        for (const tier of ["development", "staging"]) {
            assert.deepEqual(problems(withProduction({ tier, reviewers: ["web"] })), []);
        }
    });

    it("refuses reviewers who push to another repository of the same Azure DevOps project", () => {
        const devOps = { host: "azureDevOps" };
        const environments = [{ name: "live", tier: "production", reviewers: ["release"] }];
        const repositories = [
            { name: "bank", ...devOps, team: "web", environments },
            { name: "tools", ...devOps, team: "release", environments: [] },
        ];
        const [found, ...more] = problems(sample({ azureDevOps, repositories }));
        assert.deepEqual(more, []);
        assert.equal(found?.where, "repositories[0].environments[0].reviewers[0]");
        assert.match(found.seen, /barbara, katherine can push to bank/);
    });

    it("accepts a team that reviews one repository and pushes to another", () => {
        const repositories = [
            { name: "web", ...github, team: "web" },
            { name: "tools", ...github, team: "release", environments: [] },
        ];
        assert.deepEqual(problems(sample({ repositories })), []);
    });
});
