import type { Alias, Goal } from "./goal";
import type { ResourceState } from "./state";
import { makeUrn, nameOf, typeOf } from "./urn";

/** The state before the run, by URN, and who depends on whom. */
export class OldStates {
    readonly live = new Map<string, ResourceState>();
    /** Replaced in an earlier run that did not get to delete them. */
    readonly pendingDeletes: ResourceState[] = [];
    #dependents: Map<string, ResourceState[]> | undefined;
    #all: readonly ResourceState[];

    constructor(all: readonly ResourceState[]) {
        this.#all = all;
        for (const resource of all) {
            if (resource.delete === true) this.pendingDeletes.push(resource);
            else this.live.set(resource.urn, resource);
        }
    }

    /** In the order of the state. */
    get all(): readonly ResourceState[] {
        return this.#all;
    }

    /** A resource that turns out to stand; what was live under its URN is now to be deleted. */
    adopt(found: ResourceState): void {
        const live = this.live.get(found.urn);
        if (live !== undefined) this.pendingDeletes.push(live);
        this.live.set(found.urn, found);
        this.#all = [...this.#all, found];
        this.#dependents = undefined;
    }

    /** A resource that turns out to be gone. */
    forget(gone: ResourceState): void {
        if (this.live.get(gone.urn) === gone) this.live.delete(gone.urn);
        const index = this.pendingDeletes.indexOf(gone);
        if (index >= 0) this.pendingDeletes.splice(index, 1);
        this.#all = this.#all.filter((one) => one !== gone);
        this.#dependents = undefined;
    }

    /** A live resource as it turns out to stand. */
    renew(old: ResourceState, found: ResourceState): void {
        this.live.set(found.urn, found);
        this.#all = this.#all.map((one) => (one === old ? found : one));
        this.#dependents = undefined;
    }

    /** Live resources that name `urn` as dependency, parent or deletedWith. */
    dependentsOf(urn: string): readonly ResourceState[] {
        this.#dependents ??= this.#index();
        return this.#dependents.get(urn) ?? [];
    }

    #index(): Map<string, ResourceState[]> {
        const index = new Map<string, ResourceState[]>();
        for (const resource of this.live.values()) {
            for (const urn of needs(resource)) {
                const list = index.get(urn);
                if (list === undefined) index.set(urn, [resource]);
                else list.push(resource);
            }
        }
        return index;
    }
}

/** URNs that must outlive a resource. */
export function needs(resource: ResourceState): Set<string> {
    const urns = new Set(resource.dependencies ?? []);
    for (const list of Object.values(resource.propertyDependencies ?? {})) {
        for (const urn of list) urns.add(urn);
    }
    if (resource.parent !== undefined) urns.add(resource.parent);
    if (resource.deletedWith !== undefined) urns.add(resource.deletedWith);
    if (resource.provider !== undefined) {
        urns.add(resource.provider.slice(0, resource.provider.lastIndexOf("::")));
    }
    urns.delete("");
    return urns;
}

/**
 * Every URN a resource may have had, best first: its own aliases, and those it inherits because its
 * parent was found under `parentAlias` (with the parent's old name as prefix swapped, as Pulumi does).
 */
export function aliasUrns(
    goal: Goal,
    stack: string,
    project: string,
    parentAlias: string | undefined,
    formerUrn: (urn: string) => string,
): string[] {
    const urns = goal.aliases.map((alias) => aliasUrn(alias, goal, stack, project, formerUrn));
    if (parentAlias === undefined) return urns;
    const parentName = nameOf(goal.parent);
    const own: { name: string; type: string }[] = [
        { name: goal.name, type: goal.type },
        ...urns.map((urn) => ({ name: nameOf(urn), type: typeOf(urn) })),
    ];
    const inherited = own.map(({ name, type }) => {
        const swapped = name.startsWith(parentName)
            ? nameOf(parentAlias) + name.slice(parentName.length)
            : name;
        return makeUrn(stack, project, parentAlias, type, swapped);
    });
    return [...urns, ...inherited];
}

function aliasUrn(
    alias: Alias,
    goal: Goal,
    stack: string,
    project: string,
    formerUrn: (urn: string) => string,
): string {
    if ("urn" in alias) return alias.urn;
    const named = alias.parent === "" ? goal.parent : formerUrn(alias.parent);
    return makeUrn(
        alias.stack || stack,
        alias.project || project,
        alias.noParent ? "" : named,
        alias.type || goal.type,
        alias.name || goal.name,
    );
}
