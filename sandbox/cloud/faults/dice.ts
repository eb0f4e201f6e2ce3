import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Fault, FaultKind, FaultsConfiguration, Operation } from "./configuration";

/** One call at a service. */
export interface Call {
    readonly operation: Operation;
    /** Token of the type or function. */
    readonly token: string;
    /** What the call is about: the URN, or the function's token. */
    readonly about: string;
    /** How many times the same was asked before in this process. */
    readonly repetition: number;
}

/**
 * Decides what goes wrong. A decision hangs on the seed, the run, the call and the attempt, never on the
 * time or on the order in which calls arrive: the same program in a fresh folder meets the same faults.
 */
export class Dice {
    readonly #asked = new Map<string, number>();
    #run: number | undefined;

    constructor(
        private readonly configuration: FaultsConfiguration,
        private readonly dir: string,
    ) {}

    call(operation: Operation, token: string, about: string): Call {
        const key = `${operation} ${about}`;
        const repetition = this.#asked.get(key) ?? 0;
        this.#asked.set(key, repetition + 1);
        return { operation, token, about, repetition };
    }

    /** The first fault of these kinds, in the order of the kinds, that hits this attempt. */
    cast(kinds: readonly FaultKind[], call: Call, attempt: number): Fault | undefined {
        for (const kind of kinds) {
            const hit = this.configuration.faults.find(
                (fault, i) => fault.kind === kind && this.#hits(fault, i, call, attempt),
            );
            if (hit !== undefined) return hit;
        }
        return undefined;
    }

    #hits(fault: Fault, index: number, call: Call, attempt: number): boolean {
        const { operation, token, about, repetition } = call;
        if (!fault.operations.includes(operation) || attempt > fault.attempts) return false;
        if (!fault.types.some((pattern) => pattern.test(token))) return false;
        const run = this.#runOf(operation);
        if (run > fault.runs) return false;
        const parts = [this.configuration.seed, index, run, operation, about, repetition, attempt];
        const digest = createHash("sha256").update(parts.join("\0")).digest();
        return digest.readUIntBE(0, 6) / 2 ** 48 < fault.rate;
    }

    /** Runs are counted in the folder, from 1; only those that write count. */
    #runOf(operation: Operation): number {
        const file = path.join(this.dir, "faults.runs");
        if (this.#run === undefined) {
            const earlier = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0;
            const run = (Number.isInteger(earlier) ? earlier : 0) + 1;
            if (operation === "read" || operation === "invoke") return run;
            this.#run = run;
            fs.writeFileSync(file, String(run));
        }
        return this.#run;
    }
}
