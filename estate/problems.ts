import { looksSecret, shown } from "./redact";

/** Keys and list positions from the estate's root to a value. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a configuration. */
export interface Problem {
    /** Path of the value from the estate's root; empty for the estate as a whole. */
    readonly at: Path;
    /** The same as text, for example `repositories[2].team`. */
    readonly where: string;
    /** Line in the file, where there is a file. */
    readonly line?: number | undefined;
    /** The value found, fit to be shown: shortened, and withheld if it may be a secret. */
    readonly seen: string;
    /** What would be accepted. */
    readonly allowed: string;
    /** The valid value or key that was probably meant. */
    readonly meant?: string | undefined;
}

/** A {@link Problem} with `value` made fit to be shown. */
export function problem(at: Path, value: unknown, allowed: string, meant?: string): Problem {
    return { at, where: pathText(at), seen: shown(value, at), allowed, meant };
}

/** `repositories[2].team`; a key that may itself be a secret is withheld. */
export function pathText(at: Path): string {
    const parts = at.map((part) => {
        if (typeof part === "number") return `[${part}]`;
        if (looksSecret(part)) return ".(withheld)";
        return /^[\w-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    });
    return parts.join("").replace(/^\./, "") || "gatehouse:estate";
}

/**
 * A configuration that cannot be used. `message` names every problem and is complete without a
 * stack. Commands that read a configuration print it and exit with 2: wrong use, nothing was changed.
 */
export class EstateError extends Error {
    public override readonly name = "EstateError";

    /** @param source what was read, for example "Pulumi.dev.yaml" */
    constructor(
        public readonly problems: readonly Problem[],
        source = "gatehouse:estate",
    ) {
        const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
        const end = "Nothing was changed. docs/configuration.md describes every key.";
        super([`${source} has ${count}:`, ...problems.map(describe), end].join("\n\n"));
    }
}

function describe({ where, line, seen, allowed, meant }: Problem): string {
    return [
        line === undefined ? `  ${where}` : `  ${where} (line ${line})`,
        `    found:   ${seen}`,
        `    allowed: ${allowed}`,
        ...(meant === undefined ? [] : [`    Did you mean ${meant}?`]),
    ].join("\n");
}
