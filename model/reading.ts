import { readFlag, readText, withDefault, type Known, type PropertyTree } from "./known";

/** A value with the path it was read from, for messages. */
export interface Reading<T> {
    readonly path: string;
    readonly value: Known<T>;
}

/** What `read` finds at a path, with the service's own default for what was left out, where one is given. */
export function readingAt<T>(
    props: PropertyTree,
    path: string,
    read: (from: PropertyTree, path: string) => Known<T>,
    whenAbsent?: T,
): Reading<T> {
    const value = read(props, path);
    return { path, value: whenAbsent === undefined ? value : withDefault(value, whenAbsent) };
}

export function flagAt(props: PropertyTree, path: string, whenAbsent?: boolean): Reading<boolean> {
    return readingAt<boolean>(props, path, readFlag, whenAbsent);
}

export function textAt(props: PropertyTree, path: string, whenAbsent?: string): Reading<string> {
    return readingAt(props, path, readText, whenAbsent);
}
