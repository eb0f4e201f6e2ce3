import type { Fields, Shape } from "./shape";
import { isObject, pathText, type Path, type Value, type Values } from "./values";

/** One difference between the inputs of last time and those of now. */
export interface Difference {
    readonly path: Path;
    readonly property: string;
    readonly kind: "add" | "delete" | "update";
    readonly replaces: boolean;
}

/** All differences, down to the deepest property that tells them apart. */
export function diffInputs(fields: Fields, olds: Values, news: Values): Difference[] {
    const found: Difference[] = [];
    const top: Shape = { is: "object", fields };
    diffObjects(top, olds, news, [], false, found);
    return found;
}

function diffValues(
    shape: Shape | undefined,
    old: Value | undefined,
    now: Value | undefined,
    path: Path,
    outerFixed: boolean,
    found: Difference[],
): void {
    const replaces = outerFixed || shape?.fixed === true;
    if (old === undefined || now === undefined) {
        if (old !== now) {
            const kind = old === undefined ? "add" : "delete";
            found.push({ path, property: pathText(path), kind, replaces });
        }
    } else if (isObject(old) && isObject(now)) {
        diffObjects(shape, old, now, path, replaces, found);
    } else if (Array.isArray(old) && Array.isArray(now)) {
        for (let i = 0; i < Math.max(old.length, now.length); i++) {
            diffValues(shape?.of, old[i], now[i], [...path, i], replaces, found);
        }
    } else if (old !== now && !sameSpelling(shape, old, now)) {
        found.push({ path, property: pathText(path), kind: "update", replaces });
    }
}

function diffObjects(
    shape: Shape | undefined,
    old: Values,
    now: Values,
    path: Path,
    fixed: boolean,
    found: Difference[],
): void {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
        if (!key.startsWith("__")) {
            const inner = shape?.fields?.[key] ?? shape?.of;
            diffValues(inner, old[key], now[key], [...path, key], fixed, found);
        }
    }
}

function sameSpelling(shape: Shape | undefined, old: Value, now: Value): boolean {
    return typeof old === "string" && typeof now === "string" && shape?.same?.(old, now) === true;
}
