import { changedKeys } from "./diff";
import type { Planned } from "./custom";
import type { ResourceState } from "./state";

/**
 * Takes over an existing resource (`import` option). The program must describe it as it is:
 * importing never changes what it takes over.
 */
export async function importResource(plan: Planned): Promise<ResourceState> {
    const { context, registration, provider, inputs } = plan;
    const { deployment } = context;
    const { urn, goal, old } = registration;
    const step = plan.step("import", goal.importId);
    deployment.addStep(registration.order, step);
    return deployment.operate(step, async () => {
        const found = await provider.read(urn, goal.importId, {}, {});
        if (found.id === "") throw new Error(`resource '${goal.importId}' does not exist`);
        const states = { inputs: found.inputs, outputs: found.outputs };
        const diff = await provider.diff(urn, found.id, states, inputs, goal.ignoreChanges);
        if (diff.changes !== "none" || diff.replaces.length > 0) {
            const paths =
                diff.changed.length > 0 ? diff.changed : changedKeys(found.inputs, inputs);
            if (diff.changes === "some" || paths.length > 0) {
                throw new Error(
                    `inputs to import do not match the existing resource: ${paths.join(", ")}`,
                );
            }
        }
        const state = plan.state({ id: found.id, inputs, outputs: found.outputs });
        if (!deployment.preview) {
            const replaces = old === undefined ? {} : { replaces: old };
            await deployment.store.record({ kind: "put", resource: state, ...replaces });
        }
        return state;
    });
}
