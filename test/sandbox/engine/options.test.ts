import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState } from "../../../sandbox/engine";
import type { ResourceState } from "../../../sandbox/engine/state";
import {
    calls,
    errorsOf,
    Group,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

/** A program that makes things and has no outputs. */
const program =
    (make: () => unknown): Program =>
    () => {
        make();
        return undefined;
    };
const thing = (inputs: object, opts: object = {}): Program =>
    program(() => new Thing("a", { ...inputs }, opts));

// Each seen to be so with the real CLI 3.260.
describe("resource options under the embedded engine", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });
    const stateOf = async (name: string): Promise<ResourceState | undefined> => {
        const { deployment } = await exportState(stack.options);
        return deployment.resources?.find(({ urn }) => urn.endsWith(`::${name}`));
    };

    it("unprotects and replaces, or unprotects and deletes only after, in one run", async () => {
        await stack.run("up", thing({ name: "x" }, { protect: true }));
        const replaced = await stack.run("up", thing({ name: "y" }));
        assert.ok(replaced.ok, errorsOf(replaced));
        assert.deepEqual([...stack.provider.standing.keys()], ["id-2"]);
        await stack.run("up", thing({ name: "y" }, { protect: true }));
        const gone = program(() => undefined);
        assert.equal((await stack.run("up", gone)).ok, false);
        await stack.run("up", thing({ name: "y" }));
        assert.ok((await stack.run("up", gone)).ok);
    });

    it("shows every protected replacement in a preview, and what else would happen", async () => {
        const all = (name: string): Program =>
            program(() => {
                new Thing("a", { name }, { protect: true });
                new Thing("b", { name }, { protect: true });
                new Thing("c", { name });
            });
        await stack.run("up", all("x"));
        const planned = await stack.run("preview", all("y"));
        assert.equal(planned.ok, false);
        assert.equal(errorsOf(planned).match(/marked for protection/g)?.length, 2);
        assert.match(stepsOf(planned), /replace c/);
    });

    it("replaces what is deleted with, or replaced with, a replaced resource", async () => {
        const all = (name: string): Program =>
            program(() => {
                const a = new Thing("a", { name });
                new Thing("b", {}, { deletedWith: a });
                new Thing("c", {}, { replaceWith: [a] });
                new Thing("d");
            });
        await stack.run("up", all("x"));
        stack.provider.calls.length = 0;
        const result = await stack.run("up", all("y"));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(
            stepsOf(result).split(", ").sort().join(", "),
            "replace a, replace b, replace c, same d",
        );
        // The provider deletes b with a.
        assert.deepEqual(calls(stack.provider, "delete").sort(), ["a", "c"]);
    });

    it("deletes first, and with it, what is deleted with the resource", async () => {
        const all = (place: string): Program =>
            program(() => {
                const a = new Thing("a", { place });
                new Thing("b", {}, { deletedWith: a });
            });
        await stack.run("up", all("x"));
        stack.provider.calls.length = 0;
        const result = await stack.run("up", all("y"));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "replace a, replace b");
        assert.deepEqual(calls(stack.provider, "create"), ["a", "b"]);
    });

    it("replaces when the value that stands for the generation changes, secret or not", async () => {
        const of = (value: pulumi.Input<string>): Program =>
            thing({ size: 1 }, { replacementTrigger: value });
        await stack.run("up", thing({ size: 1 }));
        assert.equal(stepsOf(await stack.run("up", of("1"))), "same a");
        assert.equal(stepsOf(await stack.run("up", of("2"))), "replace a");
        assert.equal(stepsOf(await stack.run("up", of(pulumi.secret("2")))), "same a");
        assert.equal(stepsOf(await stack.run("up", thing({ size: 1 }))), "same a");
    });

    it("keeps a resource deleted for its replacement marked until the new one stands", async () => {
        await stack.run("up", thing({ place: "x" }));
        const failed = await stack.run("up", thing({ place: "y", fail: "create" }));
        assert.equal(failed.ok, false);
        assert.equal((await stateOf("a"))?.pendingReplacement, true);
        // Although nothing differs now, it must be made; nothing is deleted twice.
        const result = await stack.run("up", thing({ place: "x" }));
        assert.equal(stepsOf(result), "replace a");
        assert.deepEqual(calls(stack.provider, "delete"), ["a"]);
        assert.deepEqual([...stack.provider.standing.keys()], ["id-2"]);
    });

    it("forgets a resource deleted for its replacement that nobody wants any more", async () => {
        await stack.run("up", thing({ place: "x" }));
        await stack.run("up", thing({ place: "y", fail: "create" }));
        const result = await stack.run(
            "up",
            program(() => undefined),
        );
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(calls(stack.provider, "delete"), ["a"]);
        assert.equal(await stateOf("a"), undefined);
    });

    it("replaces what never got ready when replaceOnChanges says so", async () => {
        await stack.run("up", thing({ fail: "create unready" }));
        const result = await stack.run("up", thing({}, { replaceOnChanges: ["#initerror"] }));
        assert.equal(stepsOf(result), "replace a");
    });

    it("writes down only the timeouts that were set, and tells them the provider", async () => {
        await stack.run("up", thing({}, { customTimeouts: { create: "1m30s", delete: "2h" } }));
        assert.deepEqual((await stateOf("a"))?.customTimeouts, { create: 90, delete: 7200 });
        assert.equal(stack.provider.timeouts.get("create a"), 90);
        await stack.run("destroy");
        assert.equal(stack.provider.timeouts.get("delete a"), 7200);
    });

    it("refuses two resources of one URN, and two that claim the same past", async () => {
        const twice = await stack.run(
            "up",
            program(() => [new Thing("a"), new Thing("a")]),
        );
        assert.match(
            errorsOf(twice),
            /Duplicate resource URN '.*::a'; try giving it a unique name/,
        );
        await stack.run("up", thing({}));
        const both = await stack.run(
            "preview",
            program(() => {
                const opts = { aliases: [{ name: "a" }] };
                return [new Thing("b", {}, opts), new Thing("c", {}, opts)];
            }),
        );
        assert.match(errorsOf(both), /Duplicate resource alias '.*::a' applied to resource/);
    });

    it("follows a resource to another parent, and its children through two renamings", async () => {
        await stack.run(
            "up",
            program(() => {
                const old = new Group("old");
                new Thing("old-inner-a", {}, { parent: new Group("old-inner", { parent: old }) });
                new Thing("b", {}, { parent: old });
            }),
        );
        const result = await stack.run(
            "up",
            program(() => {
                const now = new Group("new", { aliases: [{ name: "old" }] });
                new Thing("new-inner-a", {}, { parent: new Group("new-inner", { parent: now }) });
                new Thing("b", {}, { aliases: [{ parent: now }] });
            }),
        );
        assert.ok(result.ok, errorsOf(result));
        assert.doesNotMatch(stepsOf(result), /create|replace|delete/);
    });
});
