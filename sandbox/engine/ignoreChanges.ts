import { parsePath } from "./diff";
import { isObject, isSecret, secret, type Json, type Properties } from "./wire";

type Path = readonly (string | number)[];

/** Inputs of which the ignored parts are what they were. */
export interface Ignored {
    readonly inputs: Properties;
    /** Paths that lead into something only one side has: nothing can be put back there. */
    readonly unreachable: readonly string[];
}

/**
 * `news` with the value at each path put back to what it is in `olds` (`ignoreChanges`). As in Pulumi: "*"
 * is every key or element, a path into a list works only as far as both lists reach, and what was absent
 * is taken away.
 */
export function ignoreChanges(
    news: Properties,
    olds: Properties,
    paths: readonly string[],
): Ignored {
    if (paths.length === 0) return { inputs: news, unreachable: [] };
    const inputs = structuredClone(news);
    const unreachable = paths.filter((path) => {
        const parts = parsePath(path);
        return parts.length > 0 && !reset(parts, { old: olds, now: inputs, secret: false });
    });
    return { inputs, unreachable };
}

/** Two values at the same place; `secret`: the old one lies in a secret, the new one does not. */
interface Pair {
    readonly old: Json | undefined;
    readonly now: Json | undefined;
    readonly secret: boolean;
}

function reset(path: Path, pair: Pair): boolean {
    let { old, now } = pair;
    let onlyOldSecret = pair.secret;
    while (isSecret(old)) {
        old = old.value;
        onlyOldSecret = true;
    }
    while (isSecret(now)) {
        now = now.value;
        onlyOldSecret = false;
    }
    const [key, ...rest] = path;
    const inside = { old, now, secret: onlyOldSecret };
    if (typeof key === "number") return resetElement(key, rest, inside);
    if (key === "*") return resetAll(rest, inside);
    return resetField(key ?? "", rest, inside);
}

function resetElement(index: number, rest: Path, { old, now, secret: mark }: Pair): boolean {
    if (!isArray(old) || !isArray(now)) return !isArray(old) && !isArray(now);
    if (index >= old.length && index >= now.length && rest.length === 0) return true;
    if (index >= old.length || index >= now.length) return false;
    if (rest.length > 0) return reset(rest, { old: old[index], now: now[index], secret: mark });
    now[index] = marked(old[index] ?? null, mark);
    return true;
}

function resetField(key: string, rest: Path, { old, now, secret: mark }: Pair): boolean {
    const before = isObject(old) ? old[key] : undefined;
    if (rest.length === 0) {
        if (before !== undefined) {
            if (!isObject(now)) return false;
            Reflect.set(now, key, marked(before, mark));
        } else if (isObject(now)) Reflect.deleteProperty(now, key);
        return true;
    }
    if (!isObject(old) || !isObject(now)) return !isObject(old) && !isObject(now);
    if (now[key] === undefined) return before === undefined;
    return reset(rest, { old: before, now: now[key], secret: mark });
}

function resetAll(rest: Path, { old, now, secret: mark }: Pair): boolean {
    if (isArray(old) && isArray(now)) {
        for (const [index, before] of old.slice(0, now.length).entries()) {
            if (rest.length === 0) now[index] = marked(before, mark);
            else if (!reset(rest, { old: before, now: now[index], secret: mark })) return false;
        }
        return old.length === now.length;
    }
    if (rest.length === 0 && !isObject(old)) return isObject(now) || isArray(now);
    if (!isObject(old) || !isObject(now)) return rest.length === 0 && isArray(now);
    if (rest.length > 0) {
        return Object.keys(old).every(
            (key) =>
                now[key] !== undefined &&
                reset(rest, { old: old[key], now: now[key], secret: mark }),
        );
    }
    for (const key of Object.keys(now)) if (!(key in old)) Reflect.deleteProperty(now, key);
    for (const [key, before] of Object.entries(old)) Reflect.set(now, key, marked(before, mark));
    return true;
}

function marked(value: Json, mark: boolean): Json {
    return mark ? secret(value) : value;
}

function isArray(value: Json | undefined): value is Json[] {
    return Array.isArray(value);
}
