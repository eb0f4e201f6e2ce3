import type { Diagnostic } from "./api";

/** Long enough for the resources beside a message to be registered, short enough for a program that hangs. */
const longestMs = 10_000;

/**
 * What the program itself says. It may hold a secret that becomes known as one with a resource registered a
 * moment later, so it is kept for that moment. Not longer: an error is told at once, after all that was said
 * before it, and so is everything when the run ends, is cancelled, or goes on and on.
 */
export class Hearing {
    #kept: Diagnostic[] = [];
    #timer: NodeJS.Timeout | undefined;

    constructor(private readonly say: (diagnostic: Diagnostic) => void) {}

    hear(diagnostic: Diagnostic): void {
        this.#kept.push(diagnostic);
        if (diagnostic.severity === "error") this.tell();
        else {
            this.#timer ??= setTimeout(() => {
                this.tell();
            }, longestMs).unref();
        }
    }

    /** Tells what was heard, in the order in which it was said. */
    tell(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        const kept = this.#kept;
        this.#kept = [];
        for (const diagnostic of kept) this.say(diagnostic);
    }
}
