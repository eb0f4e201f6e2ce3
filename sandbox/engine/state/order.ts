/** Dependencies first: the order Pulumi demands of a state. */

import type { ResourceState } from "./types";

/** Every URN a resource refers to, its provider's among them. */
function references(resource: ResourceState): readonly string[] {
    return [
        resource.parent,
        providerUrn(resource.provider),
        resource.deletedWith,
        ...(resource.dependencies ?? []),
        ...Object.values(resource.propertyDependencies ?? {}).flat(),
        ...(resource.replaceWith ?? []),
    ].filter((urn): urn is string => urn !== undefined && urn !== "");
}

/** "URN::ID" without its id. */
export function providerUrn(reference: string | undefined): string | undefined {
    if (reference === undefined || reference === "") {
        return undefined;
    }
    const end = reference.lastIndexOf("::");
    return end < 0 ? reference : reference.slice(0, end);
}

/**
 * Puts parents, providers and dependencies before what refers to them; otherwise keeps `wish` (URNs),
 * then the order given. Pending deletes come last. Linear in resources and references; a cycle is
 * left where it was met.
 */
export function orderResources(
    resources: readonly ResourceState[],
    wish: readonly string[] = [],
): readonly ResourceState[] {
    const live = new Map<string, ResourceState>();
    const dying = new Map<string, ResourceState>();
    const providers = new Map<string, ResourceState>();
    for (const resource of resources) {
        (resource.delete === true ? dying : live).set(resource.urn, resource);
        providers.set(`${resource.urn}::${resource.id ?? ""}`, resource);
    }
    const needs = (resource: ResourceState): (ResourceState | undefined)[] => [
        providers.get(resource.provider ?? ""),
        ...references(resource).map((urn) =>
            // What was replaced belongs to what was replaced with it.
            resource.delete === true
                ? (dying.get(urn) ?? live.get(urn))
                : (live.get(urn) ?? dying.get(urn)),
        ),
    ];
    const wished = wish.flatMap((urn) => live.get(urn) ?? []);
    return [...visit([...wished, ...live.values(), ...dying.values(), ...resources], needs)];
}

/** Depth first without recursion: a chain of 5,000 dependencies is deeper than the call stack. */
function visit(
    roots: readonly ResourceState[],
    needs: (resource: ResourceState) => (ResourceState | undefined)[],
): Set<ResourceState> {
    const done = new Set<ResourceState>();
    const entered = new Set<ResourceState>();
    const path: { resource: ResourceState; open: (ResourceState | undefined)[] }[] = [];
    const enter = (resource: ResourceState | undefined): void => {
        if (resource !== undefined && !entered.has(resource)) {
            entered.add(resource);
            path.push({ resource, open: needs(resource).reverse() });
        }
    };
    for (const root of roots) {
        enter(root);
        for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
            if (top.open.length > 0) {
                enter(top.open.pop());
            } else {
                done.add(top.resource);
                path.pop();
            }
        }
    }
    return done;
}
