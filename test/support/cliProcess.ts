import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./sandbox";

/** A project on disk, the command line and the emulated cloud each in processes of their own. */
export interface CliProject {
    readonly dir: string;
    readonly journal: string;
    readonly cloud: string;
    /** Writes the program. `Repository` and `pulumi` are there. */
    program(text: string): void;
    start(args: readonly string[], env?: NodeJS.ProcessEnv): CliProcess;
    /** Runs to the end. */
    run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
    /** Runs where no file may grow beyond a size: a disk that gets full. */
    runCramped(kilobytes: number, args: readonly string[]): Promise<Ended>;
    close(): void;
}

export interface Ended {
    readonly code: number | null;
    readonly output: string;
}

export interface CliProcess {
    readonly ended: Promise<Ended>;
    readonly output: () => string;
    /** As a terminal does: to every process of the group. */
    interrupt(): void;
    /** To the process alone. */
    signal(name: NodeJS.Signals): void;
}

const head = `
const pulumi = require("@pulumi/pulumi");
const { Repository } = require("@pulumi/github/repository");
`;

/** The compiled sandbox: a third of the time of running the TypeScript. */
function entry(file: string, use: string): string {
    return `const m = require(${JSON.stringify(path.join(root, "bin", "sandbox", file))}); ${use}\n`;
}

const build = createRequire(path.join(root, "scripts", "build.cjs"))("./build.cjs") as {
    readonly ensureBuilt: () => boolean;
};

const useCli = `m.main(process.argv.slice(2), {
    stdout: process.stdout, stderr: process.stdout, isTTY: false, env: process.env, projectDir: __dirname,
}).then((code) => { process.exitCode = code; });`;

export function openCliProject(name: string): CliProject {
    const dir = path.join(root, ".sandbox", `test-${name}-${process.pid}`);
    fs.rmSync(dir, { recursive: true, force: true });
    build.ensureBuilt();
    const write = (file: string, text: string): void => {
        fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
        fs.writeFileSync(path.join(dir, file), text);
    };
    write("Pulumi.yaml", "name: tiny\nruntime: { name: nodejs, options: { typescript: false } }\n");
    write("Pulumi.dev.yaml", "config: {}\n");
    write("package.json", '{ "main": "index.js" }');
    write("cli.js", entry("cli.js", useCli));
    write("bin/sandbox/cloud.js", entry("cloud.js", ""));
    const cli: readonly string[] = [process.execPath, path.join(dir, "cli.js")];
    const spawnCli = (command: readonly string[], env: NodeJS.ProcessEnv): CliProcess => {
        const [file = "", ...args] = command;
        const child = spawn(file, args, {
            cwd: dir,
            env: {
                ...process.env,
                GATEHOUSE_ENGINE: "embedded",
                GATEHOUSE_SANDBOX_DIR: path.join(dir, ".sandbox"),
                PULUMI_CONFIG_PASSPHRASE: "test",
                ...env,
            },
            stdio: ["ignore", "pipe", "pipe"],
            detached: true,
        });
        return follow(child);
    };
    const start: CliProject["start"] = (args, env = {}) => spawnCli([...cli, ...args], env);
    return {
        dir,
        journal: path.join(dir, ".sandbox", "state", ".pulumi", "stacks", "tiny", "dev.journal"),
        cloud: path.join(dir, ".sandbox", "cloud"),
        program: (text) => {
            write("index.js", head + text);
        },
        start,
        run: (args, env) => start(args, env).ended,
        runCramped: (kilobytes, args) => {
            // The signal is ignored, so that the write fails, as on a full disk.
            const script = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" "$@"`;
            return spawnCli(["bash", "-c", script, ...cli, ...args], {}).ended;
        },
        close: () => {
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

function follow(child: ChildProcess): CliProcess {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    const { pid = 0 } = child;
    return {
        output: () => output,
        ended: new Promise((resolve) => {
            child.on("close", (code) => {
                resolve({ code, output });
            });
        }),
        interrupt: () => process.kill(-pid, "SIGINT"),
        signal: (name) => process.kill(pid, name),
    };
}

/** Waits until something holds; for what another process does. */
export async function until(
    holds: () => boolean,
    what: () => string,
    limitMs = 60_000,
): Promise<void> {
    const end = Date.now() + limitMs;
    while (!holds()) {
        await sleep(20);
        if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what()}`);
    }
}

export function textOf(file: string): string {
    try {
        return fs.readFileSync(file, "utf8");
    } catch {
        return "";
    }
}
