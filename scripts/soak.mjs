// `npm run soak`: the tests that prove what holds under faults at their full size (hours), and all that hold
// for any value with other values than `npm test` tries. GATEHOUSE_SOAK_SEED repeats a run,
// GATEHOUSE_SOAK_KILLS sets the number of kills. Arguments are test files, as with `npm test`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();

/** Test files that draw values; one does so in a file that several share. */
function withRandomValues() {
    return readdirSync("test", { recursive: true })
        .map((file) => path.join("test", file))
        .filter((file) => file.endsWith(".test.ts"))
        .filter((file) => /\bfc\.assert\(|\/awsPackets"/.test(readFileSync(file, "utf8")))
        .sort();
}

const only = process.argv.slice(2);
const full = ["test/soak/**/*.test.ts", "test/conformance/**/*.test.ts", ...withRandomValues()];
const seed = process.env.GATEHOUSE_SOAK_SEED ?? String(Date.now() % 1_000_000);
console.log(`seed ${seed}; GATEHOUSE_SOAK_SEED=${seed} repeats this run`);
const mocha = path.join("node_modules", ".bin", "mocha");
const files = only.length > 0 ? only : full;
const { status } = spawnSync(mocha, ["--exit", "--timeout", "0", ...files], {
    stdio: "inherit",
    env: { ...process.env, GATEHOUSE_SOAK: "1", GATEHOUSE_SOAK_SEED: seed },
    shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
