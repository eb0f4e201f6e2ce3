import { isObject, isSecret, secret, type Json, type Properties } from "./wire";

/** Same value, whether or not it is marked secret. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
    const left = isSecret(a) ? a.value : a;
    const right = isSecret(b) ? b.value : b;
    if (left === right) return true;
    if (isSecret(left) || isSecret(right)) return equal(left, right);
    if (Array.isArray(left) && Array.isArray(right)) {
        return (
            left.length === right.length &&
            left.every((item, index) => equal(item as Json, right[index] as Json))
        );
    }
    if (!isObject(left) || !isObject(right)) return false;
    const keys = Object.keys(left);
    return (
        keys.length === Object.keys(right).length &&
        keys.every((key) => key in right && equal(left[key], right[key]))
    );
}

/** Top-level keys whose values differ, in order of name. */
export function changedKeys(olds: Properties, news: Properties): string[] {
    const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
    return [...keys].filter((key) => !equal(olds[key], news[key])).sort();
}

/** "tags.owner", "rules[0].port", `a["b.c"]` to its parts. */
export function parsePath(path: string): (string | number)[] {
    const parts: (string | number)[] = [];
    for (const match of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g)) {
        const [, quoted, index, plain] = match;
        if (quoted !== undefined) parts.push(quoted.replaceAll(/\\(.)/g, "$1"));
        else if (index !== undefined) parts.push(index === "*" ? "*" : Number(index));
        else if (plain !== undefined) parts.push(plain);
    }
    return parts;
}

/** Whether a pattern ("*" for any part) names `path` or something that contains it. */
export function pathMatches(pattern: string, path: string): boolean {
    const wanted = parsePath(pattern);
    const given = parsePath(path);
    return (
        wanted.length <= given.length &&
        wanted.every((part, index) => part === "*" || String(part) === String(given[index]))
    );
}

/** `news` with the value at each path put back to what it is in `olds` (`ignoreChanges`). */
export function keepOld(news: Properties, olds: Properties, paths: readonly string[]): Properties {
    return paths.reduce<Properties>(
        (result, path) => restore(result, olds, parsePath(path)) as Properties,
        news,
    );
}

function restore(value: Json | undefined, old: Json | undefined, path: (string | number)[]): Json {
    const [head, ...rest] = path;
    if (head === undefined) return old ?? null;
    if (isSecret(value)) return secret(restore(value.value, old, path));
    if (isSecret(old)) return secret(restore(value, old.value, path));
    return restoreInside(value, old, head, rest);
}

function restoreInside(
    value: Json | undefined,
    old: Json | undefined,
    head: string | number,
    rest: (string | number)[],
): Json {
    if (Array.isArray(value) && Array.isArray(old)) {
        const olds = old as readonly Json[];
        return (value as readonly Json[]).map((item, index) =>
            (head === "*" || head === index) && index < olds.length
                ? restore(item, olds[index], rest)
                : item,
        );
    }
    if (!isObject(value) || !isObject(old)) return value ?? null;
    const copy: Record<string, Json> = { ...value };
    const keys = head === "*" ? new Set([...Object.keys(value), ...Object.keys(old)]) : [head];
    for (const key of keys) {
        const previous = old[key];
        if (rest.length > 0) {
            if (copy[key] !== undefined) copy[key] = restore(copy[key], previous, rest);
        } else if (previous === undefined) Reflect.deleteProperty(copy, key);
        else copy[key] = previous;
    }
    return copy;
}
