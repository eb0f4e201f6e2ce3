import { HostError } from "./http/failure";

/**
 * Makes something that a second request would make twice. After an answer that got lost it is looked for; the
 * first error stands when it is not found, or cannot be looked for either.
 */
export async function createOnce<T>(
    make: () => Promise<T>,
    find: () => Promise<T | undefined>,
): Promise<T> {
    try {
        return await make();
    } catch (error) {
        const found =
            error instanceof HostError && error.inDoubt
                ? await find().catch(() => undefined)
                : undefined;
        if (found === undefined) throw error;
        return found;
    }
}
