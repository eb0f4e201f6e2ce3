import { status } from "@grpc/grpc-js";
import { isNamed, named, type NamingRequest } from "./autoname";
import { checkInputs, type Failure } from "./check";
import { diffInputs, type Difference } from "./diff";
import { ServiceError } from "./failures";
import type { ResourceType, Scope, Shaping } from "./resourceType";
import type { Fields } from "./shape";
import { storeKey, type StoredResource } from "./store/record";
import type { CloudStore } from "./store/store";
import { hasUnknown, isUnknown, UNKNOWN, type Path, type Unmarked, type Values } from "./values";

/** The cloud one request acts on. */
export interface Cloudlet {
    readonly store: CloudStore;
    readonly scope: Scope;
}

/** Inputs as the provider completes them, and everything wrong with them. */
export function check(
    type: ResourceType,
    { store, scope }: Cloudlet,
    news: Values,
    olds: Values,
    naming: NamingRequest,
): { inputs: Values; failures: Failure[] } {
    const withName = named(type.autoname, news, olds, naming);
    const inputs = type.complete?.(withName, scope, store) ?? withName;
    const failures = checkInputs(type.inputs, inputs);
    if (type.autoname !== undefined && !isNamed(type.autoname, inputs)) {
        const reason = "missing required property, automatic naming is off (emulated)";
        failures.push({ property: type.autoname.property, reason });
    }
    // Rules over several properties may take for granted that each one is well formed.
    if (failures.length === 0) {
        const said = type.check?.(inputs, scope, store) ?? [];
        failures.push(...said.map((one) => ({ ...one, reason: `${one.reason} (emulated)` })));
    }
    return { inputs, failures };
}

