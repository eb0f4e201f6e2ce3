import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, it } from "mocha";
import { bootProgram } from "../../../../components/agents/boot/bootProgram";
import { bootCases } from "../../../support/bootCases";

const tool = path.join(__dirname, "../../../support/shellcheck.mjs");

/** What ShellCheck has to say about a script, its optional checks aside. */
function complaints(script: string): string[] {
    const options = { input: script, encoding: "utf8", timeout: 110_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool], options);
    assert.equal(status, 0, stderr);
    const results = JSON.parse(stdout) as { line: number; code: number; message: string }[];
    return results.map(({ line, code, message }) => `line ${line}: SC${code}: ${message}`);
}

describe("boot program, as text", function () {
    this.timeout(120_000);

    for (const [name, facts] of Object.entries(bootCases)) {
        it(`is clean for ShellCheck: ${name}`, () => {
            assert.deepEqual(complaints(bootProgram(facts)), []);
        });

        it(`is understood by bash: ${name}`, function () {
            const options = { input: bootProgram(facts), encoding: "utf8" } as const;
            const { error, status, stderr } = spawnSync("bash", ["-n"], options);
            if (error) this.skip();
            assert.equal(stderr, "");
            assert.equal(status, 0);
        });
    }

    it("would not be clean with an unquoted variable", () => {
        assert.match(complaints("#!/bin/bash\necho $1\n").join(), /SC2086/);
    });
});
