import type { Step } from "./api";
import type { Context } from "./context";
import { asOperation } from "./creation";
import { needs } from "./oldStates";
import { Stopped } from "./register";
import { errorText } from "./rpc";
import type { PendingOperation, ResourceState } from "./state";
import { isProvider, nameOf } from "./urn";

/** Deletes one resource at its provider, if that is called for, and takes it out of the state. */
export async function deleteOld(context: Context, old: ResourceState): Promise<void> {
    const { preview, store } = context.deployment;
    if (preview) return;
    const ends = await deleteAtProvider(context, old);
    await store.record({ kind: "remove", resource: old, ...ends });
}

/**
 * Deletes a resource whose replacement comes next. It stays in the state, marked, so that whatever
 * happens before the new one stands, the next run knows that it is to be made.
 */
export async function deleteForReplacement(
    context: Context,
    old: ResourceState,
): Promise<ResourceState> {
    const { preview, store } = context.deployment;
    if (preview || old.pendingReplacement === true) return old;
    context.deleting.add(old.urn);
    const ends = await deleteAtProvider(context, old);
    const resource = { ...old, pendingReplacement: true };
    await store.record({ kind: "put", resource, replaces: old, ...ends });
    return resource;
}

async function deleteAtProvider(
    context: Context,
    old: ResourceState,
): Promise<{ ends?: PendingOperation }> {
    if (!mustCallProvider(context, old)) return {};
    const operation = { type: "deleting", resource: old } as const;
    const provider = await context.providers.get(old.provider ?? "");
    await asOperation(context.deployment, operation, () => {
        const states = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
        return provider.delete(old.urn, old.id ?? "", states, old.customTimeouts?.delete ?? 0);
    });
    return { ends: operation };
}

function mustCallProvider(context: Context, old: ResourceState): boolean {
    if (!old.custom || isProvider(old.type) || old.external === true) return false;
    if (old.retainOnDelete === true || old.pendingReplacement === true) return false;
    const owner = old.deletedWith;
    return owner === undefined || owner === "" || !context.deleting.has(owner);
}

/**
 * Deletes `candidates`, dependents before what they need, as many at once as depend on nothing left.
 * Protected resources fail the run before anything is deleted.
 */
export async function deleteAll(
    context: Context,
    candidates: readonly ResourceState[],
): Promise<void> {
    const { deployment } = context;
    // What was replaced was judged when it was: unprotecting and replacing may be one run.
    const replaced = new Set(context.retired);
    const protectedOnes = candidates.filter(
        (old) => old.protect === true && old.delete !== true && !replaced.has(old),
    );
    for (const { urn } of protectedOnes) {
        deployment.fail(
            `resource "${urn}" cannot be deleted\nbecause it is protected. To unprotect the resource, ` +
                "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
            urn,
        );
    }
    if (protectedOnes.length > 0) return;
    for (const { urn } of candidates) context.deleting.add(urn);
    const inOrder = layers(candidates);
    if (inOrder.flat().length < candidates.length) {
        deployment.fail("the resources to delete depend on each other in a circle");
        return;
    }
    for (const layer of inOrder) {
        if (deployment.failed && !deployment.preview) return;
        await Promise.all(layer.map((old) => deleteStep(context, old)));
    }
}

export function deletionOf(old: ResourceState): Step {
    return {
        op: "delete",
        urn: old.urn,
        type: old.type,
        name: nameOf(old.urn),
        id: old.id ?? "",
        changedProperties: [],
        replaceProperties: [],
    };
}

async function deleteStep(context: Context, old: ResourceState): Promise<void> {
    const { deployment } = context;
    const step = deletionOf(old);
    // A replaced resource's step was reported when its replacement was made.
    if (!context.retired.includes(old)) deployment.addStep(deployment.nextOrder(), step);
    try {
        await deployment.operate(step, () => deleteOld(context, old));
    } catch (error) {
        if (error instanceof Stopped) return;
        deployment.fail(`deleting ${old.urn}: ${errorText(error)}`, old.urn);
    }
}

/** Kahn's algorithm, from what nothing needs down to what everything needs. Linear. */
function layers(candidates: readonly ResourceState[]): ResourceState[][] {
    const byUrn = new Map<string, ResourceState[]>();
    for (const candidate of candidates) {
        byUrn.set(candidate.urn, [...(byUrn.get(candidate.urn) ?? []), candidate]);
    }
    const waiting = new Map<ResourceState, number>();
    const needed = new Map<ResourceState, ResourceState[]>();
    for (const candidate of candidates) waiting.set(candidate, 0);
    for (const candidate of candidates) {
        const below = [...needs(candidate)].flatMap((urn) => byUrn.get(urn) ?? []);
        needed.set(candidate, below);
        for (const each of below) waiting.set(each, (waiting.get(each) ?? 0) + 1);
    }
    const result: ResourceState[][] = [];
    let layer = candidates.filter((candidate) => waiting.get(candidate) === 0);
    while (layer.length > 0) {
        result.push(layer);
        const next: ResourceState[] = [];
        for (const each of layer.flatMap((candidate) => needed.get(candidate) ?? [])) {
            const left = (waiting.get(each) ?? 0) - 1;
            waiting.set(each, left);
            if (left === 0) next.push(each);
        }
        layer = next;
    }
    return result;
}
