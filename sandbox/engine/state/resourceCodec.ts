/** One resource between memory (secrets in clear, fields free) and disk (encrypted, empties left out). */

import type { Crypter } from "./crypto";
import { decodeValue, encodeValue, type Earlier } from "./secretValues";
import type { Json, Properties, ResourceState } from "./types";

/** Fields that hold property values, and so may hold secrets. */
const VALUE_FIELDS = ["inputs", "outputs", "replacementTrigger"] as const;

/** Written even when empty. */
const ALWAYS: ReadonlySet<string> = new Set(["urn", "custom", "type"]);

/**
 * Fields that are left out when empty; a field not named in this file's types is kept as it is, for
 * it may mean something to whoever wrote it.
 */
const OMIT_EMPTY: ReadonlySet<string> = new Set([
    "delete",
    "id",
    "inputs",
    "outputs",
    "parent",
    "protect",
    "taint",
    "external",
    "dependencies",
    "initErrors",
    "provider",
    "propertyDependencies",
    "pendingReplacement",
    "additionalSecretOutputs",
    "aliases",
    "importID",
    "retainOnDelete",
    "deletedWith",
    "replaceWith",
    "created",
    "modified",
    "sourcePosition",
    "ignoreChanges",
    "hideDiff",
    "replaceOnChanges",
    "refreshBeforeUpdate",
    "viewOf",
]);

/** A resource as it was recorded before, in both forms. */
export interface EarlierResource {
    readonly plain: ResourceState;
    readonly encoded: ResourceState;
}

/**
 * From memory to disk. Secrets that did not change since `earlier` keep their ciphertext.
 * @throws Error when a property cannot be kept (unknown, output value): see encodeValue.
 */
export function encodeResource(
    resource: ResourceState,
    crypter: Crypter,
    earlier?: EarlierResource,
): ResourceState {
    const fields = Object.entries(resource)
        .filter(([key, value]) => ALWAYS.has(key) || !isOmitted(key, value))
        .map(([key, value]): [string, unknown] => [
            key,
            isValueField(key)
                ? encodeField(resource.urn, key, value as Json, crypter, earlier)
                : value,
        ]);
    return Object.fromEntries(fields) as ResourceState;
}

/** The outputs alone, as {@link encodeResource} would write them. */
export function encodeOutputs(
    urn: string,
    outputs: Properties,
    crypter: Crypter,
    earlier: EarlierResource,
): Properties {
    return encodeField(urn, "outputs", outputs, crypter, earlier) as Properties;
}

function encodeField(
    urn: string,
    key: (typeof VALUE_FIELDS)[number],
    value: Json,
    crypter: Crypter,
    earlier?: EarlierResource,
): Json {
    const before: Earlier | undefined = earlier && {
        plain: earlier.plain[key],
        encoded: earlier.encoded[key],
    };
    return encodeValue(value, crypter, `${urn}: ${key}`, before);
}

/**
 * From disk to memory; the very same object when it holds no secret.
 * @throws EngineError naming resource and property when a secret does not decrypt.
 */
export function decodeResource(resource: ResourceState, crypter: Crypter): ResourceState {
    let decoded = resource;
    for (const key of VALUE_FIELDS) {
        const value = resource[key];
        if (value !== undefined) {
            const clear = decodeValue(value, crypter, `${resource.urn}: ${key}`);
            if (clear !== value) {
                decoded = { ...decoded, [key]: clear };
            }
        }
    }
    return decoded;
}

function isValueField(key: string): key is (typeof VALUE_FIELDS)[number] {
    return (VALUE_FIELDS as readonly string[]).includes(key);
}

function isOmitted(key: string, value: unknown): boolean {
    if (value === undefined) {
        return true;
    }
    if (!OMIT_EMPTY.has(key)) {
        return false;
    }
    if (typeof value === "object" && value !== null) {
        return Object.keys(value).length === 0;
    }
    return value === null || value === "" || value === false;
}
