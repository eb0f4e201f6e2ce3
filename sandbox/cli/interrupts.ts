import type { Screen } from "./screen";

/** As the real CLI: a run that was cut off in the middle has an exit code of its own. */
const endedAtOnce = 8;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Ctrl-C. The first one ends the run in good order: what is in flight is finished and recorded, nothing
 * is begun. The second one ends the process where it stands; the journal then holds what was done and
 * which operations were under way, and the next run goes on from it.
 */
export class Interrupts {
    readonly #abort = new AbortController();
    readonly #onSignal = (name: string): void => {
        const shown = name === "SIGINT" ? "Ctrl-C" : name;
        if (this.#abort.signal.aborted) {
            this.screen.progress.line(
                `${shown} again: ended at once. Operations under way may have happened or not; ` +
                    "they are noted in the state, and the next run goes on from there.",
            );
            this.leave(endedAtOnce);
            return;
        }
        this.screen.progress.line(
            `${shown}: cancelling, finishing what is in flight. Once more to end at once.`,
        );
        this.#abort.abort();
    };

    constructor(
        private readonly screen: Screen,
        private readonly leave: (code: number) => void = (code) => process.exit(code),
    ) {
        for (const name of signals) process.on(name, this.#onSignal);
    }

    /** Aborted by the first one. */
    get signal(): AbortSignal {
        return this.#abort.signal;
    }

    close(): void {
        for (const name of signals) process.off(name, this.#onSignal);
    }
}
