// `npm run bench`: install if needed, compile, measure (bench/main.ts; with --engines bench/engines.ts).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();
const asked = process.argv.slice(2);
const script = asked.includes("--engines") ? "bench/engines.ts" : "bench/main.ts";
const argv = ["--require", "tsx/cjs", script, ...asked.filter((each) => each !== "--engines")];
process.exitCode = spawnSync(process.execPath, argv, { stdio: "inherit" }).status ?? 1;
