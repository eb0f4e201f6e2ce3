import { z } from "zod";

import type { Default } from "./defaults";
import { shapes, type Shape } from "./shapes";

// The words of the schema: each of them says what is allowed when a value is refused.

export function section<T extends z.ZodRawShape>(allowed: string, shape: T) {
    const known = Object.keys(shape).join(", ");
    return z.strictObject(shape, {
        error: (issue) => (issue.code === "unrecognized_keys" ? known : allowed),
    });
}

export function named(allowed: string) {
    return z.string(allowed).meta({ title: allowed });
}

export function text({ pattern, allowed }: Shape) {
    return z.string(allowed).regex(pattern, allowed);
}

/** A day that exists: Date.parse takes 31 February for a day in March. */
export function day() {
    const { pattern, allowed } = shapes.date;
    const exists = (date: string) =>
        !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
    const error = "a day that exists, as `2027-06-30`";
    return z.string(allowed).regex(pattern, { error: allowed, abort: true }).refine(exists, error);
}

export function whole(least: number, most: number) {
    const allowed = `a whole number from ${least} to ${most}`;
    return z.int(allowed).min(least, allowed).max(most, allowed);
}

export function choice<const T extends readonly string[]>(values: T) {
    return z.enum(values, `one of ${values.join(", ")}`);
}

export function list<T extends z.ZodType>(item: T, allowed: string) {
    return z.array(item, allowed);
}

/** Why each default is what it is, by the schema that has it: for the documentation, not for editors. */
export const reasons = z.registry<{ reason: string }>();

export function optional<T extends z.ZodType>(
    schema: T,
    description: string,
    { value, reason }: Default<unknown>,
) {
    const described = schema.optional().meta({ description, default: value });
    reasons.add(described, { reason });
    return described;
}

export function weakening(description: string, fallback: Default<false>) {
    return optional(z.boolean("true or false"), description, fallback);
}
