/** Time, and how it passes; tests have one of their own. */
export interface Clock {
    now(): number;
    /** Rejects as soon as the signal says so. */
    sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
            const stop = () => {
                clearTimeout(timer);
                reject(new Error("cancelled"));
            };
            const timer = setTimeout(() => {
                signal.removeEventListener("abort", stop);
                resolve();
            }, milliseconds);
            if (signal.aborted) stop();
            else signal.addEventListener("abort", stop, { once: true });
        }),
};
