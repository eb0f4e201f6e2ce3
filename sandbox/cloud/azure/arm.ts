import type { Autoname } from "../autoname";
import { armError } from "../failures";
import type { Change, ResourceType, Scope, Shaping, Write } from "../resourceType";
import { fixed, loose, map, matching, required, text, type Fields, type Shape } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isUnknown, str, text as joined, UNKNOWN, type Values } from "../values";
import { refuseLocked } from "./locks";

/** Azure's locations are compared without spaces and case. */
export const location: Shape = {
    ...fixed(text),
    same: (a, b) => spelling(a) === spelling(b),
};

export const tags = map(text);
export const resourceGroupName = required(
    fixed(
        matching(/^[-\w.()]{0,89}[-\w()]$/u, "1 to 90 letters, digits, _ - . ( ), no . at the end"),
    ),
);

/** Another resource, named by its id; the service reads nothing else of it. */
export const reference = loose({ id: text });

export const guidText = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "a GUID");

function spelling(name: string): string {
    return name.replaceAll(" ", "").toLowerCase();
}

/** Random name as the provider makes it for top-level resources: eight digits at the end. */
export function suffixed(property: string, fit?: (name: string) => string): Autoname {
    return { property, style: "suffix", ...(fit === undefined ? {} : { fit }) };
}

/** Name of a child resource: that of the Pulumi resource. */
export function copied(property: string): Autoname {
    return { property, style: "copy" };
}

export function groupId(scope: Scope, group: string): string {
    return joined`/subscriptions/${scope.subscriptionId}/resourceGroups/${group}`;
}

/** Id of a resource in a group: provider, then type and name in turn. */
export function idInGroup(scope: Scope, inputs: Values, ...segments: string[]): string {
    const group = groupId(scope, str(inputs, "resourceGroupName"));
    return segments.reduce((id, segment) => joined`${id}/${segment}`, joined`${group}/providers`);
}

/** Id of the resource an id names as parent: two segments less. */
export function parentId(id: string): string {
    return id.split("/").slice(0, -2).join("/");
}

/** Refuses unless a resource of this id stands. */
export function requireResource(
    store: CloudStore,
    id: string,
    code: string,
    what: string,
): StoredResource {
    const found = store.holder(id);
    if (found === undefined) {
        throw armError(404, code, `${what} '${id}' was not found.`);
    }
    return found;
}

/** Location of a resource: its own, the provider's, else its group's. */
function located(inputs: Values, scope: Scope, store: CloudStore): Values {
    if (inputs.location !== undefined) {
        return inputs;
    }
    const group = store.holder(groupId(scope, str(inputs, "resourceGroupName")));
    const found = scope.location ?? str(group?.outputs, "location");
    return found === "" ? inputs : { ...inputs, location: found };
}

/** What one Azure type says about itself; the rest is the same for all. */
export interface ArmType {
    readonly token: string;
    /** API version the SDK's class stands for. */
    readonly api: string;
    /** "Microsoft.KeyVault/vaults" */
    readonly type: string;
    readonly inputs: Fields;
    /** Inputs that make up the id and are no outputs of their own. */
    readonly path: readonly string[];
    readonly autoname?: Autoname;
    readonly deleteBeforeReplace?: boolean;
    /** A write to what exists overwrites it. */
    readonly overwrites?: boolean;
    /** Azure has made the group, and what the resource is a part of, by itself. */
    inGroupOfAzure?(write: Write): boolean;
    check?: NonNullable<ResourceType["check"]>;
    id(inputs: Values, scope: Scope): string;
    /** Inputs as the service gives them back, and what it adds. */
    outputs?(shaping: Shaping): Values;
    /** More names it is found by, besides its id. */
    claims?(write: Write): string[];
    /** More it is listed under, besides its parent. */
    parents?(write: Write): string[];
    beforeCreate?(write: Write): void | Promise<void>;
    beforeUpdate?(change: Change): void | Promise<void>;
    beforeDelete?(change: Change): void | Promise<void>;
    deletion?: NonNullable<ResourceType["deletion"]>;
    afterWrite?(write: Write): void;
}

/** A type of Azure Resource Manager: ids, groups, locks and locations are handled alike for all. */
export function armType(type: ArmType): ResourceType {
    const hasLocation = type.inputs.location !== undefined;
    const inGroup = type.inputs.resourceGroupName?.required === true;
    return {
        token: type.token,
        inputs: type.inputs,
        ...(type.autoname === undefined ? {} : { autoname: type.autoname }),
        ...(type.check === undefined ? {} : { check: type.check }),
        ...(type.deletion === undefined ? {} : { deletion: type.deletion }),
        deleteBeforeReplace: type.deleteBeforeReplace === true,
        overwrites: type.overwrites === true,
        complete: (inputs, scope, store) => (hasLocation ? located(inputs, scope, store) : inputs),
        id: (inputs, scope) => type.id(inputs, scope),
        outputs: (shaping) => ({
            ...echoed(type, shaping.inputs),
            azureApiVersion: type.api,
            name: isUnknown(shaping.id) ? shaping.id : (shaping.id.split("/").pop() ?? ""),
            type: type.type,
            ...(hasLocation ? { location: locationOf(shaping) } : {}),
            ...type.outputs?.(shaping),
        }),
        claims: (write) => [write.id, ...(type.claims?.(write) ?? [])],
        parents: (write) => [parentId(write.id), ...(type.parents?.(write) ?? [])],
        beforeCreate: (write) => {
            if (inGroup && type.inGroupOfAzure?.(write) !== true) {
                requireGroup(write);
            }
            refuseLocked(write.store, write.id, "write");
            return type.beforeCreate?.(write);
        },
        beforeUpdate: (change) => {
            refuseLocked(change.store, change.id, "write");
            return type.beforeUpdate?.(change);
        },
        beforeDelete: (change) => {
            refuseLocked(change.store, change.id, "delete");
            return type.beforeDelete?.(change);
        },
        afterWrite: (write) => type.afterWrite?.(write),
    };
}

/** Known in preview unless it is that of a group still to be made. */
function locationOf({ inputs, scope, store, preview }: Shaping): string {
    const found = str(located(inputs, scope, store), "location");
    return found === "" && preview ? UNKNOWN : found;
}

function echoed(type: ArmType, inputs: Values): Values {
    const own = Object.entries(inputs).filter(([name]) => !type.path.includes(name));
    return Object.fromEntries(own);
}

function requireGroup({ store, scope, inputs }: Write): void {
    const name = str(inputs, "resourceGroupName");
    if (store.holder(groupId(scope, name)) === undefined) {
        throw armError(
            404,
            "ResourceGroupNotFound",
            `Resource group '${name}' could not be found.`,
        );
    }
}
