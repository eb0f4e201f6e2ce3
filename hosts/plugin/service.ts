import { checkInputs } from "./check";
import type { Failure } from "./configuration";
import { differences, type Difference } from "./diff";
import type { HostResource } from "./hostResource";
import type { Hosts } from "./hosts";
import { resources } from "./resources";
import {
    get,
    hasUnknown,
    isUnknown,
    mark,
    omit,
    pick,
    UNKNOWN,
    unmark,
    type Path,
    type Values,
} from "./values";

/** What a call comes to: values carry marks, on the way in and on the way out. */
export interface Made {
    readonly id: string;
    readonly outputs: Values;
}

/** The operations of all classes on one configuration. */
export class Service {
    constructor(private readonly hosts: () => Hosts) {}

    check(type: string, news: Values): { inputs: Values; failures: Failure[] } {
        const resource = resourceOf(type);
        const { values, secrets } = unmark(news);
        const paths = [...secrets, ...declared(resource, values)];
        return { inputs: mark(values, paths), failures: checkInputs(resource, values) };
    }

    diff(type: string, olds: Values, news: Values, ignored: readonly string[]): Difference[] {
        const resource = resourceOf(type);
        const all = differences(resource, unmark(olds).values, unmark(news).values, ignored);
        return resource.update === undefined ? all.map((one) => ({ ...one, replaces: true })) : all;
    }

    async create(type: string, marked: Values, preview: boolean): Promise<Made> {
        const resource = resourceOf(type);
        const { values, secrets } = unmark(marked);
        if (preview) {
            const id = resource.id?.(values) ?? "";
            const outputs = outputsOf(resource, values, secrets, unknowns(resource));
            return { id: isUnknown(id) || id.includes(UNKNOWN) ? "" : id, outputs };
        }
        refuseUnknown(values);
        const { id, computed } = await resource.create(this.hosts(), values);
        return { id, outputs: outputsOf(resource, values, secrets, computed) };
    }

    async update(
        type: string,
        id: string,
        olds: Values,
        marked: Values,
        preview: boolean,
    ): Promise<Values> {
        const resource = resourceOf(type);
        const { values, secrets } = unmark(marked);
        if (preview) return outputsOf(resource, values, secrets, unknowns(resource));
        refuseUnknown(values);
        if (resource.update === undefined) {
            throw new Error(`${type} cannot be changed, only replaced`);
        }
        const before = unmark(olds).values;
        const computed = await resource.update(this.hosts(), id, values, before);
        return outputsOf(resource, values, secrets, computed);
    }

    /** Nothing when it is gone. */
    async read(
        type: string,
        id: string,
        marked: Values,
    ): Promise<{ inputs: Values; outputs: Values } | undefined> {
        const resource = resourceOf(type);
        const { values, secrets } = unmark(marked);
        const found = await resource.read(this.hosts(), id, values);
        if (found === undefined) return undefined;
        const paths = [...secrets, ...declared(resource, found.inputs)];
        return {
            inputs: mark(found.inputs, paths),
            outputs: outputsOf(resource, found.inputs, secrets, found.computed),
        };
    }

    async delete(type: string, id: string, marked: Values): Promise<void> {
        await resourceOf(type).delete(this.hosts(), id, unmark(marked).values);
    }
}

function resourceOf(type: string): HostResource {
    const found = resources.get(type);
    if (found !== undefined) return found;
    const known = [...resources.keys()].join(", ");
    throw new Error(`gatehouse-hosts has no resource type ${type}; known: ${known}`);
}

/** Inputs, what leaving one out means, and what the host tells: without targets, which hold secrets. */
function outputsOf(
    resource: HostResource,
    inputs: Values,
    secrets: readonly Path[],
    computed: Values,
): Values {
    const { defaults = {}, targets = [] } = resource;
    return mark({ ...defaults, ...omit(inputs, targets), ...computed }, secrets);
}

/** In a preview nobody has asked the host yet. */
function unknowns({ computed }: HostResource): Values {
    return Object.fromEntries(Object.keys(computed).map((name) => [name, UNKNOWN]));
}

function declared({ secrets = [] }: HostResource, inputs: Values): Path[] {
    return secrets
        .map((one) => one.split("."))
        .filter((path) => get(inputs, ...path) !== undefined);
}

function refuseUnknown(inputs: Values): void {
    const names = Object.keys(inputs).filter((name) => hasUnknown(pick(inputs, [name])));
    if (names.length > 0) throw new Error(`not known yet, but needed now: ${names.join(", ")}`);
}
