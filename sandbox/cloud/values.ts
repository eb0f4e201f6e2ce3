/**
 * Values as Pulumi puts them on the wire: JSON, plus sentinel strings for what is not known yet and
 * signed objects for secrets.
 */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Values = Record<string, Value>;
/** Steps from the top of a value to something inside it. */
export type Path = readonly (string | number)[];

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The engine's word for a string that is not known yet; the emulation uses it for every kind. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknowns = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
    UNKNOWN,
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
    "030794c1-ac77-496b-92df-f27374a8bd58", // asset
    "e48ece36-62e2-4504-bad9-02848725956a", // archive
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

export function isUnknown(value: unknown): boolean {
    return typeof value === "string" && unknowns.has(value);
}

export function isObject(value: unknown): value is Values {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when anything inside is not known yet. */
export function hasUnknown(value: Value | undefined): boolean {
    if (Array.isArray(value)) {
        return value.some(hasUnknown);
    }
    return isObject(value) ? Object.values(value).some(hasUnknown) : isUnknown(value);
}

/** Values without their secret marks, and where those were. Nulls are dropped: absent is absent. */
export interface Unmarked {
    readonly values: Values;
    readonly secrets: readonly Path[];
}

/** Takes the secret marks off. */
export function unmark(marked: Values): Unmarked {
    const secrets: Path[] = [];
    return { values: bareObject(marked, [], secrets), secrets };
}

function bare(value: Value, path: Path, secrets: Path[]): Value {
    if (Array.isArray(value)) {
        return value.map((item, i) => bare(item, [...path, i], secrets));
    }
    if (!isObject(value)) {
        return isUnknown(value) ? UNKNOWN : value;
    }
    if (value[signatureKey] === secretSignature) {
        secrets.push(path);
        return bare(value.value ?? null, path, secrets);
    }
    return bareObject(value, path, secrets);
}

function bareObject(value: Values, path: Path, secrets: Path[]): Values {
    const result: Values = {};
    for (const [key, item] of Object.entries(value)) {
        const stripped = bare(item, [...path, key], secrets);
        if (stripped !== null) {
            result[key] = stripped;
        }
    }
    return result;
}

/** Puts secret marks on the values at these paths; a path that leads nowhere is left out. */
export function mark(values: Values, secrets: readonly Path[]): Values {
    const wrap = (value: Value): Value => ({ [signatureKey]: secretSignature, value });
    return replaceAt(values, secrets, wrap);
}

/** A copy of the values in which what lies at the paths went through `change`; outer paths win. */
export function replaceAt(
    values: Values,
    paths: readonly Path[],
    change: (value: Value) => Value,
): Values {
    let result: Value = values;
    const outerFirst = [...paths].sort((a, b) => a.length - b.length);
    const done: Path[] = [];
    for (const path of outerFirst) {
        if (!done.some((outer) => outer.every((step, i) => path[i] === step))) {
            done.push(path);
            result = changeAt(result, path, change);
        }
    }
    return result as Values;
}

function changeAt(value: Value, path: Path, change: (value: Value) => Value): Value {
    const [step, ...rest] = path;
    if (step === undefined) {
        return change(value);
    }
    if (Array.isArray(value) && typeof step === "number" && step < value.length) {
        return value.map((item, i) => (i === step ? changeAt(item, rest, change) : item));
    }
    const key = String(step);
    if (isObject(value) && value[key] !== undefined) {
        return { ...value, [key]: changeAt(value[key], rest, change) };
    }
    // An object that was written as text keeps what was inside: then the whole text changes.
    return typeof value === "string" ? change(value) : value;
}

/** What lies at a path, or nothing. */
export function get(values: Values | undefined, ...path: Path): Value | undefined {
    let value: Value | undefined = values;
    for (const step of path) {
        if (Array.isArray(value) && typeof step === "number") {
            value = value[step];
        } else if (isObject(value)) {
            value = value[String(step)];
        } else {
            return undefined;
        }
    }
    return value;
}

/** Text at a path; "" when there is none. What is not known yet stays recognisable. */
export function str(values: Values | undefined, ...path: Path): string {
    const value = get(values, ...path);
    return typeof value === "string" ? value : "";
}

/** Number at a path, if known. */
export function num(values: Values | undefined, ...path: Path): number | undefined {
    const value = get(values, ...path);
    return typeof value === "number" ? value : undefined;
}

/** List at a path; empty when there is none or it is not known yet. */
export function items(values: Values | undefined, ...path: Path): Value[] {
    const value = get(values, ...path);
    return Array.isArray(value) ? value : [];
}

/** Texts of a list at a path; what is not known yet stays recognisable. */
export function texts(values: Values | undefined, ...path: Path): string[] {
    return items(values, ...path).filter((one) => typeof one === "string");
}

/** Object at a path; empty when there is none or it is not known yet. */
export function part(values: Values | undefined, ...path: Path): Values {
    const value = get(values, ...path);
    return isObject(value) ? value : {};
}

/** The values but one. */
export function without(values: Values, name: string): Values {
    return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}

/** Text put together; unknown as soon as one part is. */
export function text(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
    return parts.some(isUnknown) ? UNKNOWN : String.raw({ raw: strings }, ...parts);
}

/** A property path as Pulumi writes it: `a.b[0]["odd key"]`. */
export function pathText(path: Path): string {
    return path
        .map((step, i) => {
            if (typeof step === "number") {
                return `[${step}]`;
            }
            const plain = /^[A-Za-z_]\w*$/.test(step);
            return plain ? `${i === 0 ? "" : "."}${step}` : `[${JSON.stringify(step)}]`;
        })
        .join("");
}
