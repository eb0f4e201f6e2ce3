/** From what the journal left in memory to what a checkpoint may hold. */

import type { Slot, StateModel } from "./model";
import { orderResources, providerUrn } from "./order";
import type { ResourceState } from "./types";

export interface FoldedResource {
    readonly slot: Slot;
    readonly encoded: ResourceState;
}

/**
 * Orders the resources and mends references that a run cut short leaves behind, for a resource not
 * reached in that run still says what it knew: a resource that moved to a new URN is followed there, a
 * provider that got a new id is followed to it, and a resource that is gone is no longer referred to. A
 * provider that is gone cannot be mended: the integrity check will name it.
 */
export function foldModel(
    model: StateModel,
    wish: readonly string[] = [],
): readonly FoldedResource[] {
    const slots = model.slots;
    const find = finder(model);
    const mended = new Map(slots.map((slot) => [mend(slot.encoded, find), slot]));
    return orderResources([...mended.keys()], wish).flatMap((encoded) => {
        const slot = mended.get(encoded);
        return slot === undefined ? [] : [{ slot, encoded }];
    });
}

interface Finder {
    /** Where the resource of a URN is now; undefined when it is gone. */
    urn(urn: string): string | undefined;
    /** The reference that means a provider now; unchanged when it is gone. */
    provider(reference: string): string;
}

function finder(model: StateModel): Finder {
    const encoded = model.slots.map((slot) => slot.encoded);
    const present = new Set(encoded.map((resource) => resource.urn));
    const references = new Set(encoded.map((resource) => referenceTo(resource)));
    const find = (urn: string): string | undefined => {
        let current = urn;
        for (let hops = 0; !present.has(current); hops++) {
            const next = model.renames.get(current);
            if (next === undefined || hops > model.renames.size) {
                return undefined;
            }
            current = next;
        }
        return current;
    };
    return {
        urn: find,
        provider: (reference) => {
            const now = find(providerUrn(reference) ?? "");
            const moved = (now ?? "") + reference.slice(reference.lastIndexOf("::"));
            const live = now === undefined ? undefined : model.live(now);
            const known = [reference, moved].find((candidate) => references.has(candidate));
            return known ?? (live === undefined ? reference : referenceTo(live.encoded));
        },
    };
}

function referenceTo(provider: ResourceState): string {
    return `${provider.urn}::${provider.id ?? ""}`;
}

function mend(resource: ResourceState, find: Finder): ResourceState {
    const one = (urn: string | undefined): string | undefined => (urn ? find.urn(urn) : undefined);
    const many = (urns: readonly string[]): readonly string[] =>
        urns.every((urn) => one(urn) === urn) ? urns : urns.flatMap((urn) => one(urn) ?? []);
    const byProperty = Object.entries(resource.propertyDependencies ?? {});
    const mended: Record<string, unknown> = {
        parent: one(resource.parent),
        provider: resource.provider && find.provider(resource.provider),
        deletedWith: one(resource.deletedWith),
        dependencies: resource.dependencies && many(resource.dependencies),
        replaceWith: resource.replaceWith && many(resource.replaceWith),
        propertyDependencies: byProperty.some(([, urns]) => many(urns) !== urns)
            ? Object.fromEntries(byProperty.map(([key, urns]) => [key, many(urns)]))
            : resource.propertyDependencies,
    };
    const changed = Object.entries(mended).filter(([key, value]) => value !== resource[key]);
    if (changed.length === 0) {
        return resource;
    }
    const all = Object.entries({ ...resource, ...Object.fromEntries(changed) });
    // Fields that became empty are left out, as everywhere on disk.
    return Object.fromEntries(
        all.filter(
            ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
        ),
    ) as ResourceState;
}
