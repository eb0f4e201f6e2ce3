// `npm start`: install if needed, compile, check the stack's configuration, then hand over to the
// sandbox's command line. The check comes first so that a mistake in the YAML is answered at once,
// with exit code 2, whatever engine would have run.
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, setup } from "./setup.mjs";

setup();
const require = createRequire(import.meta.url);
require("./build.cjs").ensureBuilt();

const argv = process.argv.slice(2);
const { values, positionals } = parseArgs({
    args: argv,
    options: { stack: { type: "string", short: "s" }, help: { type: "boolean", short: "h" } },
    strict: false,
});
// Only these run the program and so read the estate; the others must work with a broken one.
const runsProgram = [undefined, "preview", "up"].includes(positionals[0]) && !values.help;
if (runsProgram) {
    const { checkStackFile } = require("../bin/estate.js");
    const stack = typeof values.stack === "string" ? values.stack : "dev";
    const checked = checkStackFile(path.join(root, `Pulumi.${stack}.yaml`));
    if (checked instanceof Error) {
        console.error(checked.message);
        process.exit(2);
    }
}

// Whoever read the output has gone (`| head`): a deployment under way must not fall over that.
for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
        if (error.code !== "EPIPE") throw error;
    });
}

require("../bin/sandbox/lateModules.cjs");
const { main } = require("../bin/sandbox/cli.js");
process.exitCode = await main(argv, {
    stdout: process.stdout,
    stderr: process.stderr,
    isTTY: process.stdout.isTTY === true,
    env: process.env,
    projectDir: root,
});
