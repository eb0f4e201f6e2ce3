/**
 * Creations whose answer may never have reached whoever asked: URN to key of what was made. Whoever makes a
 * thing anew takes the doubt over; what is gone leaves none.
 */
export class Doubts {
    readonly #byUrn = new Map<string, string>();
    readonly #byKey = new Map<string, string>();

    get(urn: string): string | undefined {
        return this.#byUrn.get(urn);
    }

    made(urn: string, key: string): void {
        this.gone(key);
        this.settle(urn);
        this.#byUrn.set(urn, key);
        this.#byKey.set(key, urn);
    }

    settle(urn: string): void {
        const key = this.#byUrn.get(urn);
        if (key !== undefined) this.#byKey.delete(key);
        this.#byUrn.delete(urn);
    }

    gone(key: string): void {
        const urn = this.#byKey.get(key);
        if (urn !== undefined) this.settle(urn);
    }

    /** As it is written. */
    all(): Record<string, string> {
        return Object.fromEntries(this.#byUrn);
    }
}
