import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { errorsOf, openTestStack, Thing, type TestStack } from "../../support/engineRun";

/** A plugin that would make everything itself, if anybody ran it. */
const source = `
require("@pulumi/pulumi/provider").main({
    version: "1.0.0",
    create: async () => ({ id: "made-by-the-real-one", outs: {} }),
}, process.argv.slice(2));
`;

describe("a plugin that Pulumi.yaml names for a package that is emulated", function () {
    this.timeout(120_000);
    let stack: TestStack;
    beforeEach(async () => {
        stack = await openTestStack();
        const folder = path.join(stack.dir, "real");
        fs.mkdirSync(folder);
        fs.writeFileSync(path.join(folder, "PulumiPlugin.yaml"), "runtime: nodejs\n");
        fs.writeFileSync(path.join(folder, "package.json"), '{ "name": "real" }');
        fs.writeFileSync(path.join(folder, "index.js"), source);
        fs.appendFileSync(
            path.join(stack.dir, "Pulumi.yaml"),
            "plugins:\n  providers:\n    - name: test\n      path: ./real\n",
        );
    });
    afterEach(() => {
        stack.close();
    });

    it("is left alone: the emulated one answers", async () => {
        const result = await stack.run("up", () => ({ id: new Thing("thing").id }));
        assert.equal(errorsOf(result), "");
        assert.notEqual(result.outputs.id, "made-by-the-real-one");
    });
});
