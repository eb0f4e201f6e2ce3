import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { hostFlags } from "../../../sandbox/engine/children";
import { root } from "../../support/sandbox";

/** Says which of the two stand loaded, then does what needs them, then says it again. */
const script = `
const pulumi = require("@pulumi/pulumi");
const loaded = () => ["typescript", "@npmcli/arborist"].filter((name) =>
    Object.keys(require.cache).some((file) => file.includes(require("node:path").join("node_modules", name, "lib"))));
const offset = 3;
(async () => {
    const before = loaded();
    const { text } = await pulumi.runtime.serializeFunction(() => offset + 1);
    const paths = await pulumi.runtime.computeCodePaths();
    console.log(JSON.stringify({ before, text, paths: [...paths.keys()], after: loaded() }));
})();
`;

describe("modules that the SDK needs late", () => {
    it("are loaded when a function is written into another place, which goes as without", async () => {
        const { stdout } = spawnSync(process.execPath, [...hostFlags, "-e", script], {
            cwd: root,
            encoding: "utf8",
        });
        const said = JSON.parse(stdout) as Record<"before" | "after" | "paths", string[]> & {
            text: string;
        };
        assert.deepEqual(said.before, []);
        assert.deepEqual(said.after, ["typescript", "@npmcli/arborist"]);
        const offset = 3;
        const { text } = await pulumi.runtime.serializeFunction(() => offset + 1);
        // The test's own source is compiled, and loses its spaces.
        assert.equal(said.text.replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
        assert.ok(said.paths.length > 0);
    });
});
