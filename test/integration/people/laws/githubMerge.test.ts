import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lenient, strict, type Coalition, type Reading } from "../../../support/people/coalitions";
import type { Standing } from "../../../support/people/deployed";
import { ownersOf } from "../../../support/people/github/access";
import { gitHub, gitHubPlace } from "../../../support/people/github/host";
import { lands } from "../../../support/people/github/landing";
import { fewest } from "../../../support/people/host";
import {
    branches,
    bypassed,
    byTeam,
    classic,
    codeowners,
    layer,
    organisation,
    repository,
    review,
    ruleset,
} from "./githubWorld";

const stale = { dismissStaleReviewsOnPush: false };
const owned = { requireCodeOwnerReview: true };
const workflow = ".github/workflows/x.yml";

const count = (more: Standing[], reading: Reading = strict, path?: string) => {
    const host = gitHub(gitHubPlace([...organisation, ...more]));
    return fewest(host, (who) => host.merges(who, repository, reading, path))?.people;
};

/** Whether these get onto a ref. */
const getOnto = (more: Standing[], who: Coalition, ref: string, reading: Reading = strict) => {
    const place = gitHubPlace([...organisation, ...more]);
    const [its] = place.repositories;
    assert.ok(its);
    return lands(place, who, { repository: its, ref }, reading) !== undefined;
};

describe("the laws of approval on GitHub: merges", () => {
    const merges: readonly [string, number | undefined, Standing[], Reading?, string?][] = [
        ["nothing asked: one who may write", 1, []],
        ["L4: two reviews", 2, [ruleset()]],
        ["L4: two reviews, the author apart", 3, [ruleset()], lenient],
        ["L3: stale, last push approved", 1, [review(stale)]],
        ["L3: stale, last push approved, the author apart", 2, [review(stale)], lenient],
        ["L5: a ruleset that only evaluates", 1, [ruleset({ enforcement: "evaluate" })]],
        ["L5: a ruleset for other branches", 1, [branches(["refs/heads/x"])]],
        ["L5: a branch left out", 1, [branches(["~ALL"], ["refs/heads/main"])]],
        ["L5: a layer by name", 2, [layer({ repositoryName: { includes: ["w*"], excludes: [] } })]],
        ["L5: a layer for another repository", 1, [layer({ repositoryIds: [8] })]],
        ["L5: a layer by properties counts as none", 1, [layer({ repositoryProperty: {} })]],
        ["L5: a role bypasses", 1, [bypassed("RepositoryRole", 4, "pull_request")]],
        ["L5: a role that nobody has bypasses", 2, [bypassed("RepositoryRole", 5)]],
        ["L5: a team that cannot push bypasses", 2, [bypassed("Team", 3)]],
        ["L2: an app bypasses, made to act by whoever pushes", 1, [bypassed("Integration", 9)]],
        ["L9: a required team", 2, [byTeam(2, 1)]],
        ["L9: two of a required team, the author apart", 3, [byTeam(2, 2)], lenient],
        ["L9: owners, the author apart", 3, [review(owned), codeowners], lenient, workflow],
        ["classic: two reviews", 2, [classic({})]],
        ["classic: a named one bypasses", 1, [classic({}, { pullRequestBypassers: ["/ann"] })]],
        ["classic: a locked branch", undefined, [classic({ lockBranch: true })]],
        ["nobody may update", undefined, [ruleset({ rules: { update: true } })]],
    ];
    for (const [title, expected, more, reading, path] of merges) {
        it(`${title}: ${expected ?? "nobody"}`, () => {
            assert.equal(count(more, reading, path), expected);
        });
    }

    it("L9: without an owner of the path, two others and the author are not enough", () => {
        const world = [review(owned), codeowners];
        const host = gitHub(gitHubPlace([...organisation, ...world]));
        const dev = ["ann", "bob", "cid"];
        assert.equal(host.merges(dev, repository, lenient, workflow), undefined);
        assert.ok(host.merges(["ann", "bob", "gus"], repository, lenient, workflow));
        // Whoever pushes to a request that an owner opened needs no owner.
        assert.ok(host.merges(dev, repository, strict, workflow));
    });

    it("L9: the last line of CODEOWNERS that matches decides, one without owners frees", () => {
        const owners = (path: string) => ownersOf([codeowners], repository, path);
        assert.deepEqual(owners("src/a.ts"), ["@acme/dev"]);
        assert.deepEqual(owners(".github/CODEOWNERS"), ["@acme/guard"]);
        assert.deepEqual(owners("package.lock"), []);
    });

    it("branches without rules are open to those who write, and to nobody else", () => {
        assert.equal(getOnto([ruleset()], ["ann"], "refs/heads/x"), true);
        assert.equal(getOnto([ruleset()], ["rita"], "refs/heads/x"), false);
        assert.equal(getOnto([ruleset()], ["ann"], "refs/heads/main"), false);
    });
});
