import { createHmac, randomBytes } from "node:crypto";
import type { ResourceState } from "../state";
import {
    containsUnknown,
    isList,
    isObject,
    isSecret,
    reveal,
    signatureKey,
    signatures,
    transform,
    unknown,
    type Json,
    type Properties,
} from "../wire";
import type { PlannedStart } from "./format";

/**
 * Digests that only the holder of the key can compare: a plan tells whether a secret changed, and nobody
 * can guess it from the file.
 */
export class Digester {
    constructor(readonly key: Buffer = randomBytes(32)) {}

    /** The value with a digest in the place of every secret. */
    mask(value: Json): Json {
        return transform(value, (inner) => {
            if (!isSecret(inner)) return undefined;
            const clear = reveal(inner);
            if (containsUnknown(clear)) return unknown;
            return { [signatureKey]: signatures.secret, digest: this.#digest(clear) };
        });
    }

    startOf(state: ResourceState): PlannedStart {
        return {
            id: state.id ?? "",
            inputs: this.#each(state.inputs ?? {}),
            outputs: this.#each(state.outputs ?? {}),
        };
    }

    #each(properties: Properties): Record<string, string> {
        return Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, this.#digest(reveal(value))]),
        );
    }

    #digest(value: Json): string {
        return createHmac("sha256", this.key).update(canonical(value)).digest("base64");
    }
}

/** One text for equal values, whatever the order of their keys. */
export function canonical(value: Json): string {
    if (isList(value)) return `[${value.map(canonical).join(",")}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const members = Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
    return `{${members.join(",")}}`;
}
