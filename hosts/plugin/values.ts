/** Values as Pulumi sends them: JSON, words for what is not known yet, signed objects for secrets. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Values = Record<string, Value>;
export type Path = readonly (string | number)[];

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What stands for anything not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknowns = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
    UNKNOWN,
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
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
    if (Array.isArray(value)) return value.some(hasUnknown);
    return isObject(value) ? Object.values(value).some(hasUnknown) : isUnknown(value);
}

/** Values without marks and without nulls, and where secrets were marked. */
export function unmark(marked: Values): { values: Values; secrets: Path[] } {
    const secrets: Path[] = [];
    return { values: bareObject(marked, [], secrets), secrets };
}

function bare(value: Value, path: Path, secrets: Path[]): Value {
    if (Array.isArray(value)) return value.map((item, i) => bare(item, [...path, i], secrets));
    if (!isObject(value)) return isUnknown(value) ? UNKNOWN : value;
    if (value[signatureKey] === secretSignature) {
        secrets.push(path);
        return bare(value.value ?? null, path, secrets);
    }
    return bareObject(value, path, secrets);
}

function bareObject(value: Values, path: Path, secrets: Path[]): Values {
    const entries = Object.entries(value).map(
        ([key, item]) => [key, bare(item, [...path, key], secrets)] as const,
    );
    return Object.fromEntries(entries.filter(([, item]) => item !== null));
}

/** Marks what lies at these paths as secret; the outermost mark is enough. */
export function mark(values: Values, secrets: readonly Path[]): Values {
    return markAt(values, [], secrets) as Values;
}

function markAt(value: Value, path: Path, secrets: readonly Path[]): Value {
    if (secrets.some((one) => one.length === path.length && one.every((x, i) => x === path[i]))) {
        return { [signatureKey]: secretSignature, value };
    }
    if (Array.isArray(value)) return value.map((item, i) => markAt(item, [...path, i], secrets));
    if (!isObject(value)) return value;
    return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, markAt(item, [...path, key], secrets)]),
    );
}

/** What lies at a path, or nothing. */
export function get(value: Value | undefined, ...path: Path): Value | undefined {
    return path.reduce<Value | undefined>((inner, step) => {
        if (Array.isArray(inner)) return inner[Number(step)];
        return isObject(inner) ? inner[String(step)] : undefined;
    }, value);
}

/** Text at a path, else "". */
export function str(value: Value | undefined, ...path: Path): string {
    const found = get(value, ...path);
    return typeof found === "string" ? found : "";
}

/** Those of the named values that are given. */
export function pick(values: Values, names: readonly string[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** The values without the named ones. */
export function omit(values: Values, names: readonly string[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** A property path as Pulumi writes it: `a.b[0]`. */
export function pathText(path: Path): string {
    return path
        .map((step, i) => (typeof step === "number" ? `[${step}]` : `${i === 0 ? "" : "."}${step}`))
        .join("");
}
