/** At most `most` tasks at once, first come, first served. */
export class Limit {
    #running = 0;
    readonly #waiting: (() => void)[] = [];

    constructor(private readonly most: number) {}

    async run<Result>(task: () => Promise<Result>): Promise<Result> {
        if (this.#running >= this.most) {
            await new Promise<void>((resolve) => this.#waiting.push(resolve));
        } else {
            this.#running += 1;
        }
        try {
            return await task();
        } finally {
            // The place goes straight to the next in line, so the count stays.
            const next = this.#waiting.shift();
            if (next === undefined) this.#running -= 1;
            else next();
        }
    }
}
