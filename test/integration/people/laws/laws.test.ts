import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { classesOf, informed, least, type Coalition } from "../../../support/people/coalitions";
import { fnmatch, nameFor, pathMatches } from "../../../support/people/patterns";

/** A gate as laws have them: so many of some people. */
const gates = fc.array(
    fc.record({
        needed: fc.integer({ min: 0, max: 3 }),
        of: fc.subarray(["a", "b", "c", "d", "e"]),
    }),
    { maxLength: 3 },
);

type Gates = { needed: number; of: string[] }[];

const opens = (all: Gates) => (who: Coalition) =>
    all.every(({ needed, of }) => who.filter((person) => of.includes(person)).length >= needed)
        ? "through"
        : undefined;

/** The law as it is written: every subset is tried. */
function naive(people: string[], goal: (who: Coalition) => string | undefined): number | undefined {
    const sizes = Array.from({ length: 2 ** people.length }, (_, bits) =>
        people.filter((_person, i) => (bits >> i) & 1),
    ).flatMap((who) => (who.length <= 4 && goal(who) !== undefined ? [who.length] : []));
    return sizes.length === 0 ? undefined : Math.min(...sizes);
}

describe("the laws of approval", () => {
    const people = ["a", "b", "c", "d", "e"];

    it("L1: the fewest of classes are the fewest of all groups of people", () => {
        fc.assert(
            fc.property(gates, (all) => {
                const classes = classesOf(people, (person) =>
                    all.flatMap(({ of }, i) => (of.includes(person) ? [String(i)] : [])),
                );
                const found = least(classes, opens(all));
                assert.equal(found?.people, naive(people, opens(all)));
                if (found) assert.equal(opens(all)(found.who), found.way);
            }),
        );
    });

    it("L1: one more person never gets less far", () => {
        fc.assert(
            fc.property(
                gates,
                fc.subarray(people),
                fc.constantFrom(...people),
                (all, who, more) => {
                    if (opens(all)(who) !== undefined) {
                        assert.notEqual(opens(all)([...who, more]), undefined);
                    }
                },
            ),
        );
    });

    const table = [
        ["L4: two fresh reviews", 2, true, true, false, 2],
        ["L4: one fresh review", 1, true, true, false, 1],
        ["L4: the last push adds nobody where reviews are fresh", 2, true, false, false, 2],
        ["L3: stale reviews, and the last push approved", 2, false, true, false, 1],
        ["L3: stale reviews", 2, false, false, false, 0],
        ["L3: no reviews, and the last push approved", 0, false, true, false, 0],
        ["L2: a bot gives one of two", 2, true, true, true, 1],
        ["L2: a bot gives the only one", 1, true, true, true, 0],
        ["L2: a bot gives no more than there is", 0, true, true, true, 0],
    ] as const;
    for (const [title, required, dismissed, lastPush, bots, expected] of table) {
        it(title, () => {
            assert.equal(informed({ required, dismissed, lastPush, bots }), expected);
        });
    }

    it("no switch of reviews that is turned on takes fewer people", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 0, max: 4 }),
                fc.boolean(),
                fc.boolean(),
                (required, a, b) => {
                    const count = (dismissed: boolean, lastPush: boolean, bots: boolean) =>
                        informed({ required, dismissed, lastPush, bots });
                    assert.ok(count(true, a, b) >= count(false, a, b));
                    assert.ok(count(a, true, b) >= count(a, false, b));
                    assert.ok(count(a, b, false) >= count(a, b, true));
                },
            ),
        );
    });
});

describe("names and patterns", () => {
    const matches = [
        ["main", "main", true],
        ["release/*", "release/1", true],
        ["release/*", "release/1/x", false],
        ["refs/heads/**", "refs/heads/a/b", true],
        ["refs/heads/**/x", "refs/heads/x", true],
        ["v?", "v1", true],
        ["v?", "v/", false],
        ["a.b", "aXb", false],
    ] as const;
    for (const [pattern, name, expected] of matches) {
        it(`GitHub: ${pattern} ${expected ? "is" : "is not"} ${name}`, () => {
            assert.equal(fnmatch(pattern, name), expected);
        });
    }

    it("GitHub: a name made for a pattern is matched by it", () => {
        for (const pattern of ["main", "release/*", "v?.*", "refs/heads/**"]) {
            assert.ok(fnmatch(pattern, nameFor(pattern)), pattern);
        }
    });

    const filters = [
        ["/.azuredevops/*", "/.azuredevops/deploy.yml", true],
        ["/.azuredevops/*", "/src/.azuredevops/deploy.yml", false],
        ["*azure-pipelines*.yml", "/a/azure-pipelines-x.yml", true],
        ["*Pulumi.yaml", "/src/main.ts", false],
    ] as const;
    for (const [filter, path, expected] of filters) {
        it(`Azure DevOps: ${filter} ${expected ? "is" : "is not"} for ${path}`, () => {
            assert.equal(pathMatches(filter, path), expected);
        });
    }
});
