// `npm run soak`: the tests that prove what holds under faults at their full size (hours); `npm test` runs
// the same ones small. GATEHOUSE_SOAK_SEED repeats a run, GATEHOUSE_SOAK_KILLS sets the number of kills.
// Arguments are test files, as with `npm test`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();

const only = process.argv.slice(2);
const files = only.length > 0 ? only : ["test/soak/**/*.test.ts", "test/conformance/**/*.test.ts"];
const mocha = path.join("node_modules", ".bin", "mocha");
const { status } = spawnSync(mocha, ["--exit", "--timeout", "0", ...files], {
    stdio: "inherit",
    env: { ...process.env, GATEHOUSE_SOAK: "1" },
    shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
