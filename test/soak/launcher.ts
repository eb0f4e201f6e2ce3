/**
 * The engine as a process of its own that can be killed: one run of the estate under the pack, on the
 * emulated cloud, each child a process as in `npm start`. Bundled by bench.ts; arguments: the kind of run and
 * the folder that holds `estate.json`.
 */
import fs from "node:fs";
import path from "node:path";
import { cloudPackages } from "../../sandbox/cloud";
import * as engine from "../../sandbox/engine";
import type { RunKind } from "../../sandbox/engine/api";

const [kind = "", dir = "", root = ""] = process.argv.slice(2);
const estate = fs.readFileSync(path.join(path.dirname(dir), "estate.json"), "utf8");

engine[kind as RunKind]({
    projectDir: root,
    stack: "soak",
    stateDir: path.join(dir, "state"),
    passphrase: "soak",
    plugin: {
        packages: cloudPackages,
        remembers: true,
        command: {
            path: process.execPath,
            args: [path.join(root, "bin", "sandbox", "cloud.js")],
            env: { GATEHOUSE_CLOUD_DIR: path.join(dir, "cloud") },
        },
    },
    policyPacks: [
        {
            path: path.join(root, "policies"),
            // What is destroyed here had leave to be, and the pack says so of each.
            config: { "critical-resources-protected": "advisory" },
        },
    ],
    config: { "gatehouse:estate": estate },
}).then(
    (result) => {
        for (const { severity, message } of result.diagnostics) {
            console.log(`${severity}: ${message}`);
        }
        for (const { enforcement, message } of result.violations) {
            if (enforcement === "mandatory") console.log(message);
        }
        process.exitCode = result.ok ? 0 : 1;
    },
    (error: unknown) => {
        console.log(`error: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
    },
);
