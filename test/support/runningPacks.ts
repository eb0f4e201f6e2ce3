import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { PolicyPackSpec } from "../../sandbox/engine/api";
import { policyHost } from "../../sandbox/engine/analyzer";
import { hostFlags, spawnChild } from "../../sandbox/engine/children";

/**
 * A policy pack that is started once for many runs of a test process: each start costs most of a second.
 * What a pack remembers is of one run, so runs at the same time have one each.
 */
export class RunningPacks {
    readonly #folder: string;
    readonly #idle = new Set<string>();
    readonly #processes: ChildProcess[] = [];

    constructor(folder: string) {
        this.#folder = folder;
    }

    async use<Result>(run: (pack: PolicyPackSpec) => Promise<Result>): Promise<Result> {
        const [waiting] = this.#idle;
        const address = waiting ?? (await this.#start());
        this.#idle.delete(address);
        try {
            return await run({ path: this.#folder, address });
        } finally {
            this.#idle.add(address);
        }
    }

    /** For a pack that no other test file needs. */
    close(): void {
        for (const each of this.#processes) each.kill();
    }

    /** It ends with this process (children.ts), which it does not keep from ending. */
    async #start(): Promise<string> {
        const child = spawnChild(
            process.execPath,
            [...hostFlags, policyHost(this.#folder), "no engine", this.#folder],
            { cwd: this.#folder },
        );
        this.#processes.push(child);
        let said = "";
        child.stderr.on("data", (text: Buffer) => (said += text.toString()));
        const ended = once(child, "exit").then(() => {
            throw new Error(`the policy pack in ${this.#folder} ended: ${said}`);
        });
        const port = once(child.stdout, "data") as Promise<[Buffer]>;
        const [told] = await Promise.race([port, ended]);
        // Should it end later, the runs that use it will say so.
        ended.catch(() => undefined);
        child.unref();
        for (const pipe of [child.stdout, child.stderr] as (Readable & { unref(): void })[]) {
            pipe.unref();
        }
        return `127.0.0.1:${told.toString().trim()}`;
    }
}
