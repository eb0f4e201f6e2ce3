import { committedEstate, type EstateConfig } from "../support/sandbox";
import { accountsOf, wrongs, type Accounts } from "./accounts";
import { SoakBench, type Ended, type Kind, type Moment } from "./bench";
import type { Victim } from "./processes";

/** A number from 0 up to 1; the same ones for the same seed. */
export function dice(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        // mulberry32
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

/** What many kills came to. */
export interface Tally {
    readonly kills: Readonly<Record<Kind, Record<Victim, number>>>;
    readonly total: number;
    /** Resources an undisturbed up makes. */
    readonly resources: number;
    /** Kills that left something unfinished for the next run. */
    readonly inFlight: number;
    readonly longestOrphanMs: number;
    /** One line for each thing that went wrong. */
    readonly wrong: readonly string[];
}

interface Sound {
    readonly ended: Ended;
    readonly accounts: Accounts;
}

/** The estate of a stack, with leave to be destroyed. */
export function destroyable(stack: "dev" | "prod"): EstateConfig {
    return { ...committedEstate(stack), allowDestroy: true };
}

/**
 * Kills somebody at random moments of ups and destroys, as often as asked, and looks after each kill whether
 * the next run completes and whether state and cloud then say what they say after a run nobody disturbed.
 */
export async function killOften(
    estate: EstateConfig,
    count: number,
    seed: number,
    say: (line: string) => void,
): Promise<Tally> {
    const bench = new SoakBench(estate);
    try {
        const sound = await undisturbed(bench);
        const rounds = new Rounds(bench, sound, dice(seed), say);
        while (rounds.done < count && rounds.wrong.length === 0) await rounds.round(count);
        return rounds.tally();
    } finally {
        bench.close();
    }
}

async function undisturbed(bench: SoakBench): Promise<Record<Kind, Sound>> {
    const dir = bench.folder();
    const one = async (kind: Kind): Promise<Sound> => {
        const ended = await bench.run(kind, dir);
        if (ended.code !== 0) throw new Error(`an undisturbed ${kind} failed:\n${ended.output}`);
        return { ended, accounts: accountsOf(dir) };
    };
    return { up: await one("up"), destroy: await one("destroy") };
}

const duringUp: readonly Victim[] = ["engine", "plugin", "program", "pack"];
/** The program and the packs take no part in a destroy. */
const duringDestroy: readonly Victim[] = ["plugin", "engine"];

class Rounds {
    readonly #kills: Tally["kills"] = {
        up: { engine: 0, program: 0, pack: 0, plugin: 0 },
        destroy: { engine: 0, program: 0, pack: 0, plugin: 0 },
    };
    readonly wrong: string[] = [];
    #inFlight = 0;
    #longestOrphanMs = 0;

    constructor(
        private readonly bench: SoakBench,
        private readonly sound: Record<Kind, Sound>,
        private readonly random: () => number,
        private readonly say: (line: string) => void,
    ) {}

    get done(): number {
        const counts = [this.#kills.up, this.#kills.destroy].flatMap((one) => Object.values(one));
        return counts.reduce((sum, count) => sum + count, 0);
    }

    /** A fresh sandbox: an up that is cut off, the next run, a destroy that is cut off, the next run. */
    async round(count: number): Promise<void> {
        const dir = this.bench.folder();
        // A destroy after an up that was cut off must clear up as well.
        const next = this.random() < 0.2 ? "destroy" : "up";
        await this.#disturb("up", dir, next);
        if (next === "up" && this.done < count) await this.#disturb("destroy", dir, "destroy");
    }

    async #disturb(kind: Kind, dir: string, next: Kind): Promise<void> {
        const victim = this.#victim(kind);
        const moment = this.#moment(kind);
        const written = this.sound[kind].ended.written;
        const run = await this.bench.killedRun(kind, dir, victim, moment, written);
        if (run.killed) this.#kills[kind][victim] += 1;
        this.#longestOrphanMs = Math.max(this.#longestOrphanMs, run.orphansMs);
        const told = `${kind}, ${victim} killed ${JSON.stringify(moment)}`;
        if (run.orphansMs === Infinity) this.wrong.push(`${told}: children outlive the engine`);
        const after = await this.bench.run(next, dir);
        if (/Interrupted while|was cut off/.test(after.output)) this.#inFlight += 1;
        if (after.code !== 0) {
            this.wrong.push(`${told}: the next ${next} failed (${after.code}):\n${after.output}`);
        }
        const partial = kind === "up" && next === "destroy";
        const found = wrongs(accountsOf(dir), this.sound[next].accounts, partial);
        this.wrong.push(...found.map((line) => `${told}, then ${next}: ${line}`));
        const outcome = found.length === 0 && after.code === 0 ? "sound" : "WRONG";
        this.say(
            `${this.done} ${told}${run.killed ? "" : " (too late)"}, then ${next}: ${outcome}`,
        );
    }

    /** Each in its turn. */
    #victim(kind: Kind): Victim {
        const possible = kind === "up" ? duringUp : duringDestroy;
        const kills = this.#kills[kind];
        const fewest = Math.min(...possible.map((one) => kills[one]));
        return possible.find((one) => kills[one] === fewest) ?? "engine";
    }

    #moment(kind: Kind): Moment {
        const { ms } = this.sound[kind].ended;
        if (this.random() < 0.2) return { afterMs: Math.round(this.random() * ms * 0.6) };
        return { share: this.random() * 0.98, thenMs: Math.round(this.random() * 8) };
    }

    tally(): Tally {
        return {
            kills: this.#kills,
            total: this.done,
            resources: this.sound.up.accounts.state.length,
            inFlight: this.#inFlight,
            longestOrphanMs: this.#longestOrphanMs,
            wrong: this.wrong,
        };
    }
}
