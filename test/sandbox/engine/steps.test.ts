import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

/** What stood before, what the program says now, and the steps that lead from one to the other. */
interface Case {
    readonly title: string;
    readonly before?: Program;
    readonly now: Program;
    readonly steps: string;
    /** Ids that stand at the provider afterwards. */
    readonly standing: readonly string[];
}

const none = (): undefined => undefined;
const thing =
    (inputs: object, opts: object = {}): Program =>
    () => {
        new Thing("a", { ...inputs }, opts);
        return undefined;
    };

const cases: readonly Case[] = [
    {
        title: "creates what is new",
        now: thing({ size: 1 }),
        steps: "create a",
        standing: ["id-1"],
    },
    {
        title: "leaves alone what is the same",
        before: thing({ size: 1 }),
        now: thing({ size: 1 }),
        steps: "same a",
        standing: ["id-1"],
    },
    {
        title: "updates what changed",
        before: thing({ size: 1 }),
        now: thing({ size: 2 }),
        steps: "update a",
        standing: ["id-1"],
    },
    {
        title: "replaces by creating first",
        before: thing({ name: "x" }),
        now: thing({ name: "y" }),
        steps: "replace a",
        standing: ["id-2"],
    },
    {
        title: "replaces by deleting first when the provider says so",
        before: thing({ place: "x" }),
        now: thing({ place: "y" }),
        steps: "replace a",
        standing: ["id-2"],
    },
    {
        title: "replaces by deleting first when the program says so",
        before: thing({ name: "x" }),
        now: thing({ name: "y" }, { deleteBeforeReplace: true }),
        steps: "replace a",
        standing: ["id-2"],
    },
    {
        title: "replaces what replaceOnChanges names",
        before: thing({ size: 1 }),
        now: thing({ size: 2 }, { replaceOnChanges: ["size"] }),
        steps: "replace a",
        standing: ["id-2"],
    },
    {
        title: "keeps the old value of what ignoreChanges names",
        before: thing({ size: 1, tags: { a: 1, b: 1 } }),
        now: thing({ size: 2, tags: { a: 2, b: 1 } }, { ignoreChanges: ["size", "tags.a"] }),
        steps: "same a",
        standing: ["id-1"],
    },
    {
        title: "deletes what the program no longer has",
        before: thing({}),
        now: none,
        steps: "delete a",
        standing: [],
    },
    {
        title: "keeps at the provider what retainOnDelete protects",
        before: thing({}, { retainOnDelete: true }),
        now: none,
        steps: "delete a",
        standing: ["id-1"],
    },
    {
        title: "follows an alias after a rename without touching the resource",
        before: thing({ size: 1 }),
        now: () => {
            new Thing("b", { size: 1 }, { aliases: [{ name: "a" }] });
            return undefined;
        },
        steps: "same b",
        standing: ["id-1"],
    },
    {
        title: "follows an alias to another type",
        before: thing({ size: 1 }),
        now: () => {
            new Thing(
                "a",
                { size: 1 },
                { aliases: [{ type: "test:index:Thing" }] },
                "test:index:New",
            );
            return undefined;
        },
        steps: "same a",
        standing: ["id-1"],
    },
    {
        title: "follows a child whose parent was renamed",
        before: () => {
            const parent = new Group("g");
            new Thing("g-a", {}, { parent });
            return undefined;
        },
        now: () => {
            const parent = new Group("h", { aliases: [{ name: "g" }] });
            new Thing("h-a", {}, { parent });
            return undefined;
        },
        steps: "same h, same h-a",
        standing: ["id-1"],
    },
    {
        title: "updates only what depends on the changed output",
        before: () => {
            const a = new Thing("a", { name: "x" });
            new Thing("b", { ref: a.arn });
            new Thing("c", { size: 1 }, { dependsOn: a });
            return undefined;
        },
        now: () => {
            const a = new Thing("a", { name: "y" });
            new Thing("b", { ref: a.arn });
            new Thing("c", { size: 1 }, { dependsOn: a });
            return undefined;
        },
        steps: "replace a, update b, same c",
        standing: ["id-2", "id-3", "id-4"],
    },
];

describe("steps of the embedded engine", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    for (const { title, before, now, steps, standing } of cases) {
        it(title, async () => {
            if (before !== undefined) {
                const first = await stack.run("up", before);
                assert.ok(first.ok, errorsOf(first));
            }
            const planned = await stack.run("preview", now);
            const done = await stack.run("up", now);
            assert.ok(done.ok, errorsOf(done));
            const sorted = (text: string): string[] => text.split(", ").sort();
            assert.deepEqual(sorted(stepsOf(done)), sorted(steps));
            assert.deepEqual(sorted(stepsOf(planned)), sorted(steps), "preview and up differ");
            assert.deepEqual([...stack.provider.standing.keys()].sort(), standing);
            const again = await stack.run("up", now);
            assert.ok(
                again.steps.every(({ op }) => op === "same"),
                stepsOf(again),
            );
        });
    }

    it("refuses to delete or replace a protected resource, and touches nothing", async () => {
        await stack.run("up", thing({ name: "x" }, { protect: true }));
        const deletion = await stack.run("up", none);
        assert.equal(deletion.ok, false);
        assert.match(errorsOf(deletion), /cannot be deleted\nbecause it is protected/);
        const replacement = await stack.run("up", thing({ name: "y" }, { protect: true }));
        assert.match(errorsOf(replacement), /marked for protection: changed name/);
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1"]);
    });

    it("deletes first, with a deleteBeforeReplace, what would have to be replaced with it", async () => {
        const program = (place: string): Program => {
            return () => {
                const a = new Thing("a", { place });
                new Thing("b", { name: a.arn });
                new Thing("c", { size: a.arn });
                return undefined;
            };
        };
        await stack.run("up", program("x"));
        stack.provider.calls.length = 0;
        const result = await stack.run("up", program("y"));
        assert.ok(result.ok, errorsOf(result));
        const order = stack.provider.calls
            .filter(({ method }) => method === "delete" || method === "create")
            .map(({ method, name }) => `${method} ${name}`);
        assert.deepEqual(order, ["delete b", "delete a", "create a", "create b"]);
    });

    it("reads a resource without ever deleting it", async () => {
        stack.provider.standing.set("there", { size: 7 });
        const program = (): Record<string, unknown> => {
            const read = new Thing("r", {}, { id: "there" });
            return { arn: read.arn };
        };
        const result = await stack.run("up", program);
        assert.equal(stepsOf(result), "read r");
        assert.equal(result.outputs.arn, "arn:there");
        assert.ok((await stack.run("destroy")).ok);
        assert.deepEqual([...stack.provider.standing.keys()], ["there"]);
    });
});
