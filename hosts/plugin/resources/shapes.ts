import { z } from "zod";
import type { Failure } from "../configuration";
import { isUnknown, type Value, type Values } from "../values";

/** Id of what an organisation has one of: no repository can be named so. */
export const organizationWide = "~organization";

const pattern = (form: RegExp, says: string) => z.string().regex(form, `must be ${says}`);
export const repositoryName = pattern(
    /^(?!\.{1,2}$)[-\w.]{1,100}$/,
    "a repository's name without its owner: 1 to 100 letters, digits, _ - .",
);
export const guid = pattern(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, "a GUID");
export const httpsUrl = pattern(/^https:\/\/[^\s/]+/, "an https address");
export const environmentName = pattern(
    /^[^'"`,;\\]{1,255}$/u,
    "1 to 255 characters, none of them ' \" ` , ; \\",
);
export const filled = z.string().min(1, "must not be empty");

/** The names of those inputs that are given. */
export function given(inputs: Values, names: readonly string[]): string[] {
    return names.filter((name) => inputs[name] !== undefined);
}

export function oneAtLeast(inputs: Values, names: readonly string[]): Failure[] {
    const reason = `at least one of ${names.join(", ")} must be given`;
    return given(inputs, names).length > 0 ? [] : [{ property: names[0] ?? "", reason }];
}

export function exactlyOne(inputs: Values, names: readonly string[]): Failure[] {
    const seen = given(inputs, names);
    if (seen.length === 1) return [];
    const reason = `exactly one of ${names.join(", ")} must be given, found ${seen.join(", ") || "none"}`;
    return [{ property: seen[1] ?? names[0] ?? "", reason }];
}

/** Fails for each of these inputs that is given. */
export function noneOf(inputs: Values, names: readonly string[], reason: string): Failure[] {
    return given(inputs, names).map((property) => ({ property, reason }));
}

/** True or not known yet. */
export function mayBe(value: Value | undefined, wanted: Value): boolean {
    return value === wanted || isUnknown(value);
}
