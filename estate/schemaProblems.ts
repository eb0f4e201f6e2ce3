import type { z } from "zod";

import { problem, type Path, type Problem } from "./problems";
import { looksSecret } from "./redact";
import { estateSchema } from "./schema";
import { nearest } from "./suggest";

type Issue = z.core.$ZodIssue;

/** Problems of form: wrong types, values out of range, unknown and missing keys. */
export function schemaProblems(raw: unknown): Problem[] {
    const parsed = estateSchema.safeParse(raw);
    if (parsed.success) {
        return [];
    }
    return parsed.error.issues.flatMap((issue) => problemsOf(issue, [], raw));
}

function problemsOf(issue: Issue, parent: Path, raw: unknown): Problem[] {
    const at = [
        ...parent,
        ...issue.path.map((part) => (typeof part === "number" ? part : String(part))),
    ];
    const value = valueAt(raw, at);
    if (issue.code === "unrecognized_keys") {
        const known = issue.message.split(", ");
        return issue.keys.map((key) => unknownKey([...at, key], valueAt(raw, [...at, key]), known));
    }
    if (issue.code === "invalid_key") {
        return issue.issues.map((inner) =>
            problem(at, at.at(-1), inner.message, meantValue(inner, at.at(-1))),
        );
    }
    const branch = issue.code === "invalid_union" ? branchFor(value, issue.errors) : undefined;
    if (branch) {
        return branch.flatMap((inner) => problemsOf(inner, at, raw));
    }
    return [problem(at, value, issue.message, meantValue(issue, value))];
}

function unknownKey(at: Path, value: unknown, known: string[]): Problem {
    const found = problem(
        at,
        value,
        `one of the keys ${known.join(", ")}`,
        nearest(at.at(-1), known),
    );
    return { ...found, seen: `an unknown key, its value ${found.seen}` };
}

/** Of a union's branches the one for objects when an object was written: it knows the wrong key. */
function branchFor(value: unknown, branches: Issue[][]): Issue[] | undefined {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? branches.find((issues) => !issues.some(isWholeWrong)) : undefined;
}

function isWholeWrong(issue: Issue): boolean {
    return issue.code === "invalid_type" && issue.path.length === 0;
}

function meantValue(issue: Issue, value: unknown): string | undefined {
    if (issue.code === "invalid_value") {
        return nearest(value, issue.values.map(String));
    }
    if (issue.code === "invalid_type" && issue.expected === "string") {
        return typeof value === "number" ? "the same in quotes" : undefined;
    }
    if (issue.code === "invalid_format" && typeof value === "string" && !looksSecret(value)) {
        return tidied(value, issue.pattern ?? "");
    }
    return undefined;
}

/** "UK South" is meant to be uksouth, "Web Team" web-team, "@ada" ada. */
function tidied(value: string, pattern: string): string | undefined {
    const end = pattern.lastIndexOf("/");
    const shape = new RegExp(pattern.slice(1, end), pattern.slice(end + 1));
    const bare = value.trim().replace(/^@/, "");
    const lower = bare.toLowerCase();
    const tries = [bare, lower, lower.replace(/[\s_]+/g, "-"), lower.replace(/\s+/g, "")];
    return tries.find((text) => shape.test(text));
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(raw: unknown, at: Path): unknown {
    return at.reduce<unknown>((value, part) => {
        const within = typeof value === "object" && value !== null && Object.hasOwn(value, part);
        return within ? (value as Record<string | number, unknown>)[part] : undefined;
    }, raw);
}
