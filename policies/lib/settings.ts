import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/**
 * One value a user of the pack may set for a rule. Both engines check it against `schema` and fill
 * `default` in; `accepts` checks again, because a wrong setting must not switch a rule off.
 */
export interface Setting<T = unknown> {
    readonly default: T;
    readonly schema: PolicyConfigJSONSchema;
    /** What is allowed, for the error and the docs page. */
    readonly allowed: string;
    accepts(value: unknown): boolean;
}

export type Settings = Readonly<Record<string, Setting>>;

/** The values of a rule's settings, defaults filled in. */
export type Configured<S extends Settings> = {
    readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** A whole number within bounds. */
export function wholeNumber(
    description: string,
    value: number,
    minimum: number,
    maximum: number,
): Setting<number> {
    return {
        default: value,
        schema: { type: "integer", description, default: value, minimum, maximum },
        allowed: `a whole number from ${minimum} to ${maximum}`,
        accepts: (given) =>
            Number.isInteger(given) && Number(given) >= minimum && Number(given) <= maximum,
    };
}

export function flag(description: string, value: boolean): Setting<boolean> {
    return {
        default: value,
        schema: { type: "boolean", description, default: value },
        allowed: "true or false",
        accepts: (given) => typeof given === "boolean",
    };
}

export function texts(description: string, value: readonly string[]): Setting<readonly string[]> {
    return {
        default: value,
        schema: { type: "array", items: { type: "string" }, description, default: [...value] },
        allowed: "a list of texts",
        accepts: (given) =>
            Array.isArray(given) && given.every((item: unknown) => typeof item === "string"),
    };
}

/** A regular expression, matched without regard to case. */
export function pattern(description: string, value: string): Setting<string> {
    return {
        default: value,
        schema: { type: "string", description, default: value },
        allowed: "a regular expression",
        accepts: (given) => typeof given === "string" && compiles(given),
    };
}

export function choice<const T extends string>(
    description: string,
    value: NoInfer<T>,
    choices: readonly T[],
): Setting<T> {
    return {
        default: value,
        schema: { type: "string", enum: [...choices], description, default: value },
        allowed: `one of ${choices.join(", ")}`,
        accepts: (given) => choices.some((one) => one === given),
    };
}

/** A list of objects whose form the reader of the setting checks itself. */
export function objects(description: string): Setting<readonly unknown[]> {
    return {
        default: [],
        schema: { type: "array", items: { type: "object" }, description, default: [] },
        allowed: "a list of objects",
        accepts: (given) => Array.isArray(given),
    };
}

function compiles(source: string): boolean {
    try {
        new RegExp(source, "i");
        return true;
    } catch {
        return false;
    }
}
