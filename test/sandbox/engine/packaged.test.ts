import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { errorsOf, openTestStack, stepsOf, Thing, type TestStack } from "../../support/engineRun";

/** A package of one component, with one method, served by the SDK's own provider host. */
const pluginSource = `
const pulumi = require("@pulumi/pulumi");
const provider = require("@pulumi/pulumi/provider");
class Thing extends pulumi.CustomResource {
    constructor(name, inputs, opts) {
        super("test:index:Thing", name, { ...inputs, arn: undefined, key: undefined }, opts);
    }
}
class Box extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("boxes:index:Box", name, {}, opts);
        this.thing = new Thing(name + "-thing", args, { parent: this });
        this.arn = this.thing.arn;
        this.registerOutputs({ arn: this.arn });
    }
}
provider.main({
    version: "1.0.0",
    construct: async (name, type, inputs, options) => {
        const box = new Box(name, inputs, options);
        return { urn: box.urn, state: { arn: box.arn, said: inputs.word } };
    },
    call: async (token, inputs) => ({ outputs: { text: pulumi.interpolate\`\${inputs.greeting}, box\` } }),
}, process.argv.slice(2));
`;

class RemoteBox extends pulumi.ComponentResource {
    declare readonly arn: pulumi.Output<string>;
    declare readonly said: pulumi.Output<string>;

    constructor(name: string, args: pulumi.Inputs, opts: pulumi.ComponentResourceOptions = {}) {
        super("boxes:index:Box", name, { ...args, arn: undefined, said: undefined }, opts, true);
    }

    greet(greeting: pulumi.Input<string>): pulumi.Output<{ text: string }> {
        const args = { __self__: this, greeting };
        return pulumi.runtime.call("boxes:index:Box/greet", args, this);
    }
}

describe("packaged components under the embedded engine", function () {
    this.timeout(120_000);
    let stack: TestStack;
    const withPlugin = (runtime: string): void => {
        const plugin = path.join(stack.dir, "boxes");
        fs.mkdirSync(plugin);
        fs.writeFileSync(path.join(plugin, "PulumiPlugin.yaml"), `runtime: ${runtime}\n`);
        fs.writeFileSync(path.join(plugin, "package.json"), '{ "name": "boxes" }');
        fs.writeFileSync(path.join(plugin, "index.js"), pluginSource);
        fs.appendFileSync(
            path.join(stack.dir, "Pulumi.yaml"),
            "plugins:\n  providers:\n    - name: boxes\n      path: ./boxes\n",
        );
    };
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });
    const program = (): Record<string, unknown> => {
        const before = new Thing("before");
        const box = new RemoteBox(
            "box",
            { ref: before.arn },
            { transforms: [({ props, opts }) => ({ props: { ...props, size: 3 }, opts })] },
        );
        const told = new RemoteBox("told", { word: pulumi.secret("a-secret-word") });
        const after = new Thing("after", { ref: box.arn });
        return { arn: box.arn, said: told.said, text: box.greet("hello").text, ref: after.arn };
    };

    it("has the plugin register what is in it at the same engine", async () => {
        withPlugin("nodejs");
        const planned = await stack.run("preview", program);
        assert.ok(planned.ok, errorsOf(planned));
        const sorted = (text: string): string[] => text.split(", ").sort();
        const steps = ["after", "before", "box", "box-thing", "told", "told-thing"].map(
            (name) => `create ${name}`,
        );
        assert.deepEqual(sorted(stepsOf(planned)), steps);
        const result = await stack.run("up", program);
        assert.ok(result.ok, errorsOf(result));
        assert.deepEqual(sorted(stepsOf(result)), steps);
        const { arn, said, text } = result.outputs;
        assert.deepEqual({ said, text }, { said: "[secret]", text: "hello, box" });
        const inside = result.resources.find(({ urn }) => urn.endsWith("::box-thing"));
        assert.match(inside?.urn ?? "", /::boxes:index:Box\$test:index:Thing::/);
        assert.equal(inside?.outputs.arn, arn);
        assert.equal(inside?.inputs.size, 3);
        assert.doesNotMatch(
            stepsOf(await stack.run("up", program)),
            /create|update|replace|delete/,
        );
        const gone = await stack.run("destroy");
        assert.ok(gone.ok, errorsOf(gone));
        assert.equal(stack.provider.standing.size, 0);
    });

    it("fails the run when what is in it fails, and keeps what was made", async () => {
        withPlugin("nodejs");
        const result = await stack.run("up", () => {
            const box = new RemoteBox("box", { fail: "create" });
            return { arn: box.arn };
        });
        assert.equal(result.ok, false);
        assert.match(errorsOf(result), /create was told to fail/);
        assert.ok((await stack.run("destroy")).ok);
    });

    it("refuses a plugin in another language, and a package without a plugin, by name", async () => {
        const box = (): undefined => {
            new RemoteBox("box", {});
            return undefined;
        };
        const unknown = await stack.run("up", box);
        assert.match(errorsOf(unknown), /package "boxes".*is not emulated.*plugins: \{providers/s);
        withPlugin("python");
        const foreign = await stack.run("up", box);
        assert.match(errorsOf(foreign), /"boxes".*has runtime "python".*runs nodejs plugins only/s);
    });
});
