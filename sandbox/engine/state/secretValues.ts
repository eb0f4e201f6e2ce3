/**
 * Property values between memory and disk: secrets are encrypted one by one, everything else passes
 * through. A value without secrets comes back as the very same object, so that a large state is
 * held once and not twice.
 */

import { EngineError } from "../api";
import type { Crypter } from "./crypto";
import type { Json } from "./types";

/** Key that marks a special value on Pulumi's wire and in its state. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** What stands for "not known yet", one per type. */
const UNKNOWN: ReadonlySet<string> = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

type JsonObject = Readonly<Record<string, Json>>;

/** The same place in the value recorded before, to keep the ciphertexts of unchanged secrets. */
export interface Earlier {
    readonly plain: Json | undefined;
    readonly encoded: Json | undefined;
}

/**
 * From memory to disk.
 * @param path where the value stands, for messages; never the value itself.
 * @throws Error for unknown sentinels, output values and numbers JSON cannot carry.
 */
export function encodeValue(value: Json, crypter: Crypter, path: string, earlier?: Earlier): Json {
    if (value === null || typeof value !== "object") {
        return checkScalar(value, path);
    }
    if (isList(value)) {
        const items = value.map((item, i) =>
            encodeValue(item, crypter, `${path}[${i}]`, step(earlier, i)),
        );
        return items.some((item, i) => item !== value[i]) ? items : value;
    }
    if (marked(value)) {
        return encodeSecret(value, crypter, path, earlier);
    }
    if (value[SIGNATURE] === OUTPUT_VALUE) {
        throw new Error(`${path}: an output value cannot be kept in the state`);
    }
    return mapObject(value, (item, key) =>
        encodeValue(item, crypter, `${path}.${key}`, step(earlier, key)),
    );
}

function encodeSecret(secret: JsonObject, crypter: Crypter, path: string, earlier?: Earlier): Json {
    const value = secret.value;
    if (value === undefined) {
        throw new Error(`${path}: a secret without a value cannot be kept in the state`);
    }
    const text = JSON.stringify(reveal(value, path));
    const { plain, encoded } = earlier ?? {};
    if (isSecret(plain) && isSecret(encoded) && typeof encoded.ciphertext === "string") {
        if (plain.value !== undefined && JSON.stringify(plain.value) === text) {
            return encoded;
        }
    }
    return { [SIGNATURE]: SECRET, ciphertext: crypter.encrypt(text) };
}

/** A secret inside a secret adds nothing: its marker goes, its value stays. */
function reveal(value: Json, path: string): Json {
    if (value === null || typeof value !== "object") {
        return checkScalar(value, path);
    }
    if (isList(value)) {
        return value.map((item) => reveal(item, path));
    }
    if (value[SIGNATURE] === OUTPUT_VALUE) {
        throw new Error(`${path}: an output value cannot be kept in the state`);
    }
    if (marked(value) && value.value !== undefined) {
        return reveal(value.value, path);
    }
    return mapObject(value, (item) => reveal(item, path));
}

/**
 * From disk to memory. Also takes `plaintext`, as `pulumi stack export --show-secrets` prints it.
 * @param path where the value stands, for messages.
 * @throws EngineError for a secret that does not decrypt or is malformed.
 */
export function decodeValue(value: Json, crypter: Crypter, path: string): Json {
    if (value === null || typeof value !== "object") {
        return value;
    }
    if (isList(value)) {
        const items = value.map((item, i) => decodeValue(item, crypter, `${path}[${i}]`));
        return items.some((item, i) => item !== value[i]) ? items : value;
    }
    if (marked(value)) {
        const inner = decodeValue(secretJson(value, crypter, path), crypter, path);
        return { [SIGNATURE]: SECRET, value: reveal(inner, path) };
    }
    return mapObject(value, (item, key) => decodeValue(item, crypter, `${path}.${key}`));
}

function secretJson(secret: JsonObject, crypter: Crypter, path: string): Json {
    try {
        if (typeof secret.ciphertext === "string") {
            return JSON.parse(crypter.decrypt(secret.ciphertext)) as Json;
        }
        if (typeof secret.plaintext === "string") {
            return JSON.parse(secret.plaintext) as Json;
        }
    } catch (error) {
        // JSON.parse quotes the text it could not read, which is the secret.
        const why = error instanceof EngineError ? error.message : "its text is not JSON";
        throw new EngineError(`${path}: ${why}`);
    }
    throw new EngineError(`${path}: a secret has neither ciphertext nor plaintext`);
}

/** True when the value contains a secret in its form on disk. */
export function hasSecret(value: unknown): boolean {
    if (value === null || typeof value !== "object") {
        return false;
    }
    if (Array.isArray(value)) {
        return value.some(hasSecret);
    }
    return marked(value as JsonObject) || Object.values(value).some(hasSecret);
}

function checkScalar<T extends Json>(value: T, path: string): T {
    if (typeof value === "string" && UNKNOWN.has(value)) {
        throw new Error(`${path}: a value that is not known yet cannot be kept in the state`);
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
        throw new Error(`${path}: ${value} cannot be kept in the state`);
    }
    return value;
}

function isList(value: Json): value is readonly Json[] {
    return Array.isArray(value);
}

function isSecret(value: Json | undefined): value is JsonObject {
    return typeof value === "object" && value !== null && !isList(value) && marked(value);
}

function marked(value: JsonObject): boolean {
    return value[SIGNATURE] === SECRET;
}

function step(earlier: Earlier | undefined, key: string | number): Earlier | undefined {
    return earlier && { plain: child(earlier.plain, key), encoded: child(earlier.encoded, key) };
}

function child(value: Json | undefined, key: string | number): Json | undefined {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) {
        return undefined;
    }
    return (value as JsonObject)[key];
}

/** The same object when no member changed. Own keys only, "__proto__" among them. */
function mapObject(value: JsonObject, change: (item: Json, key: string) => Json): JsonObject {
    const entries = Object.entries(value)
        .filter(([, item]) => (item as unknown) !== undefined)
        .map(([key, item]): [string, Json] => [key, change(item, key)]);
    return entries.some(([key, item]) => item !== value[key]) ? Object.fromEntries(entries) : value;
}
