/** From what the journal left in memory to what a checkpoint may hold. */

import type { Slot, StateModel } from "./model";
import { orderResources } from "./order";
import type { ResourceState } from "./types";

export interface FoldedResource {
    readonly slot: Slot;
    readonly encoded: ResourceState;
}

/**
 * Orders the resources and mends references that a run cut short leaves behind: a resource that moved to
 * a new URN is followed there; a resource that is gone is no longer referred to. (A resource not
 * reached in that run still says what it knew.) A lost provider is left for the integrity check.
 */
export function foldModel(
    model: StateModel,
    wish: readonly string[] = [],
): readonly FoldedResource[] {
    const slots = model.slots;
    const present = new Set(slots.map((slot) => slot.encoded.urn));
    const mended = new Map<ResourceState, Slot>();
    for (const slot of slots) {
        mended.set(mend(slot.encoded, present, model.renames), slot);
    }
    return orderResources([...mended.keys()], wish).flatMap((encoded) => {
        const slot = mended.get(encoded);
        return slot === undefined ? [] : [{ slot, encoded }];
    });
}

function mend(
    resource: ResourceState,
    present: ReadonlySet<string>,
    renames: ReadonlyMap<string, string>,
): ResourceState {
    const follow = (urn: string): string => {
        let current = urn;
        for (let hops = 0; !present.has(current) && hops <= renames.size; hops++) {
            current = renames.get(current) ?? current;
        }
        return current;
    };
    const one = (urn: string | undefined): string | undefined => {
        const found = urn === undefined ? undefined : follow(urn);
        return found !== undefined && present.has(found) ? found : undefined;
    };
    const many = (urns: readonly string[]): readonly string[] =>
        urns.every((urn) => one(urn) === urn) ? urns : urns.flatMap((urn) => one(urn) ?? []);

    const mended: Record<string, unknown> = {
        parent: one(resource.parent),
        deletedWith: one(resource.deletedWith),
        dependencies: resource.dependencies && many(resource.dependencies),
        replaceWith: resource.replaceWith && many(resource.replaceWith),
    };
    const byProperty = Object.entries(resource.propertyDependencies ?? {});
    if (byProperty.some(([, urns]) => many(urns) !== urns)) {
        mended.propertyDependencies = Object.fromEntries(
            byProperty.map(([key, urns]) => [key, many(urns)]),
        );
    }
    const end = resource.provider?.lastIndexOf("::") ?? -1;
    if (resource.provider !== undefined && end > 0) {
        const provider = resource.provider.slice(0, end);
        if (follow(provider) !== provider && present.has(follow(provider))) {
            mended.provider = follow(provider) + resource.provider.slice(end);
        }
    }
    const changed = Object.entries(mended).filter(([key, value]) => value !== resource[key]);
    return changed.length === 0
        ? resource
        : withoutEmpties({ ...resource, ...Object.fromEntries(changed) });
}

/** Fields that became empty are left out, as everywhere on disk. */
function withoutEmpties(resource: ResourceState): ResourceState {
    const kept = Object.entries(resource).filter(
        ([key, value]) =>
            value !== undefined && !(isReferenceList(key) && (value as unknown[]).length === 0),
    );
    return Object.fromEntries(kept) as ResourceState;
}

function isReferenceList(key: string): boolean {
    return key === "dependencies" || key === "replaceWith";
}
