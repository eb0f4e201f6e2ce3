/**
 * Property values as they travel: plain JSON with marked objects. The engine keeps them in this form
 * from the program to the state, so nothing has to be converted on the way.
 */
import type { Json, Properties } from "./state/format";

export type { Json, Properties } from "./state/format";

/** The key that marks an object as something other than a map, and what it may say. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const signatures = {
    secret: "1b47061264138c4ac30d75fd1eb44270",
    resource: "5cf8f73096256a8f31e491e813e4eb8e",
    output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** The one the engine writes; it reads all of {@link unknowns}. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** One sentinel per kind of value: string, bool, number, array, object, asset, archive. */
const unknowns: ReadonlySet<Json> = new Set<Json>([
    unknown,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
]);

type JsonObject = Readonly<Record<string, Json>>;

export function isObject(value: Json | undefined): value is JsonObject {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
    return Array.isArray(value);
}

export function isUnknown(value: Json | undefined): boolean {
    return typeof value === "string" && unknowns.has(value);
}

export function isSecret(value: Json | undefined): value is JsonObject {
    return isObject(value) && value[signatureKey] === signatures.secret;
}

export function secret(value: Json): Json {
    return isSecret(value) ? value : { [signatureKey]: signatures.secret, value };
}

/** The value itself: all secret wrappings taken off, at every depth. */
export function reveal(value: Json): Json {
    return transform(value, (inner) => (isSecret(inner) ? reveal(inner.value ?? null) : undefined));
}

/** For people: every secret becomes "[secret]", every unknown stays a sentinel. */
export function hideSecrets(value: Json): Json {
    return transform(value, (inner) => (isSecret(inner) ? "[secret]" : undefined));
}

/**
 * Copies a value, replacing every part for which `replace` answers something. Returns the very same
 * value when nothing was replaced.
 */
export function transform(value: Json, replace: (value: Json) => Json | undefined): Json {
    const replaced = replace(value);
    if (replaced !== undefined) return replaced;
    if (isList(value)) {
        const copy = value.map((item) => transform(item, replace));
        return copy.some((item, index) => item !== value[index]) ? copy : value;
    }
    if (!isObject(value)) return value;
    let changed = false;
    const copy: Record<string, Json> = {};
    for (const [key, inner] of Object.entries(value)) {
        const result = transform(inner, replace);
        if (result !== inner) changed = true;
        copy[key] = result;
    }
    return changed ? copy : value;
}

/** Calls `visit` for the value and all its parts. */
export function walk(value: Json, visit: (value: Json) => void): void {
    visit(value);
    if (isList(value)) for (const item of value) walk(item, visit);
    else if (isObject(value)) for (const inner of Object.values(value)) walk(inner, visit);
}

export function containsUnknown(value: Json): boolean {
    let found = false;
    walk(value, (inner) => (found ||= isUnknown(inner)));
    return found;
}

/** URNs an output value says it depends on. */
function dependenciesOf(output: JsonObject): string[] {
    const list = output.dependencies;
    return isList(list) ? (list as string[]) : [];
}

/**
 * Takes output values apart: what they hold (unknown when they hold nothing), marked secret when
 * they say so. Their dependencies are added to `dependencies`.
 */
export function flattenOutputs(value: Json, dependencies: Set<string>): Json {
    if (isList(value)) {
        return value.map((item) => flattenOutputs(item, dependencies));
    }
    if (!isObject(value)) return value;
    if (value[signatureKey] === signatures.output) {
        for (const urn of dependenciesOf(value)) dependencies.add(urn);
        const known = "value" in value;
        const inner = known ? flattenOutputs(value.value ?? null, dependencies) : unknown;
        return value.secret === true ? secret(inner) : inner;
    }
    const copy: Record<string, Json> = {};
    for (const [key, inner] of Object.entries(value)) {
        copy[key] = flattenOutputs(inner, dependencies);
    }
    // Present in every reference that the real engine writes.
    if (value[signatureKey] === signatures.resource) copy.packageVersion ??= "";
    return copy;
}

/** What the output values inside depend on. */
export function dependenciesIn(value: Json): Set<string> {
    const urns = new Set<string>();
    walk(value, (inner) => {
        if (isObject(inner) && inner[signatureKey] === signatures.output) {
            for (const urn of dependenciesOf(inner)) urns.add(urn);
        }
    });
    return urns;
}

/** As a policy sees values: secrets and unknowns kept, references as ids, no bookkeeping keys. */
export function forPolicies(properties: Properties): Properties {
    return withoutBookkeeping(withoutReferences(properties)) as Properties;
}

/** References to resources as ids, or as URNs of what has no id. */
export function withoutReferences(properties: Properties): Properties {
    return transform(properties, (value) =>
        isObject(value) && value[signatureKey] === signatures.resource
            ? (value.id ?? value.urn ?? "")
            : undefined,
    ) as Properties;
}

function withoutBookkeeping(value: Json): Json {
    if (isList(value)) return value.map(withoutBookkeeping);
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) => !key.startsWith("__"));
    return Object.fromEntries(kept.map(([key, inner]) => [key, withoutBookkeeping(inner)]));
}

/** Removes properties that are unknown as a whole or in part: a state may hold none. */
export function withoutUnknowns(properties: Properties): Properties {
    return Object.fromEntries(
        Object.entries(properties).filter(([, value]) => !containsUnknown(value)),
    );
}
