import { azureDevOpsError } from "../failures";
import { guid } from "../identifiers";
import type { Change, ResourceType, Shaping, Write } from "../resourceType";
import type { Fields, Shape } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isObject, isUnknown, str, type Value, type Values } from "../values";
import { projectClaim, requireProject } from "./organization";

/** A name that may stand once in one place, and what the service says to a second one. */
export interface Taken {
    readonly claim: string;
    readonly refusal: string;
}

/** What one Azure DevOps type says about itself; the rest is the same for all. */
export interface DevOpsType {
    readonly inputs: Fields;
    /** The provider invents `name` where it is not given: the resource's, then seven digits. */
    readonly autoname?: boolean;
    /** How the service counts: a GUID, a whole number of a series, or an id of its own making. */
    readonly id: "guid" | { readonly series: string; readonly first?: number } | ResourceType["id"];
    /** A setting of something that stands anyway: creating it overwrites. */
    readonly setting?: boolean;
    /** Inputs the service never gives back. */
    readonly silent?: readonly string[];
    /** Inputs it does not know of what stands: an import comes without them. */
    readonly unread?: readonly string[];
    /** What else an import may name it by. */
    seek?: NonNullable<ResourceType["seek"]>;
    complete?: NonNullable<ResourceType["complete"]>;
    check?: NonNullable<ResourceType["check"]>;
    replacedBy?: NonNullable<ResourceType["replacedBy"]>;
    outputs?(shaping: Shaping): Values;
    /** What this name must not meet, at creation and in every change. */
    unique?(write: Write): Taken | undefined;
    /** What else it is found by. */
    claims?: NonNullable<ResourceType["claims"]>;
    parents?(write: Write): string[];
    /** What must stand before this can; asked at creation and in every change. */
    needs?(write: Write): void;
    beforeCreate?(write: Write): void;
    beforeUpdate?(change: Change): void;
    beforeDelete?(change: Change): void;
    deletion?: NonNullable<ResourceType["deletion"]>;
}

/** "Environment" -> "azuredevops:index/environment:Environment". */
export function token(name: string): string {
    return `azuredevops:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** A type of Azure DevOps. Ids are unique within one organisation. */
export function devOpsType(name: string, type: DevOpsType): ResourceType {
    const inProject = type.inputs.projectId?.fixed === true;
    const settle = (write: Write, itself?: StoredResource) => {
        if (inProject && write.inputs.projectId !== undefined) {
            requireProject(write.store, write.scope.owner, str(write.inputs, "projectId"));
        }
        type.needs?.(write);
        refuseTaken(write.store, type.unique?.(write), itself);
    };
    return {
        token: token(name),
        inputs: type.inputs,
        ...(type.autoname === true
            ? { autoname: { property: "name", style: "suffix", separator: "-", digits: 7 } }
            : {}),
        ...(type.complete === undefined ? {} : { complete: type.complete }),
        ...(type.check === undefined ? {} : { check: type.check }),
        ...(type.replacedBy === undefined ? {} : { replacedBy: type.replacedBy }),
        ...(type.deletion === undefined ? {} : { deletion: type.deletion }),
        ...(type.unread === undefined ? {} : { unread: type.unread }),
        ...(type.seek === undefined ? {} : { seek: type.seek }),
        overwrites: type.setting === true,
        realm: ({ owner }) => owner,
        id: (inputs, scope, shaping) => idOf(name, type, inputs, scope, shaping),
        outputs: (shaping) => {
            const all = { ...filledIn(type.inputs, shaping.inputs), ...type.outputs?.(shaping) };
            const silent = new Set(type.silent ?? []);
            return Object.fromEntries(Object.entries(all).filter(([key]) => !silent.has(key)));
        },
        claims: (write) => {
            const own = type.unique?.(write);
            return [...(own === undefined ? [] : [own.claim]), ...(type.claims?.(write) ?? [])];
        },
        parents: (write) => {
            const project = str(write.inputs, "projectId");
            return [
                ...(project === "" ? [] : [projectClaim(write.scope.owner, project)]),
                ...(type.parents?.(write) ?? []),
            ];
        },
        beforeCreate: (write) => {
            settle(write);
            type.beforeCreate?.(write);
        },
        beforeUpdate: (change) => {
            settle(change, change.old);
            type.beforeUpdate?.(change);
        },
        beforeDelete: (change) => type.beforeDelete?.(change),
    };
}

function idOf(
    name: string,
    { id }: DevOpsType,
    inputs: Values,
    scope: Parameters<ResourceType["id"]>[1],
    shaping: Parameters<ResourceType["id"]>[2],
): string {
    const { once, store } = shaping;
    if (typeof id === "function") {
        return id(inputs, scope, shaping);
    }
    if (id === "guid") {
        return once("newId", () => newGuid(store, scope.owner, name));
    }
    return String(once("newId", () => store.next(`azure devops ${id.series}`, id.first ?? 0, 1)));
}

/** A GUID the organisation never gave before. */
export function newGuid(store: CloudStore, owner: string, what: string): string {
    return guid("azure devops", owner, what, String(store.next("azure devops guid", 0, 1)));
}

function refuseTaken(store: CloudStore, taken: Taken | undefined, itself?: StoredResource): void {
    const holder = taken === undefined ? undefined : store.holder(taken.claim);
    if (taken !== undefined && holder !== undefined && holder.key !== itself?.key) {
        throw azureDevOpsError(409, taken.refusal);
    }
}

/** Inputs with the values the service fills in, at every depth. */
export function filledIn(fields: Fields, inputs: Values): Values {
    const result: Values = {};
    for (const [name, shape] of Object.entries(fields)) {
        const value = inputs[name] ?? shape.fallback;
        if (value !== undefined) {
            result[name] = filledValue(shape, value);
        }
    }
    return result;
}

function filledValue(shape: Shape, value: Value): Value {
    if (isUnknown(value)) {
        return value;
    }
    if (shape.fields !== undefined && isObject(value)) {
        return filledIn(shape.fields, value);
    }
    const { of } = shape;
    return of !== undefined && Array.isArray(value)
        ? value.map((item) => filledValue(of, item))
        : value;
}
