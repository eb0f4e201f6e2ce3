import * as path from "node:path";
import { scopeOf } from "./configuration";
import { packages } from "./packages";
import { CloudStore } from "./store/store";
import type { StoredResource } from "./store/record";
import {
    get,
    isObject,
    pathText,
    replaceAt,
    unmark,
    type Path,
    type Value,
    type Values,
} from "./values";

/** Which resource: as the engine's state names it. */
export interface Target {
    readonly type: string;
    readonly id: string;
    readonly inputs: Values;
    /** Inputs of its provider resource: they say in whose cloud it stands. */
    readonly provider: Values;
}

/** What was changed. Values of secret properties are the text "[secret]". */
export interface Tampering {
    readonly path: string;
    readonly before: Value;
    readonly after: Value;
    /** Whether the program can set the property: only then has an up anything to repair. */
    readonly settable: boolean;
}

/** Wrong use; the message says what is allowed. */
export class TamperError extends Error {}

/**
 * Changes one property of what stands in a folder's cloud, as somebody would in the portal: no engine knows.
 * @param value JSON, or text where the property holds a text.
 * @throws TamperError listing what is allowed; Error when the cloud is in use.
 */
export function tamperCloud(dir: string, target: Target, at: Path, value: string): Tampering {
    const store = CloudStore.open(path.resolve(dir));
    try {
        const found = find(store, target);
        const { inputs, outputs, secrets } = found;
        const before = get(inputs, ...at) ?? get(outputs, ...at);
        if (at.length === 0 || before === undefined) throw new TamperError(missing(found, at));
        const after = parsed(value, before, pathText(at));
        const put = {
            ...found,
            inputs: replaceAt(inputs, [at], () => after),
            outputs: replaceAt(outputs, [at], () => after),
        };
        store.write({ put: [put] });
        const secret = secrets.some((one) => one.every((step, i) => at[i] === step));
        return {
            path: pathText(at),
            before: secret ? "[secret]" : before,
            after: secret ? "[secret]" : after,
            settable: get(inputs, ...at) !== undefined,
        };
    } finally {
        store.close();
    }
}

function find(store: CloudStore, { type, id, inputs, provider }: Target): StoredResource {
    const known = packages.map(({ types }) => types.get(type)).find((one) => one !== undefined);
    if (known === undefined) throw new TamperError(`resource type ${type} is not emulated`);
    const found = store.find(type, id, known.realm?.(scopeOf(provider), unmark(inputs).values));
    if (found === undefined) {
        throw new TamperError(`${type} ${id} does not stand in the emulated cloud any more`);
    }
    return found;
}

/** Up to where the path leads, and what is there. */
function missing({ inputs, outputs }: StoredResource, at: Path): string {
    for (let length = at.length - 1; length >= 0; length--) {
        const way = at.slice(0, length);
        const [input, output] = [get(inputs, ...way), get(outputs, ...way)];
        const names = [...new Set([...namesIn(input), ...namesIn(output)])].sort();
        if (input === undefined && output === undefined) continue;
        const where = length === 0 ? "the resource" : pathText(way);
        const has = names.length > 0 ? `allowed: ${names.join(", ")}` : "it has no parts";
        return `there is no ${pathText(at)}: ${where} has no ${String(at[length])}; ${has}`;
    }
    return `there is no ${pathText(at)}`;
}

function namesIn(value: Value | undefined): string[] {
    if (Array.isArray(value)) return value.map((_, i) => `[${i}]`);
    return isObject(value) ? Object.keys(value) : [];
}

function parsed(text: string, before: Value, name: string): Value {
    const json = asJson(text);
    if (typeof before === "string") return typeof json === "string" ? json : text;
    if (json === undefined || kindOf(json) !== kindOf(before)) {
        throw new TamperError(
            `${name} holds ${kindOf(before)}; allowed: ${kindOf(before)} as JSON, found ${text}`,
        );
    }
    return json;
}

function asJson(text: string): Value | undefined {
    try {
        return JSON.parse(text) as Value;
    } catch {
        return undefined;
    }
}

function kindOf(value: Value): string {
    if (Array.isArray(value)) return "a list";
    if (isObject(value)) return "an object";
    return value === null ? "null" : `a ${typeof value}`;
}
