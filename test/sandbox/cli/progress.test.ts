import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Progress } from "../../../sandbox/cli/progress";
import { columns, paint, wrap } from "../../../sandbox/cli/text";
import { cli, step } from "../../support/cliRun";

function recorded(live: boolean): { progress: Progress; text: () => string } {
    let text = "";
    const out = { write: (part: string) => (text += part), columns: 40 };
    return { progress: new Progress(out, live, paint(false)), text: () => text };
}

const vault = step("create", "azure-native:keyvault:Vault", "a-vault-with-a-very-long-name");

describe("progress of a run", () => {
    it("writes plain lines where there is no terminal: one for each phase and each 50 resources", () => {
        const { progress, text } = recorded(false);
        progress.begin("Deploying dev");
        for (let i = 0; i < 120; i += 1) {
            progress.onEvent({ kind: "step-start", step: vault });
            progress.onEvent({ kind: "step-done", step: vault, failed: false });
        }
        progress.end();
        assert.equal(text().split("\n").length, 4);
        assert.match(
            text(),
            /^Deploying dev \.\.\.\n {2}50 resources after .* s\n {2}100 resources/,
        );
        assert.ok(!text().includes("\u001b"), "control codes in a log");
    });

    it("keeps one line on a terminal, no wider than it, and takes it away at the end", async () => {
        const { progress, text } = recorded(true);
        progress.begin("Deploying dev");
        progress.onEvent({ kind: "step-start", step: vault });
        await new Promise((resolve) => setTimeout(resolve, 300));
        progress.end();
        const lines = text().split("\r\u001b[2K");
        assert.ok(lines.some((line) => line.includes("Deploying dev  0 resources")));
        assert.ok(lines.every((line) => line.length < 40));
        assert.equal(lines.at(-1), "");
        assert.ok(!text().includes("\n"));
    });

    it("keeps messages above the line, but not the program's chatter of severity debug", () => {
        const { progress, text } = recorded(true);
        progress.begin("Deploying dev");
        for (const severity of ["error", "warning", "info", "debug"] as const) {
            const diagnostic = { severity, message: `a ${severity}` };
            progress.onEvent({ kind: "diagnostic", diagnostic });
        }
        progress.end();
        assert.match(text(), /error: a error\n/);
        assert.match(text(), /warning: a warning\n/);
        assert.match(text(), /a info\n/);
        assert.doesNotMatch(text(), /a debug/);
    });

    it("uses colours only on a terminal that wants them", async () => {
        const on = { isTTY: true, env: {} };
        assert.ok((await cli(["preview", "--no-color"], {}, on)).stdout.includes("Preview"));
        const off = await cli(["preview"], {}, { isTTY: true, env: { NO_COLOR: "1" } });
        assert.ok(!off.stdout.includes("\u001b[3"));
        const ci = await cli(["preview"], {}, { isTTY: true, env: { CI: "true" } });
        assert.doesNotMatch(ci.stdout, /\r/);
    });

    it("lets Ctrl-C finish what is in flight", async () => {
        let aborted = false;
        await cli(["up"], {}, {}, (kind, { signal }) => {
            if (kind !== "up") return;
            process.emit("SIGINT");
            aborted = signal.aborted;
        });
        assert.ok(aborted);
        assert.equal(process.listenerCount("SIGINT"), 0);
    });
});

describe("text layout", () => {
    it("aligns columns and leaves the last one alone", () => {
        assert.deepEqual(
            columns(
                [
                    ["a", "long"],
                    ["bbb", "x"],
                ],
                "> ",
            ),
            ["> a    long", "> bbb  x"],
        );
    });

    it("wraps at blanks and never inside a word", () => {
        assert.equal(wrap("one two three", 7, "  "), "one two\n  three");
        assert.equal(wrap("unbreakable", 3, ""), "unbreakable");
    });
});
