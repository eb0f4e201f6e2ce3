import { isObject, secret, isSecret, signatureKey, type Json, type Properties } from "./wire";

/**
 * What was secret stays secret. A provider may hand back in clear what it was given as a secret (one
 * that knows no secrets always does): an output is secret where the property of the same name in
 * `like` is, at every depth of plain objects, and where `additional` names it.
 */
export function markSecrets(
    values: Properties,
    like: Properties,
    additional: readonly string[] = [],
): Properties {
    const marked: Record<string, Json> = {};
    for (const [key, value] of Object.entries(values)) {
        const model = like[key];
        if (additional.includes(key) || isSecret(model)) {
            marked[key] = secret(value);
        } else if (isPlain(value) && isPlain(model)) {
            marked[key] = markSecrets(value, model);
        } else {
            marked[key] = value;
        }
    }
    return marked;
}

function isPlain(value: Json | undefined): value is Properties {
    return isObject(value) && !(signatureKey in value);
}
