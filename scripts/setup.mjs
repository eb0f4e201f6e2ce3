// What start, test and bench need before anything else: a Node that is new enough and the
// dependencies of the lockfile. Plain Node, because on a fresh machine there is nothing else.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

function requireNode() {
    const [major, minor] = process.versions.node.split(".").map(Number);
    if (major > 20 || (major === 20 && minor >= 19)) return;
    console.error(`Gatehouse needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(2);
}

/** Installs when the lockfile is not the one the last install was made from. */
function install() {
    const stamp = path.join(root, "node_modules", ".gatehouse-lock");
    const lock = createHash("sha256")
        .update(readFileSync(path.join(root, "package-lock.json")))
        .digest("hex");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
    console.error("Installing dependencies (npm ci) ...");
    // An npm script may run under NODE_ENV=production: the compiler is needed all the same.
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const done = spawnSync(npm, ["ci", "--include=dev", "--loglevel=error"], {
        cwd: root,
        stdio: ["ignore", 2, 2],
        shell: process.platform === "win32",
    });
    if (done.status !== 0) {
        console.error("The installation failed; nothing else was done. npm's message is above.");
        process.exit(1);
    }
    writeFileSync(stamp, lock);
}

export function setup() {
    requireNode();
    process.chdir(root);
    install();
}
