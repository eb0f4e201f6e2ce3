import { withReplaceOnChanges } from "./change";
import type { Context } from "./context";
import { deleteForReplacement, deletionOf } from "./deletions";
import { providerRegistry } from "./providerRegistry";
import type { ResourceState } from "./state";
import { isProvider, parseReference } from "./urn";
import { unknown, type Json } from "./wire";

/**
 * What must be deleted before `root` is, because it would have to be replaced too: resources handled by
 * it, deleted with it, or that use a property of it (or of another such resource) for a property that
 * cannot be updated. The provider says which those are, asked with the property unknown. Dependents first.
 */
async function dependentsToReplace(
    context: Context,
    root: ResourceState,
): Promise<ResourceState[]> {
    const { olds, seen } = context.deployment;
    const found: ResourceState[] = [];
    const visit = async (resource: ResourceState): Promise<void> => {
        for (const dependent of olds.dependentsOf(resource.urn)) {
            if (seen.has(dependent) || found.includes(dependent)) continue;
            if (!dependent.custom || dependent.external === true) continue;
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
                "and is currently marked for protection. To unprotect the resource, remove the " +
                "`protect` flag from the resource in your Pulumi program and run `pulumi up`",
        );
    }
    for (const state of dependents) {
        let entry = cascaded.get(state.urn);
        if (entry === undefined) {
            deployment.olds.live.delete(state.urn);
            const step = deletionOf(state);
            const deleted = deployment.operate(step, () => deleteForReplacement(context, state));
            entry = { step, deleted, state, again: false };
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
    const reference = dependent.provider ?? "";
    if (reference !== "" && parseReference(reference).urn === urn) return true;
    if (dependent.deletedWith === urn || dependent.replaceWith?.includes(urn) === true) return true;
    const using = Object.entries(dependent.propertyDependencies ?? {})
        .filter(([, urns]) => urns.includes(urn))
        .map(([property]) => property);
    if (using.length === 0) return false;
    const inputs: Record<string, Json> = { ...dependent.inputs };
    for (const property of using) if (property in inputs) inputs[property] = unknown;
    const provider = isProvider(dependent.type)
        ? providerRegistry(context.providers)
        : await context.providers.get(reference);
    const states = { inputs: dependent.inputs ?? {}, outputs: dependent.outputs ?? {} };
    const ignored = dependent.ignoreChanges ?? [];
    const told = await provider.diff(dependent.urn, dependent.id ?? "", states, inputs, ignored);
    const changed = told.changes === "unknown" ? using : told.changed;
    const changes = told.changes === "unknown" ? "some" : told.changes;
    const diff = withReplaceOnChanges(
        { ...told, changes, changed },
        [],
        dependent.replaceOnChanges ?? [],
    );
    return diff.replaces.length > 0;
}
