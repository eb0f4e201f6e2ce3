// `npm run bench`: install if needed, compile, measure (bench/main.ts; with --engines bench/engines.ts,
// with --api bench/api.ts).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();
const asked = process.argv.slice(2);
const others = { "--engines": "bench/engines.ts", "--api": "bench/api.ts" };
const other = asked.find((each) => each in others);
const script = other === undefined ? "bench/main.ts" : others[other];
const argv = ["--require", "tsx/cjs", script, ...asked.filter((each) => each !== other)];
process.exitCode = spawnSync(process.execPath, argv, { stdio: "inherit" }).status ?? 1;
