import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { known, unknown, type Known } from "../../model/known";
import { isListed, matchesPattern, meansDefaultBranch } from "../../model/refPatterns";

describe("patterns of branches and repositories", () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
        ["main", "main", true],
        ["main", "Main", false],
        ["main", "main2", false],
        ["rel*", "release", true],
        ["release/*", "release/1.0", true],
        ["release/*", "release/1/0", false],
        ["release/**", "release/1/0", true],
        ["**/main", "team/main", true],
        ["v?", "v1", true],
        ["v?", "v/", false],
        ["v[0-9]", "v7", true],
        ["v[0-9]", "vx", false],
        ["a.b", "axb", false],
        ["a[", "a[", true],
    ];
    for (const [pattern, name, matches] of cases) {
        it(`${pattern} ${matches ? "matches" : "does not match"} ${name}`, () => {
            assert.equal(matchesPattern(pattern, name), matches);
        });
    }

    it("a name without wildcards matches itself and no other name", () => {
        const plain = fc.stringMatching(/^[\w.+$-]{1,12}$/);
        fc.assert(
            fc.property(plain, plain, (one, other) => {
                assert.equal(matchesPattern(one, other), one === other);
            }),
            { seed: 11, numRuns: 200 },
        );
    });

    it("the default branch is meant by its name, by every branch and by its own sign", () => {
        const meant = ["~ALL", "~DEFAULT_BRANCH", "refs/heads/trunk", "refs/heads/t*", "refs/**"];
        for (const one of meant) assert.ok(meansDefaultBranch(one, "trunk"), one);
        for (const one of ["refs/heads/main", "trunk", "refs/tags/trunk"]) {
            assert.ok(!meansDefaultBranch(one, "trunk"), one);
        }
    });

    it("a list takes in what it includes and does not exclude, as far as that is known", () => {
        const list = (...names: Known<string>[]) => known(names);
        const fits = (pattern: string) => pattern === "web";
        const [web, api] = [known("web"), known("api")];
        assert.deepEqual(isListed(list(api, web), list(), fits), known(true));
        assert.deepEqual(isListed(list(web), list(web), fits), known(false));
        assert.deepEqual(isListed({ state: "absent" }, list(), fits), known(false));
        assert.deepEqual(isListed(list(web), { state: "absent" }, fits), known(true));
        assert.deepEqual(isListed(list(web), unknown, fits), unknown);
        assert.deepEqual(isListed(list(api, unknown), list(), fits), unknown);
        assert.deepEqual(isListed(unknown, list(web), fits), known(false));
    });
});
