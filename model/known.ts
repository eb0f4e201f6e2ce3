/**
 * Reading values that may not exist yet. In a preview a property can be known, absent or unknown
 * (it depends on something still to be created). Rules read values through this module only, so
 * that unknown is never taken for absent, nor for compliant.
 */

/** Stands in a property tree where the value will only be known after the deployment. */
export const UNKNOWN: unique symbol = Symbol("unknown until deployed");

/** A property value as the engine sends it, secrets unwrapped, unknown values marked. */
export type PropertyValue =
    string | number | boolean | null | typeof UNKNOWN | readonly PropertyValue[] | PropertyTree;

/** A resource's properties, or any object inside them. */
export interface PropertyTree {
    readonly [key: string]: PropertyValue;
}

/** A value a rule asked for. `null` counts as absent. */
export type Known<T> =
    | { readonly state: "known"; readonly value: T }
    | { readonly state: "absent" }
    | { readonly state: "unknown" };

export const absent: Known<never> = { state: "absent" };
export const unknown: Known<never> = { state: "unknown" };

export function known<T>(value: T): Known<T> {
    return { state: "known", value };
}

/** True only for a known value that is exactly `wanted`. */
export function is<T>(value: Known<T>, wanted: T): boolean {
    return value.state === "known" && value.value === wanted;
}

/** Changes a known value; absent and unknown pass through. */
export function map<T, U>(value: Known<T>, change: (value: T) => U): Known<U> {
    return value.state === "known" ? known(change(value.value)) : value;
}

/** The service's own default, for a property that was left out. Unknown stays unknown. */
export function withDefault<T>(value: Known<T>, whenAbsent: T): Known<T> {
    return value.state === "absent" ? known(whenAbsent) : value;
}

/** Marks a bare value as known, absent or unknown. */
export function classify(value: PropertyValue | undefined): Known<NonNullable<PropertyValue>> {
    if (value === undefined || value === null) return absent;
    return value === UNKNOWN ? unknown : known(value);
}

export type Path = string | readonly (string | number)[];

/** `a.b[0].c` as ["a", "b", 0, "c"]. Keys that hold a dot need the list form. */
export function pathSegments(path: Path): readonly (string | number)[] {
    if (typeof path !== "string") return path;
    const segments = path.match(/[^.[\]]+/g) ?? [];
    return segments.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}

/**
 * The value at a path. Unknown when it or anything above it is unknown, absent when it or anything
 * above it is missing.
 */
export function read(from: PropertyValue, path: Path): Known<NonNullable<PropertyValue>> {
    let value: PropertyValue | undefined = from;
    for (const segment of pathSegments(path)) {
        if (value === UNKNOWN) return unknown;
        value = child(value, segment);
        if (value === undefined || value === null) return absent;
    }
    return classify(value);
}

function child(value: PropertyValue, segment: string | number): PropertyValue | undefined {
    if (isList(value)) return typeof segment === "number" ? value[segment] : undefined;
    if (!isTree(value)) return undefined;
    return Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** Text at a path; numbers and booleans as they print. @throws TypeError when it is a list or object. */
export function readText(from: PropertyValue, path: Path): Known<string> {
    return map(read(from, path), (value) => plainText(value, path));
}

/** True or false at a path; the words "true" and "false" count. @throws TypeError for anything else. */
export function readFlag(from: PropertyValue, path: Path): Known<boolean> {
    return map(read(from, path), (value) => {
        if (value === true || value === "true") return true;
        if (value === false || value === "false") return false;
        throw wrongKind("true or false", path);
    });
}

/** A number at a path; digits in text count. @throws TypeError for anything else. */
export function readNumber(from: PropertyValue, path: Path): Known<number> {
    return map(read(from, path), (value) => {
        const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
        if (typeof number === "number" && Number.isFinite(number)) return number;
        throw wrongKind("a number", path);
    });
}

/**
 * The list at a path. Its length is known even when elements are unknown. A single value counts as
 * a list of one, because bridged providers flatten such lists.
 */
export function readList(
    from: PropertyValue,
    path: Path,
): Known<readonly Known<NonNullable<PropertyValue>>[]> {
    return map(read(from, path), (value) => {
        const items: readonly PropertyValue[] = isList(value) ? value : [value];
        return items.map((item) => classify(item));
    });
}

/** A list of texts. @throws TypeError when an element is a list or object. */
export function readTexts(from: PropertyValue, path: Path): Known<readonly Known<string>[]> {
    return map(readList(from, path), (items) =>
        items.map((item) => map(item, (value) => plainText(value, path))),
    );
}

function plainText(value: NonNullable<PropertyValue>, path: Path): string {
    if (typeof value === "object" || typeof value === "symbol") throw wrongKind("text", path);
    return String(value);
}

export function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
    return Array.isArray(value);
}

export function isTree(value: PropertyValue | undefined): value is PropertyTree {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names the path and the wanted kind, never the value: it may be a secret. */
function wrongKind(wanted: string, path: Path): TypeError {
    return new TypeError(`expected ${wanted} at ${pathSegments(path).join(".")}`);
}
