import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSync } from "esbuild";
import type { EstateConfig } from "../support/sandbox";
import { alive, family, type Victim } from "./processes";

const root = path.join(__dirname, "..", "..");

export type Kind = "up" | "destroy";

/** When to kill: some time after the start, or once that share of the run's writes is done. */
export type Moment =
    { readonly afterMs: number } | { readonly share: number; readonly thenMs: number };

/** How a run ended. */
export interface Ended {
    readonly code: number | null;
    readonly output: string;
    readonly ms: number;
    /** Largest journal of the cloud that was seen, in bytes. */
    readonly written: number;
}

export interface Killed extends Ended {
    /** False when the run was over before the moment came, or nobody of that role was there. */
    readonly killed: boolean;
    /** Of an engine that was killed: how long the last of its children lived on. */
    readonly orphansMs: number;
}

/** Longest a run may take after one of its children was killed, and a whole one. */
const limitMs = 180_000;

/** Longest a child may outlive its engine. */
const orphanLimitMs = 20_000;

interface Build {
    readonly ensureBuilt: () => boolean;
}

/** Runs of one estate, each in a process of its own, in folders of their own. */
export class SoakBench {
    readonly #dir = path.join(root, ".sandbox", `soak-${process.pid}`);
    #folders = 0;

    constructor(estate: EstateConfig) {
        const { ensureBuilt } = createRequire(__filename)("../../scripts/build.cjs") as Build;
        ensureBuilt();
        fs.mkdirSync(this.#dir, { recursive: true });
        fs.writeFileSync(path.join(this.#dir, "estate.json"), JSON.stringify(estate));
        buildSync({
            entryPoints: [path.join(__dirname, "launcher.ts")],
            outfile: path.join(this.#dir, "launcher.js"),
            bundle: true,
            packages: "external",
            platform: "node",
            target: "node20",
            format: "cjs",
        });
        // Looked for beside the bundle of the engine.
        for (const file of ["parentWatch.cjs", "lateModules.cjs"]) {
            const source = path.join(root, "sandbox", "engine", file);
            fs.copyFileSync(source, path.join(this.#dir, file));
        }
    }

    /** A sandbox in which nothing was ever done. */
    folder(): string {
        this.#folders += 1;
        const dir = path.join(this.#dir, String(this.#folders));
        fs.mkdirSync(dir);
        return dir;
    }

    close(): void {
        fs.rmSync(this.#dir, { recursive: true, force: true });
    }

    /** A run that nobody disturbs. */
    async run(kind: Kind, dir: string): Promise<Ended> {
        return this.#start(kind, dir).ended;
    }

    /** A run in which somebody is killed with -9. `written` is what a whole run of the kind writes. */
    async killedRun(
        kind: Kind,
        dir: string,
        victim: Victim,
        moment: Moment,
        written: number,
    ): Promise<Killed> {
        const run = this.#start(kind, dir);
        const bytes = "share" in moment ? moment.share * written : 0;
        const wait = "share" in moment ? moment.thenMs : moment.afterMs;
        while (run.running() && run.written() < bytes) await sleep(1);
        if (wait > 0) await sleep(wait);
        let members = family(run.pid);
        while (run.running() && members[victim] === undefined) {
            await sleep(10);
            members = family(run.pid);
        }
        const pid = members[victim];
        const killed = run.running() && pid !== undefined && tryKill(pid);
        const ended = await run.ended;
        const children = Object.values(members).filter((one) => one !== run.pid);
        const orphansMs = victim === "engine" && killed ? await lifetime(children) : 0;
        return { ...ended, killed, orphansMs };
    }

    #start(kind: Kind, dir: string) {
        const started = Date.now();
        const child = spawn(
            process.execPath,
            [path.join(this.#dir, "launcher.js"), kind, dir, root],
            { stdio: ["ignore", "pipe", "pipe"] },
        );
        const { pid } = child;
        if (pid === undefined) throw new Error("the launcher could not be started");
        let output = "";
        const collect = (text: Buffer) => (output += text.toString("utf8"));
        child.stdout.on("data", collect);
        child.stderr.on("data", collect);
        let running = true;
        let most = 0;
        const journal = path.join(dir, "cloud", "journal.jsonl");
        const written = () => {
            const { size } = fs.statSync(journal, { throwIfNoEntry: false }) ?? { size: 0 };
            return (most = Math.max(most, size));
        };
        const look = setInterval(written, 5);
        const limit = setTimeout(() => tryKill(pid), limitMs);
        // "exit" and not "close": an orphan may still hold the pipes.
        const ended = new Promise<Ended>((resolve) => {
            child.once("exit", (code) => {
                running = false;
                clearInterval(look);
                clearTimeout(limit);
                setTimeout(() => {
                    resolve({ code, output, ms: Date.now() - started, written: most });
                }, 20);
            });
        });
        return { pid, ended, written, running: () => running };
    }
}

function tryKill(pid: number): boolean {
    try {
        return process.kill(pid, "SIGKILL");
    } catch {
        return false;
    }
}

/** How long it takes until none of these is left; Infinity when that never comes. */
async function lifetime(pids: readonly number[]): Promise<number> {
    const started = Date.now();
    while (alive(pids).length > 0) {
        if (Date.now() - started > orphanLimitMs) return Infinity;
        await sleep(50);
    }
    return Date.now() - started;
}
