import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, it } from "mocha";
import { errorsOf, openTestStack, Thing, type TestStack } from "../../support/engineRun";

/** A plugin of custom resources: everything it creates is called after the file it lies in. */
const source = `#!/usr/bin/env node
const provider = require("@pulumi/pulumi/provider");
provider.main({
    version: "1.0.0",
    create: async () => ({ id: "made-by-" + require("node:path").basename(__filename), outs: {} }),
}, process.argv.slice(2));
`;

class Mark extends pulumi.CustomResource {
    constructor(name: string) {
        super("marks:index:Mark", name, {});
    }
}

describe("plugins of resources that Pulumi.yaml names", function () {
    this.timeout(60_000);
    let stack: TestStack;
    const withPlugin = (name: string) => {
        fs.mkdirSync(path.join(stack.dir, name));
        const file = path.join(stack.dir, name, `pulumi-resource-${name}`);
        fs.writeFileSync(file, source, { mode: 0o755 });
        fs.appendFileSync(
            path.join(stack.dir, "Pulumi.yaml"),
            `plugins:\n  providers:\n    - name: ${name}\n      path: ./${name}\n`,
        );
    };
    beforeEach(async () => {
        stack = await openTestStack();
    });
    afterEach(() => {
        stack.close();
    });

    it("are run by the executable in their folder, as the real CLI does", async () => {
        withPlugin("marks");
        const result = await stack.run("up", () => ({ id: new Mark("mark").id }));
        assert.equal(errorsOf(result), "");
        assert.equal(result.outputs.id, "made-by-pulumi-resource-marks");
    });

    it("are left alone where the package is emulated", async () => {
        withPlugin("test");
        const result = await stack.run("up", () => ({ id: new Thing("thing").id }));
        assert.equal(errorsOf(result), "");
        assert.notEqual(result.outputs.id, "made-by-pulumi-resource-test");
    });
});
