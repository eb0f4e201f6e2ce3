import type { Context } from "./context";
import type { ResourceState } from "./state";
import { unknown, type Json } from "./wire";

/**
 * What must be deleted before `root` is, because it would have to be replaced too: resources that use
 * a property of `root` (or of another such resource) for a property that cannot be updated. The
 * provider says which those are, asked with the property unknown. Dependents first.
 */
export async function dependentsToReplace(
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
