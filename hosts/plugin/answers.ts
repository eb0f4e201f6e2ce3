import { z } from "zod";
import type { Answer } from "./http/client";

/**
 * The body of an answer, in the form this provider understands.
 * @throws Error naming the request and what is missing, without values.
 */
export function understood<T extends z.ZodType>(
    form: T,
    request: string,
    { body }: Answer,
): z.infer<T> {
    const result = form.safeParse(body);
    if (result.success) return result.data;
    const places = result.error.issues.map(({ path }) => path.join(".") || "(all of it)");
    throw new Error(`${request}: the answer is not understood at ${places.join(", ")}`);
}

/** Part of a path. */
export function segment(text: string | number): string {
    return encodeURIComponent(String(text));
}
