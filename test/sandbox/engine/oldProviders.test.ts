import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState } from "../../../sandbox/engine";
import {
    errorsOf,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

class TestProviderResource extends pulumi.ProviderResource {
    constructor(name: string, inputs: Record<string, string> = {}) {
        super("test", name, inputs);
    }
}

describe("the embedded engine when the providers of a stack change", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    /** Two resources of which the second must be replaced when the first is. */
    const chain =
        (place: string, version: string, more: object = {}, withB = true): Program =>
        () => {
            const a = new Thing("a", { place }, { version });
            if (withB) new Thing("b", { name: a.arn }, { version, ...more });
            return undefined;
        };

    it("deletes first, with what needs it, after the SDK's version changed", async () => {
        await stack.run("up", chain("x", "1.0.0"));
        const result = await stack.run("up", chain("y", "1.1.0"));
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual([...stack.provider.standing.keys()], ["id-3", "id-4"]);
    });

    it("reports what a cascade deletes: as replaced, or as deleted when it does not come back", async () => {
        await stack.run("up", chain("x", "1.0.0"));
        const again = await stack.run("up", chain("y", "1.0.0"));
        assert.equal(stepsOf(again), "replace a, replace b");
        const gone = await stack.run("up", chain("z", "1.0.0", {}, false));
        assert.equal(stepsOf(gone), "replace a, delete b");
        assert.equal(stack.provider.standing.size, 1);
    });

    it("deletes nothing when a cascade would reach a protected resource", async () => {
        await stack.run("up", chain("x", "1.0.0", { protect: true }));
        const result = await stack.run("up", chain("y", "1.0.0", { protect: true }));
        assert.match(
            errorsOf(result),
            /::b" would have to be replaced with it and is currently marked/,
        );
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1", "id-2"]);
    });

    const under =
        (name: string, region: string): Program =>
        () => {
            const provider = new TestProviderResource(name, { region });
            new Thing("a", { size: 1 }, { provider });
            return undefined;
        };

    it("moves a resource to another provider of like configuration without touching it", async () => {
        await stack.run("up", under("first", "north"));
        const result = await stack.run("up", under("second", "north"));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "same a");
        const { deployment } = await exportState(stack.options);
        const a = deployment.resources?.find(({ type }) => type === "test:index:Thing");
        assert.match(a?.provider ?? "", /::second::/);
        assert.deepEqual([...stack.provider.standing.keys()], ["id-1"]);
    });

    it("replaces a resource whose new provider says that its configuration calls for it", async () => {
        await stack.run("up", under("first", "north"));
        const result = await stack.run("up", under("second", "south"));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(stepsOf(result), "replace a");
        assert.deepEqual([...stack.provider.standing.keys()], ["id-2"]);
    });
});
