import type { Context } from "./context";
import { deleteOld, deletionOf } from "./deletions";
import type { ResourceState } from "./state";
import { unknown, type Json } from "./wire";

/**
 * What must be deleted before `root` is, because it would have to be replaced too: resources that use
 * a property of `root` (or of another such resource) for a property that cannot be updated. The
 * provider says which those are, asked with the property unknown. Dependents first.
 */
async function dependentsToReplace(
    context: Context,
    root: ResourceState,
): Promise<ResourceState[]> {
    const { olds, seen } = context.deployment;
    const found: ResourceState[] = [];
    const visit = async (resource: ResourceState): Promise<void> => {
        for (const dependent of olds.dependentsOf(resource.urn)) {
            if (seen.has(dependent) || found.includes(dependent) || !dependent.custom) continue;
            if (!(await mustBeReplaced(context, dependent, resource.urn))) continue;
            await visit(dependent);
            found.push(dependent);
        }
    };
    await visit(root);
    return found;
}

/**
 * Deletes them, one after the other. What the program registers again is then a replacement.
 * @throws Error, with nothing deleted, when one of them is protected.
 */
export async function deleteDependents(context: Context, root: ResourceState): Promise<void> {
    const { deployment, cascaded } = context;
    const dependents = await dependentsToReplace(context, root);
    for (const { urn, protect } of dependents) {
        if (protect !== true) continue;
        throw new Error(
            `unable to replace resource "${root.urn}": "${urn}" would have to be replaced with it ` +
                "and is marked for protection",
        );
    }
    for (const state of dependents) {
        let entry = cascaded.get(state.urn);
        if (entry === undefined) {
            deployment.olds.live.delete(state.urn);
            const step = deletionOf(state);
            const deleted = deployment.operate(step, () => deleteOld(context, state));
            entry = { step, deleted, again: false };
            cascaded.set(state.urn, entry);
        }
        await entry.deleted;
    }
}

async function mustBeReplaced(
    context: Context,
    dependent: ResourceState,
    urn: string,
): Promise<boolean> {
    const using = Object.entries(dependent.propertyDependencies ?? {})
        .filter(([, urns]) => urns.includes(urn))
        .map(([property]) => property);
    if (using.length === 0 || dependent.provider === undefined) return false;
    const inputs: Record<string, Json> = { ...dependent.inputs };
    for (const property of using) inputs[property] = unknown;
    const provider = await context.providers.get(dependent.provider);
    const states = { inputs: dependent.inputs ?? {}, outputs: dependent.outputs ?? {} };
    const diff = await provider.diff(dependent.urn, dependent.id ?? "", states, inputs, []);
    return diff.replaces.length > 0;
}
