import { UnknownValueError } from "@pulumi/policy";
import type {
    PolicyProviderResource,
    PolicyResource,
    PolicyResourceOptions,
    ResourceValidationArgs,
} from "@pulumi/policy";

import { UNKNOWN } from "../../model/known";
import type { PropertyTree, PropertyValue } from "../../model/known";
import type { Provider, Resource, ResourceOptions } from "../../model/resource";
import { normaliseType } from "../../model/typeFamilies";

/**
 * The SDK hands rules a proxy that throws when an unknown value is touched, and then drops the whole
 * rule. Here each read is guarded on its own and unknown values become `UNKNOWN` in a plain tree.
 */
export function plainTree(proxied: Record<string, unknown>): PropertyTree {
    const tree: Record<string, PropertyValue> = {};
    for (const key of Object.keys(proxied)) {
        const value = guarded(() => proxied[key]);
        if (value !== undefined) tree[key] = value;
    }
    return tree;
}

function guarded(touch: () => unknown): PropertyValue | undefined {
    let value: unknown;
    try {
        value = touch();
    } catch (error) {
        if (error instanceof UnknownValueError) return UNKNOWN;
        throw error;
    }
    return plainValue(value);
}

/** Undefined for what no property can be: functions, and the promises inside assets. */
function plainValue(value: unknown): PropertyValue | undefined {
    if (Array.isArray(value)) {
        return Array.from({ length: value.length }, (_, i) => guarded(() => value[i]) ?? null);
    }
    if (value === null || isScalar(value)) return value;
    if (typeof value !== "object" || value instanceof Promise) return undefined;
    return plainTree(value as Record<string, unknown>);
}

function isScalar(value: unknown): value is string | number | boolean {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** What a resource rule sees. Properties are converted when first read: most resources never are. */
export function fromValidationArgs(args: ResourceValidationArgs): Resource {
    return build(args, args.opts.parent, {}, []);
}

/** What a stack rule sees. */
export function fromPolicyResource(resource: PolicyResource): Resource {
    const urns = (list: readonly PolicyResource[]) => list.map((one) => one.urn);
    const byProperty = Object.entries(resource.propertyDependencies).map(
        ([property, list]) => [property, urns(list)] as const,
    );
    return build(
        resource,
        resource.parent?.urn ?? resource.opts.parent,
        Object.fromEntries(byProperty),
        urns(resource.dependencies),
    );
}

interface Source {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly props: Record<string, unknown>;
    readonly opts: PolicyResourceOptions;
    readonly provider?: PolicyProviderResource;
}

function build(
    source: Source,
    parent: string | undefined,
    propertyDependencies: Readonly<Record<string, readonly string[]>>,
    dependencies: readonly string[],
): Resource {
    let props: PropertyTree | undefined;
    let provider: Provider | undefined;
    return {
        type: normaliseType(source.type),
        token: source.type,
        urn: source.urn,
        name: source.name,
        get props() {
            return (props ??= plainTree(source.props));
        },
        options: plainOptions(source.opts),
        parent,
        propertyDependencies,
        dependencies,
        get provider() {
            return (provider ??= source.provider && plainProvider(source.provider));
        },
    };
}

function plainOptions(opts: PolicyResourceOptions): ResourceOptions {
    const { protect, ignoreChanges, aliases, additionalSecretOutputs } = opts;
    return { protect, ignoreChanges, aliases, additionalSecretOutputs };
}

function plainProvider({ type, urn, name, props }: PolicyProviderResource): Provider {
    return { type, urn, name, props: plainTree(props) };
}
