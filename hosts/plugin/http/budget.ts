import type { Clock } from "./clock";

/**
 * One request at a time, evenly spaced, and none while the host wants to be left alone. Hosts count
 * requests by the minute and punish bursts, so that a faster start would only mean a longer wait.
 */
export class Budget {
    private next = 0;
    private last: Promise<unknown> = Promise.resolve();

    /** @param spacing milliseconds between the beginnings of two requests. */
    constructor(
        private readonly spacing: number,
        private readonly clock: Clock,
    ) {}

    /** Runs a request when its turn has come. */
    inTurn<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
        const mine = this.last.then(async () => {
            // While it waits, an answer to another request may move the moment further away.
            for (;;) {
                const wait = this.next - this.clock.now();
                if (wait <= 0) break;
                await this.clock.sleep(wait, signal);
            }
            if (signal.aborted) throw new Error("cancelled");
            this.next = this.clock.now() + this.spacing;
            return run();
        });
        this.last = mine.catch(() => undefined);
        return mine;
    }

    /** Nothing is sent before this moment. */
    pauseUntil(moment: number): void {
        this.next = Math.max(this.next, moment);
    }
}
