import { isObject, isSecret, type Json, type Properties } from "./wire";

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
        wanted.every((part, index) => part === "*" || part === given[index])
    );
}
