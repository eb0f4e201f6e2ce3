import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState, importState } from "../../../sandbox/engine";
import type { ResourceState } from "../../../sandbox/engine/state";
import { errorsOf, openTestStack, stepsOf, Thing, type TestStack } from "../../support/engineRun";

const thing =
    (inputs: object, opts: object = {}) =>
    (): undefined => {
        new Thing("a", { ...inputs }, opts);
    };

describe("what the embedded engine keeps in the state when calls end badly", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    async function things(): Promise<readonly ResourceState[]> {
        const { deployment } = await exportState(stack.options);
        return (deployment.resources ?? []).filter(({ type }) => type === "test:index:Thing");
    }

    async function pending(): Promise<string[]> {
        const { deployment } = await exportState(stack.options);
        return (deployment.pending_operations ?? []).map(({ type }) => type);
    }

    it("deletes the live resource in whose place another one is imported", async () => {
        await stack.run("up", thing({ size: 1 }));
        stack.provider.standing.set("there", { size: 1 });
        const result = await stack.run("up", thing({ size: 1 }, { import: "there" }));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "replace a");
        assert.deepEqual([...stack.provider.standing.keys()], ["there"]);
        assert.deepEqual(
            (await things()).map(({ id }) => id),
            ["there"],
        );
    });

    it("does not import over a protected resource", async () => {
        await stack.run("up", thing({ size: 1 }, { protect: true }));
        stack.provider.standing.set("there", { size: 1 });
        const result = await stack.run(
            "up",
            thing({ size: 1 }, { import: "there", protect: true }),
        );
        assert.match(errorsOf(result), /marked for protection: import of 'there'/);
        assert.equal((await things())[0]?.id, "id-1");
    });

    it("keeps a resource that was made but is not ready, and goes on with an update", async () => {
        const failed = await stack.run("up", thing({ fail: "create unready" }));
        assert.equal(failed.ok, false);
        assert.match(errorsOf(failed), /did not get ready:\n\s+still starting/);
        const [kept] = await things();
        assert.equal(kept?.id, "id-1");
        assert.deepEqual(kept.initErrors, ["still starting"]);
        assert.deepEqual(await pending(), []);
        const next = await stack.run("up", thing({ fail: "create unready" }));
        assert.ok(next.ok, errorsOf(next));
        assert.equal(stepsOf(next), "update a");
        assert.equal((await things())[0]?.initErrors, undefined);
    });

    it("leaves a creation pending when the connection was lost, until the resource is made", async () => {
        const failed = await stack.run("up", thing({ fail: "create lost" }));
        assert.match(errorsOf(failed), /connection lost/);
        assert.deepEqual(await pending(), ["creating"]);
        const unrelated = await stack.run("up", () => {
            new Thing("b");
        });
        assert.ok(unrelated.ok, errorsOf(unrelated));
        assert.deepEqual(await pending(), ["creating"]);
        const made = await stack.run("up", thing({}));
        const warnings = made.diagnostics.filter(({ severity }) => severity === "warning");
        assert.match(warnings[0]?.message ?? "", /Interrupted while creating .*::a/);
        assert.deepEqual(await pending(), []);
    });

    it("drops, at the next update, an update whose end is not known", async () => {
        await stack.run("up", thing({ size: 1 }));
        await stack.run("up", thing({ size: 2, fail: "update lost" }));
        assert.deepEqual(await pending(), ["updating"]);
        const result = await stack.run("up", thing({ size: 1 }));
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(await pending(), []);
    });

    it("replaces a tainted resource", async () => {
        await stack.run("up", thing({ size: 1 }));
        const { version, deployment } = await exportState(stack.options);
        const resources = (deployment.resources ?? []).map((resource) =>
            resource.type === "test:index:Thing" ? { ...resource, taint: true } : resource,
        );
        await importState(stack.options, { version, deployment: { ...deployment, resources } });
        const result = await stack.run("up", thing({ size: 1 }));
        assert.equal(stepsOf(result), "replace a");
        assert.equal(stepsOf(await stack.run("up", thing({ size: 1 }))), "same a");
    });

    it("commits what was done, as a failure, when the run breaks down", async () => {
        const onEvent = (event: { kind: string }): void => {
            if (event.kind === "phase") throw new Error("the display broke");
        };
        await assert.rejects(stack.run("up", thing({}), { onEvent }), /the display broke/);
        const result = await stack.run("up", thing({}));
        assert.ok(result.ok, errorsOf(result));
        const warnings = result.diagnostics.filter(({ severity }) => severity === "warning");
        assert.deepEqual(warnings, []);
    });
});
