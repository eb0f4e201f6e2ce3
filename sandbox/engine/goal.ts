import type * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Alias as ProtoAlias } from "@pulumi/pulumi/proto/alias_pb";
import { fromStruct } from "./struct";
import { flattenOutputs, type Json, type Properties } from "./wire";

/** Seconds; 0 is the provider's own limit. */
export interface Timeouts {
    readonly create: number;
    readonly update: number;
    readonly delete: number;
}

/** A former identity of a resource: a URN, or what differed in the parts of the present one. */
export type Alias =
    | { readonly urn: string }
    | {
          readonly name: string;
          readonly type: string;
          readonly stack: string;
          readonly project: string;
          /** "" with `noParent` false: the present parent. */
          readonly parent: string;
          readonly noParent: boolean;
      };

/** What the program asks for, values flattened: no output values are left in `inputs`. */
export interface Goal {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly custom: boolean;
    readonly inputs: Properties;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** "URN::ID"; "" is the parent component's, else the default provider. */
    readonly provider: string;
    /** Of a component, for its children: package to "URN::ID". */
    readonly providers: Readonly<Record<string, string>>;
    readonly version: string;
    readonly protect: boolean | undefined;
    readonly retainOnDelete: boolean | undefined;
    readonly deleteBeforeReplace: boolean | undefined;
    readonly ignoreChanges: readonly string[];
    readonly replaceOnChanges: readonly string[];
    readonly additionalSecretOutputs: readonly string[];
    readonly aliases: readonly Alias[];
    readonly importId: string;
    readonly timeouts: Timeouts;
    readonly deletedWith: string;
    readonly replaceWith: readonly string[];
    /** Replaced when this changes; undefined: no such value. */
    readonly replacementTrigger: Json | undefined;
    readonly hideDiff: readonly string[];
}

/** What a resource is that says nothing but its type and name. */
export const emptyGoal: Omit<Goal, "type" | "name"> = {
    parent: "",
    custom: true,
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    provider: "",
    providers: {},
    version: "",
    protect: undefined,
    retainOnDelete: undefined,
    deleteBeforeReplace: undefined,
    ignoreChanges: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: [],
    importId: "",
    timeouts: { create: 0, update: 0, delete: 0 },
    deletedWith: "",
    replaceWith: [],
    replacementTrigger: undefined,
    hideDiff: [],
};

/** "5m30s" to 330. */
export function parseDuration(text: string): number {
    const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 };
    let seconds = 0;
    for (const [, amount, unit = "s"] of text.matchAll(/([\d.]+)(ms|[hms])/g)) {
        seconds += Number(amount) * (units[unit] ?? 1);
    }
    return seconds;
}

function aliasOf(alias: ProtoAlias): Alias {
    const spec = alias.getSpec();
    if (spec === undefined) return { urn: alias.getUrn() };
    return {
        name: spec.getName(),
        type: spec.getType(),
        stack: spec.getStack(),
        project: spec.getProject(),
        parent: spec.getParenturn(),
        noParent: spec.getNoparent(),
    };
}

/**
 * Reads a request of the SDK. What output values depend on joins the property's dependencies; a request
 * that tells no dependencies by property has every property depend on everything.
 */
export function goalOf(request: proto.RegisterResourceRequest): Goal {
    const dependencies = request.getDependenciesList();
    const told = [...request.getPropertydependenciesMap().entries()];
    const propertyDependencies: Record<string, readonly string[]> = {};
    for (const [property, list] of told) propertyDependencies[property] = list.getUrnsList();
    const inputs: Record<string, Json> = {};
    for (const [key, value] of Object.entries(fromStruct(request.getObject()))) {
        const inside = new Set<string>();
        inputs[key] = flattenOutputs(value, inside);
        if (told.length === 0) for (const urn of dependencies) inside.add(urn);
        if (inside.size > 0) {
            propertyDependencies[key] = [
                ...new Set([...(propertyDependencies[key] ?? []), ...inside]),
            ].sort();
        }
    }
    const timeouts = request.getCustomtimeouts();
    return {
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: request.getCustom(),
        inputs,
        dependencies: [...dependencies].sort(),
        propertyDependencies,
        provider: request.getProvider(),
        providers: Object.fromEntries(request.getProvidersMap().entries()),
        version: request.getVersion(),
        protect: request.hasProtect() ? request.getProtect() : undefined,
        retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
        deleteBeforeReplace:
            request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()
                ? request.getDeletebeforereplace()
                : undefined,
        ignoreChanges: request.getIgnorechangesList(),
        replaceOnChanges: request.getReplaceonchangesList(),
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        aliases: [
            ...request.getAliasesList().map(aliasOf),
            ...request.getAliasurnsList().map((urn) => ({ urn })),
        ],
        importId: request.getImportid(),
        timeouts: {
            create: parseDuration(timeouts?.getCreate() ?? ""),
            update: parseDuration(timeouts?.getUpdate() ?? ""),
            delete: parseDuration(timeouts?.getDelete() ?? ""),
        },
        deletedWith: request.getDeletedwith(),
        replaceWith: request.getReplaceWithList(),
        replacementTrigger: triggerOf(request),
        hideDiff: request.getHidediffsList(),
    };
}

function triggerOf(request: proto.RegisterResourceRequest): Json | undefined {
    const value = request.getReplacementTrigger();
    if (value === undefined) return undefined;
    return flattenOutputs(value.toJavaScript() as Json, new Set());
}
