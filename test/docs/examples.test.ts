import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, it } from "mocha";
import { exampleFile } from "../../scripts/docs";
import { acme } from "../support/acme";
import { complaints, openSandbox, root } from "../support/sandbox";

const folder = path.join(root, "examples", "components");
const schema = JSON.parse(
    fs.readFileSync(path.join(root, "components", "schema.json"), "utf8"),
) as { resources: Record<string, unknown> };
const components = Object.keys(schema.resources).map((token) => token.split(":")[2] ?? "");

/** The example, run anew: it does its work when it is loaded. */
function run(file: string): Promise<Record<string, unknown>> {
    const program = path.join(folder, file);
    Reflect.deleteProperty(require.cache, program);
    return Promise.resolve(createRequire(__filename)(program) as Record<string, unknown>);
}

/** The examples of the documentation, as their reader would run them. */
describe("the example of", function () {
    this.timeout(120_000);

    for (const component of components) {
        it(`${component} deploys under the pack without a finding, and stands unchanged`, async () => {
            const file = exampleFile(component);
            const sandbox = await openSandbox(`example-${component}`);
            try {
                const program = () => run(file);
                const made = await sandbox.run("up", {}, { program, config: acme });
                assert.ok(made.ok, complaints(made));
                const tokens = made.resources.map(({ type }) => type);
                assert.ok(tokens.includes(`gatehouse:index:${component}`), tokens.join(", "));
                // What the pack says was asked above; starting it takes a second.
                const again = await sandbox.run(
                    "preview",
                    {},
                    { program, config: acme, policyPacks: [] },
                );
                assert.ok(again.ok, complaints(again));
                const changes = again.steps.filter(({ op }) => op !== "same" && op !== "read");
                assert.deepEqual(changes, []);
            } finally {
                await sandbox.close();
            }
        });
    }

    it("every component is there, and no other file", () => {
        assert.deepEqual(fs.readdirSync(folder).sort(), components.map(exampleFile).sort());
    });
});
