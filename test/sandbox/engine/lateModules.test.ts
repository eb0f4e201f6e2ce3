import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
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

/** Runs a pack's program as the policy host does; whether the compiler was loaded, and what the program says. */
function pack(file: string, text: string): { said: string; compiler: boolean } {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-pack-"));
    try {
        fs.writeFileSync(path.join(dir, file), text);
        const host = `
            const { run } = require("@pulumi/pulumi/cmd/run-policy-pack/run");
            const pwd = ${JSON.stringify(dir)};
            run({ argv: { pwd, _: ["./pack"] }, typeScript: true, programStarted() {} }).then((said) => {
                const compiler = Object.keys(require.cache).some((file) => file.endsWith("typescript.js"));
                console.log(JSON.stringify({ said, compiler }));
            });`;
        const { stdout } = spawnSync(process.execPath, [...hostFlags, "-e", host], {
            cwd: root,
            encoding: "utf8",
        });
        return JSON.parse(stdout) as { said: string; compiler: boolean };
    } finally {
        fs.rmSync(dir, { recursive: true });
    }
}

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

    it("are loaded by no policy pack of JavaScript, and by one of TypeScript, which is compiled", () => {
        const plain = pack("pack.js", "module.exports = () => 'plain';");
        assert.deepEqual(plain, { said: "plain", compiler: false });
        const typed = pack("pack.ts", "const said: string = 'typed'; export = (): string => said;");
        assert.deepEqual(typed, { said: "typed", compiler: true });
    });
});
