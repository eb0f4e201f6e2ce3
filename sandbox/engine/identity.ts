import type { Cascaded, Context } from "./context";
import type { Goal } from "./goal";
import { aliasUrns } from "./oldStates";
import type { Registration } from "./register";
import type { ResourceState } from "./state";
import { isProvider, packageOf, parseReference } from "./urn";

/** @throws Error when the URN is given out already or the parent is unknown. */
export function claim(context: Context, urn: string, parent: string): void {
    const { taken, aliased } = context;
    if (parent !== "" && !taken.has(parent)) {
        throw new Error(`could not find parent resource ${parent}`);
    }
    if (taken.has(urn)) {
        throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    }
    const other = aliased.get(urn);
    if (other !== undefined) {
        throw new Error(
            `Duplicate resource URN '${urn}' conflicting with alias on resource with URN '${other}'`,
        );
    }
    taken.add(urn);
}

/** What comes from the parent unless the resource says otherwise. */
export function inherit(context: Context, goal: Goal): Goal {
    const parent = context.deployment.registered.get(goal.parent)?.goal;
    if (parent === undefined) return goal;
    const pkg = packageOf(goal.type);
    const isComponent = !goal.custom;
    const ofParent = packageOf(parseReference(parent.provider).urn.split("::")[2] ?? "");
    const inherited = parent.providers[pkg] ?? (ofParent === pkg ? parent.provider : "");
    return {
        ...goal,
        protect: goal.protect ?? parent.protect,
        retainOnDelete: goal.retainOnDelete ?? parent.retainOnDelete,
        deletedWith: goal.deletedWith || parent.deletedWith,
        provider: isComponent || isProvider(goal.type) ? goal.provider : goal.provider || inherited,
        providers: isComponent ? { ...parent.providers, ...goal.providers } : goal.providers,
    };
}

/** What stood under the URN of a resource, else under the first of its aliases that is known. */
export function findOld(
    context: Context,
    urn: string,
    goal: Goal,
): Pick<Registration, "old" | "aliases" | "cascaded"> {
    const { olds, options, project } = context.deployment;
    const parentAlias = context.aliasesOf.get(goal.parent);
    const parentOf = (each: string): string => context.aliasesOf.get(each) ?? each;
    const candidates = aliasUrns(goal, options.stack, project, parentAlias, parentOf);
    for (const candidate of new Set([urn, ...candidates])) {
        const old = olds.live.get(candidate);
        const cascaded = context.cascaded.get(candidate);
        if (old === undefined && cascaded === undefined) continue;
        if (candidate === urn) return found(old, cascaded, []);
        const other = context.taken.has(candidate) ? candidate : context.aliased.get(candidate);
        if (other !== undefined) {
            throw new Error(
                `Duplicate resource alias '${candidate}' applied to resource with URN '${urn}' ` +
                    `conflicting with resource with URN '${other}'`,
            );
        }
        context.aliased.set(candidate, urn);
        context.aliasesOf.set(urn, candidate);
        // Kept in the state, so that what still names the old URN there is understood.
        return found(old, cascaded, [candidate]);
    }
    return { old: undefined, aliases: [] };
}

function found(
    old: ResourceState | undefined,
    cascaded: Cascaded | undefined,
    aliases: readonly string[],
): Pick<Registration, "old" | "aliases" | "cascaded"> {
    if (cascaded === undefined) return { old, aliases };
    cascaded.again = true;
    return { old: undefined, aliases, cascaded };
}
