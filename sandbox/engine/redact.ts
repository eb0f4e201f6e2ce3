import { isSecret, reveal, walk, type Json } from "./wire";

/** Shorter texts would blot out innocent words. */
const shortest = 4;

/** Knows the texts that were secret somewhere in this run and keeps them out of messages. */
export class Redactor {
    readonly #secrets = new Set<string>();

    /** Remembers every text inside secrets of `value`. */
    learn(value: Json): void {
        walk(value, (inner) => {
            if (!isSecret(inner)) return;
            walk(reveal(inner), (part) => {
                if (typeof part === "string") this.learnText(part);
            });
        });
    }

    learnText(text: string): void {
        if (text.length >= shortest) this.#secrets.add(text);
    }

    clean(message: string): string {
        let result = message;
        for (const secret of this.#secrets) {
            if (result.includes(secret)) result = result.replaceAll(secret, "[secret]");
        }
        return result;
    }
}
