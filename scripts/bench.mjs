// `npm run bench`: install if needed, compile, measure (bench/main.ts).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { setup } from "./setup.mjs";

setup();
createRequire(import.meta.url)("./build.cjs").ensureBuilt();
const argv = ["--require", "tsx/cjs", "bench/main.ts", ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, argv, { stdio: "inherit" }).status ?? 1;
