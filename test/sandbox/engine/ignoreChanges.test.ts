import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ignoreChanges } from "../../../sandbox/engine/ignoreChanges";
import { secret, type Properties } from "../../../sandbox/engine/wire";

interface Case {
    readonly title: string;
    readonly path: string;
    readonly old: Properties;
    readonly now: Properties;
    /** Undefined: the path cannot be followed. */
    readonly result: Properties | undefined;
}

// From the rules of Pulumi's PropertyPath.Reset.
const cases: readonly Case[] = [
    {
        title: "puts a property back",
        path: "a",
        old: { a: 1, b: 1 },
        now: { a: 2, b: 2 },
        result: { a: 1, b: 2 },
    },
    {
        title: "takes away a property that was not there",
        path: "a",
        old: {},
        now: { a: 2, b: 2 },
        result: { b: 2 },
    },
    {
        title: "brings back a property that was taken away",
        path: "a",
        old: { a: 1 },
        now: {},
        result: { a: 1 },
    },
    {
        title: "takes away a part of something that was not there",
        path: "tags.owner",
        old: {},
        now: { tags: { owner: "x", team: "y" } },
        result: { tags: { team: "y" } },
    },
    {
        title: "cannot put a part into something that is gone",
        path: "tags.owner",
        old: { tags: { owner: "x" } },
        now: {},
        result: undefined,
    },
    {
        title: "puts an element of a list back",
        path: "rules[1].port",
        old: { rules: [{ port: 1 }, { port: 2 }] },
        now: { rules: [{ port: 3 }, { port: 4 }, { port: 5 }] },
        result: { rules: [{ port: 3 }, { port: 2 }, { port: 5 }] },
    },
    {
        title: "cannot put back an element that only one list has",
        path: "rules[2]",
        old: { rules: [1, 2] },
        now: { rules: [1, 2, 3] },
        result: undefined,
    },
    {
        title: "puts a part of every element back",
        path: "rules[*].port",
        old: { rules: [{ port: 1 }, { port: 2 }] },
        now: { rules: [{ port: 3, name: "x" }, { port: 4 }] },
        result: { rules: [{ port: 1, name: "x" }, { port: 2 }] },
    },
    {
        title: "cannot put elements back in lists of different length",
        path: "rules[*].port",
        old: { rules: [{ port: 1 }] },
        now: { rules: [{ port: 3 }, { port: 4 }] },
        result: undefined,
    },
    {
        title: "puts every key of an object back, and takes away new ones",
        path: "tags[*]",
        old: { tags: { a: 1, b: 1 } },
        now: { tags: { a: 2, c: 2 } },
        result: { tags: { a: 1, b: 1 } },
    },
    {
        title: "understands quoted keys",
        path: 'tags["a.b"]',
        old: { tags: { "a.b": 1 } },
        now: { tags: { "a.b": 2 } },
        result: { tags: { "a.b": 1 } },
    },
    {
        title: "keeps secret what comes out of a secret",
        path: "config.user",
        old: { config: secret({ user: "old" }) },
        now: { config: { user: "new" } },
        result: { config: { user: secret("old") } },
    },
];

describe("the embedded engine's ignoreChanges", () => {
    for (const { title, path, old, now, result } of cases) {
        it(title, () => {
            const before = structuredClone({ old, now });
            const { inputs, unreachable } = ignoreChanges(now, old, [path]);
            assert.deepEqual(unreachable, result === undefined ? [path] : []);
            if (result !== undefined) assert.deepEqual(inputs, result);
            assert.deepEqual({ old, now }, before, "what was given is left alone");
        });
    }
});