/** Differences that count, without those the user wants ignored. */
export function diff(
    type: ResourceType,
    olds: Values,
    news: Values,
    ignored: readonly string[],
): Difference[] {
    const replaced = type.replacedBy?.(olds, news) ?? [];
    return diffInputs(type.inputs, olds, news)
        .map((one) => (replaced.includes(String(one.path[0])) ? { ...one, replaces: true } : one))
        .filter(
            ({ property }) =>
                !ignored.some(
                    (one) =>
                        property === one ||
                        (property.startsWith(one) && /^[.[]/.test(property.slice(one.length))),
                ),
        );
}

/**
 * Creates, or says what would come out; the id is "" in a preview that cannot know it. What is made is noted
 * under the URN it was asked for, in the same write, until it is known that the answer arrived.
 */
export async function create(
    type: ResourceType,
    cloud: Cloudlet,
    { values: inputs, secrets }: Unmarked,
    preview: boolean,
    urn: string,
): Promise<{ id: string; outputs: Values; secrets: readonly Path[] }> {
    const shaping = shape(type, cloud, inputs, preview);
    const allSecrets = secretPaths(type, secrets);
    if (preview) {
        const outputs = type.outputs(shaping);
        return { id: isUnknown(shaping.id) ? "" : shaping.id, outputs, secrets: allSecrets };
    }
    refuseUnknown(inputs);
    const write = { inputs, ...cloud, id: shaping.id };
    const record = await guarded(type, write, async () => {
        await type.beforeCreate?.(write);
        const there = standing(type, cloud, shaping.id, inputs);
        if (there !== undefined && type.overwrites !== true) {
            const message = `cannot create already existing resource '${shaping.id}'`;
            throw new ServiceError(message, status.ALREADY_EXISTS);
        }
        const made = toRecord(type, shaping, allSecrets);
        cloud.store.write({ put: [made], made: { [urn]: made.key } });
        return made;
    });
    return { id: record.id, outputs: record.outputs, secrets: allSecrets };
}

/** Updates in place, or says what would come out. */
export async function update(
    type: ResourceType,
    cloud: Cloudlet,
    id: string,
    { values: inputs, secrets }: Unmarked,
    olds: Values,
    preview: boolean,
): Promise<{ outputs: Values; secrets: readonly Path[] }> {
    const allSecrets = secretPaths(type, secrets);
    const old = standing(type, cloud, id, inputs) ?? missing(type, id, olds, preview);
    const shaping = shape(type, cloud, inputs, preview, old);
    if (preview) {
        return { outputs: type.outputs(shaping), secrets: allSecrets };
    }
    refuseUnknown(inputs);
    const change = { inputs, ...cloud, id, old };
    const record = await guarded(type, change, async () => {
        await type.beforeUpdate?.(change);
        const made = toRecord(type, shaping, allSecrets);
        cloud.store.write({ put: [made] });
        return made;
    });
    return { outputs: record.outputs, secrets: allSecrets };
}

/** Deletes. What is gone already is no error. */
export async function remove(
    type: ResourceType,
    cloud: Cloudlet,
    id: string,
    olds: Values = {},
): Promise<void> {
    const old = standing(type, cloud, id, olds);
    if (old === undefined) {
        return;
    }
    const change = { inputs: old.inputs, ...cloud, id: old.id, old };
    await guarded(type, change, async () => {
        await type.beforeDelete?.(change);
        const { remove: gone = [], leave = [] } = type.deletion?.(change) ?? {};
        cloud.store.write({ remove: [old, ...gone].map(({ key }) => key), put: leave });
    });
}

/** The resource as the cloud has it; its inputs or outputs may say in which realm. */
export function standing(
    type: ResourceType,
    { store, scope }: Cloudlet,
    id: string,
    known: Values = {},
): StoredResource | undefined {
    const found = store.find(type.token, id, type.realm?.(scope, known));
    return found ?? type.seek?.(id, scope, store, known);
}

function missing(type: ResourceType, id: string, olds: Values, preview: boolean): StoredResource {
    if (!preview) {
        throw new ServiceError(`${type.token} '${id}' was not found`, status.NOT_FOUND);
    }
    const key = storeKey(type.token, id);
    const nothing = { inputs: {}, claims: [], parents: [], secrets: [] };
    return { ...nothing, key, type: type.token, id, outputs: olds };
}

async function guarded<T>(
    type: ResourceType,
    write: Parameters<NonNullable<ResourceType["afterWrite"]>>[0],
    run: () => Promise<T>,
): Promise<T> {
    try {
        return await run();
    } finally {
        type.afterWrite?.(write);
    }
}

function refuseUnknown(inputs: Values): void {
    const names = Object.keys(inputs).filter((name) => hasUnknown(inputs[name]));
    if (names.length > 0) {
        const message = `not known yet, but needed to write: ${names.join(", ")}`;
        throw new ServiceError(message, status.INVALID_ARGUMENT);
    }
}

function shape(
    type: ResourceType,
    { store, scope }: Cloudlet,
    inputs: Values,
    preview: boolean,
    old?: StoredResource,
): Shaping {
    const made = new Map<string, string | number>();
    const once = <T extends string | number>(property: string, make: () => T): T | string => {
        const kept = old?.outputs[property];
        if (typeof kept === "string" || typeof kept === "number") {
            return kept as T;
        }
        if (preview) {
            return UNKNOWN;
        }
        const value = made.get(property) ?? make();
        made.set(property, value);
        return value as T;
    };
    const each = <T extends string | number>(make: () => T) => (preview ? UNKNOWN : make());
    const id = old?.id ?? type.id(inputs, scope, { once, store });
    return { inputs, scope, store, id, preview, once, each, ...(old === undefined ? {} : { old }) };
}

function toRecord(type: ResourceType, shaping: Shaping, secrets: readonly Path[]): StoredResource {
    const { inputs, scope, store, id } = shaping;
    const outputs = type.outputs(shaping);
    return {
        key: storeKey(type.token, id, type.realm?.(scope, inputs)),
        type: type.token,
        id,
        inputs,
        outputs,
        claims: type.claims?.({ inputs, scope, store, id, outputs }) ?? [],
        parents: type.parents?.({ inputs, scope, store, id }) ?? [],
        secrets,
    };
}

/** What the program marked, and what is secret whatever it says. */
function secretPaths(type: ResourceType, marked: readonly Path[]): Path[] {
    return [...marked, ...declaredSecrets(type.inputs, [])];
}

export function declaredSecrets(fields: Fields, path: Path): Path[] {
    return Object.entries(fields).flatMap(([name, shape]) => {
        const here = [...path, name];
        return shape.secret === true ? [here] : declaredSecrets(shape.fields ?? {}, here);
    });
}
