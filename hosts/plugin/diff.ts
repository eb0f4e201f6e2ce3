import type { HostResource } from "./hostResource";
import { isObject, omit, pathText, type Path, type Value, type Values } from "./values";

export interface Difference {
    readonly property: string;
    readonly kind: "add" | "delete" | "update";
    readonly replaces: boolean;
}

/** All differences between the inputs of last time and those of now, down to the deepest property. */
export function differences(
    resource: HostResource,
    olds: Values,
    news: Values,
    ignored: readonly string[],
): Difference[] {
    const { fixed, targets = [] } = resource;
    const otherKind = targets.filter(
        (name) => (olds[name] === undefined) !== (news[name] === undefined),
    );
    const replacing = [...fixed, ...(otherKind.length > 1 ? otherKind : [])];
    const isWithin = (property: string, outer: string) =>
        property === outer ||
        (property.startsWith(outer) && /^[.[]/.test(property.slice(outer.length)));
    return compared(plain(olds), plain(news), [])
        .filter(({ property }) => !ignored.some((one) => isWithin(property, one)))
        .map((one) => ({
            ...one,
            replaces: replacing.some((outer) => isWithin(one.property, outer)),
        }));
}

/** Without what the SDK adds for itself. */
function plain(values: Values): Values {
    return omit(
        values,
        Object.keys(values).filter((name) => name.startsWith("__")),
    );
}

type Found = Omit<Difference, "replaces">;

function compared(old: Value | undefined, now: Value | undefined, path: Path): Found[] {
    const property = pathText(path);
    if (old === undefined || now === undefined) {
        if (old === now) return [];
        return [{ property, kind: old === undefined ? "add" : "delete" }];
    }
    if (isObject(old) && isObject(now)) {
        const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
        return keys.flatMap((key) => compared(old[key], now[key], [...path, key]));
    }
    if (Array.isArray(old) && Array.isArray(now)) {
        const length = Math.max(old.length, now.length);
        return Array.from({ length }, (_, i) => compared(old[i], now[i], [...path, i])).flat();
    }
    return old === now ? [] : [{ property, kind: "update" }];
}
