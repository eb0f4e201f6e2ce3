import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, it } from "mocha";
import { shellQuote } from "../../../../components/agents/boot/shell/sh";

/** What means something to a shell somewhere. */
const special = "'\"\\$`!*?~{}()[]<>|&;# \t\r\n".split("");

describe("shellQuote", () => {
    it("gives a word that bash reads back as the same value, whatever the characters", function () {
        this.timeout(120_000);
        if (spawnSync("bash", ["-c", "true"]).error) this.skip();
        const text = fc
            .oneof(
                fc.string({ unit: "binary", maxLength: 40 }),
                fc.string({ unit: fc.constantFrom(...special) }),
            )
            .filter((value) => !value.includes("\0"));
        fc.assert(
            fc.property(fc.array(text, { minLength: 1, maxLength: 200 }), (values) => {
                const script = `words=(${values.map(shellQuote).join(" ")})\nprintf '%s\\0' "\${words[@]}"`;
                const { stdout } = spawnSync("bash", [], { input: script, encoding: "utf8" });
                assert.deepEqual(stdout.split("\0").slice(0, -1), values);
            }),
            { numRuns: 12 },
        );
    });

    it("refuses a NUL, which no word can hold", () => {
        assert.throws(() => shellQuote("a\0b"), RangeError);
    });
});
