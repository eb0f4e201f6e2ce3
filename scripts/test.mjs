// `npm test`: install if needed, then type-check, lint, formatting and every test. The last line is
// "N passed, N failed" (", N skipped"), where each of the three checks counts as one.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();

/** Runs one tool of node_modules/.bin; its output is shown only when it has something to say. */
function run(name, args, { env = {}, live = false } = {}) {
    return new Promise((resolve) => {
        const started = Date.now();
        const child = spawn(path.join("node_modules", ".bin", name), args, {
            stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
            env: { ...process.env, ...env },
            shell: process.platform === "win32",
        });
        let output = "";
        child.stdout?.on("data", (text) => (output += text));
        child.stderr?.on("data", (text) => (output += text));
        child.on("close", (code) => {
            const seconds = ((Date.now() - started) / 1000).toFixed(1);
            resolve({ ok: code === 0, output, seconds });
        });
    });
}

/** All of them; those first that take long in one file, or a core would wait for them in the end. */
const everyTest = ["test/soak/**/*.test.ts", "test/!(soak)/**/*.test.ts", "test/*.test.ts"];

const totals = { passed: 0, failed: 0, skipped: 0 };

async function report(title, running) {
    const result = await running;
    console.log(`${result.ok ? "ok  " : "FAIL"} ${title} (${result.seconds} s)`);
    if (!result.ok) console.log(result.output);
    totals[result.ok ? "passed" : "failed"] += 1;
}

const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-test-"));
const totalsFile = path.join(folder, "totals.json");
try {
    const only = process.argv.slice(2);
    const all = only.length === 0;
    // The longest of the three has a core to itself; the tests begin beside it when the others are done.
    const lint = all ? run("eslint", [".", "--max-warnings=0"]) : undefined;
    if (all) {
        await report("types", run("tsc", ["--noEmit", "-p", "."]));
        await report("formatting", run("prettier", ["--check", "--log-level=warn", "."]));
    }
    const mocha = await run(
        "mocha",
        [
            "--reporter",
            "scripts/mochaReporter.cjs",
            // A worker for each core; the tests of one file run in order.
            ...["--parallel", "--jobs", String(Math.max(2, availableParallelism()))],
            ...(all ? everyTest : only),
        ],
        {
            env: { GATEHOUSE_TEST_TOTALS: totalsFile },
            live: true,
        },
    );
    if (lint) await report("lint", lint);
    try {
        const counted = JSON.parse(readFileSync(totalsFile, "utf8"));
        for (const key of Object.keys(totals)) totals[key] += counted[key];
        // A runner that fails without a failing test (a crash after the last one) is a failure.
        if (!mocha.ok && counted.failed === 0) totals.failed += 1;
    } catch {
        console.log("The test runner ended before it could count its tests.");
        totals.failed += 1;
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
