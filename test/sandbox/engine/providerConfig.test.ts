import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { exportState, type RunResult } from "../../../sandbox/engine";
import {
    calls,
    errorsOf,
    openTestStack,
    stepsOf,
    Thing,
    type Program,
    type TestStack,
} from "../../support/engineRun";

class TestProviderResource extends pulumi.ProviderResource {
    constructor(name: string, inputs: pulumi.Inputs = {}, opts: pulumi.ResourceOptions = {}) {
        super("test", name, inputs, opts);
    }
}

/** Steps of provider resources. */
function providerSteps(result: RunResult): string {
    return result.steps
        .filter(({ type }) => type.startsWith("pulumi:providers:"))
        .map(({ op, name }) => `${op} ${name}`)
        .sort()
        .join(", ");
}

/** The program's two resources register at the same time. */
function sortedSteps(result: RunResult): string {
    return stepsOf(result).split(", ").sort().join(", ");
}

// The test provider's DiffConfig: another `region` calls for a replacement, nothing else does.
describe("the embedded engine and the configuration of providers", () => {
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });
    const explicit =
        (config: pulumi.Inputs, opts: pulumi.ResourceOptions = {}): Program =>
        () => {
            const provider = new TestProviderResource("p", config, opts);
            new Thing("a", { size: 1 }, { provider });
            new Thing("b", { size: 1 });
            return undefined;
        };

    it("updates a provider in place, and leaves alone what it handles", async () => {
        await stack.run("up", explicit({ region: "x", color: "red" }));
        const result = await stack.run("up", explicit({ region: "x", color: "blue" }));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(providerSteps(result), "same default, update p");
        assert.equal(sortedSteps(result), "same a, same b");
    });

    it("replaces a provider whose change calls for it, and everything it handles", async () => {
        await stack.run("up", explicit({ region: "x" }));
        const before = await providerIds(stack);
        const planned = await stack.run("preview", explicit({ region: "y" }));
        const result = await stack.run("up", explicit({ region: "y" }));
        assert.ok(result.ok, errorsOf(result));
        for (const each of [planned, result]) {
            assert.equal(providerSteps(each), "replace p, same default");
            assert.equal(sortedSteps(each), "replace a, same b");
        }
        const after = await providerIds(stack);
        assert.equal(after.length, 2, "the old provider is gone");
        assert.equal(after.filter((id) => before.includes(id)).length, 1);
        assert.equal(stack.provider.standing.size, 2);
    });

    it("replaces by deleting first what a provider handles that is to be deleted first", async () => {
        await stack.run("up", explicit({ region: "x" }, { deleteBeforeReplace: true } as object));
        stack.provider.calls.length = 0;
        const now = explicit({ region: "y" }, { deleteBeforeReplace: true } as object);
        const result = await stack.run("up", now);
        assert.ok(result.ok, errorsOf(result));
        const order = stack.provider.calls
            .filter(({ method }) => method === "create" || method === "delete")
            .map(({ method, name }) => `${method} ${name}`);
        assert.deepEqual(order, ["delete a", "create a"]);
    });

    it("replaces what the default provider handles when the stack's region changes", async () => {
        const program: Program = () => {
            new Thing("a");
            return undefined;
        };
        await stack.run("up", program, { config: { "test:region": "x" } });
        const same = await stack.run("up", program, { config: { "test:region": "x" } });
        assert.equal(providerSteps(same), "same default");
        const result = await stack.run("up", program, { config: { "test:region": "y" } });
        assert.equal(providerSteps(result), "replace default");
        assert.equal(stepsOf(result), "replace a");
    });

    it("shows a plugin secrets of its configuration in clear, and keeps them encrypted", async () => {
        const program = explicit({ password: pulumi.secret("pass-of-the-provider") });
        await stack.run("up", program);
        // Of the two providers, the default one has no password; either may come first.
        const passwords = stack.provider.configurations.map(({ password }) => password);
        assert.ok(passwords.includes("pass-of-the-provider"));
        const state = path.join(stack.dir, "state");
        const files = fs.readdirSync(state, { recursive: true, encoding: "utf8" });
        for (const file of files.map((name) => path.join(state, name))) {
            if (!fs.statSync(file).isFile()) continue;
            assert.doesNotMatch(fs.readFileSync(file, "utf8"), /pass-of-the-provider/);
        }
    });

    it("says in a preview that a provider's configuration is not known yet", async () => {
        const program =
            (size: number, place: string): Program =>
            () => {
                const first = new Thing("first", { name: place });
                const provider = new TestProviderResource("p", { host: first.arn });
                new Thing("a", { size }, { provider });
                return undefined;
            };
        const planned = await stack.run("preview", program(1, "x"));
        assert.ok(planned.ok, errorsOf(planned));
        assert.deepEqual(calls(stack.provider, "check"), ["first"]);
        assert.ok((await stack.run("up", program(1, "x"))).ok);
        const changed = await stack.run("preview", program(1, "y"));
        assert.match(stepsOf(changed), /update a/);
        assert.match(changed.diagnostics[0]?.message ?? "", /not known during preview/);
        const result = await stack.run("up", program(1, "y"));
        assert.ok(result.ok, errorsOf(result));
        assert.equal(sortedSteps(result), "replace first, same a");
    });

    it("refuses default providers that the stack's configuration forbids", async () => {
        const config = { "pulumi:disable-default-providers": '["test"]' };
        const result = await stack.run("up", explicit({}), { config });
        assert.match(errorsOf(result), /Default provider for 'test' disabled/);
        const one: Program = () => {
            new Thing("a", {}, { provider: new TestProviderResource("p") });
            return undefined;
        };
        assert.ok((await stack.run("up", one, { config })).ok);
    });
});

async function providerIds({ options }: TestStack): Promise<string[]> {
    const { resources = [] } = (await exportState(options)).deployment;
    return resources
        .filter(({ type }) => type.startsWith("pulumi:providers:"))
        .map(({ id }) => id ?? "");
}
