import { changedKeys } from "./diff";
import type { Planned } from "./custom";
import { notReady } from "./initFailure";
import { endCreating } from "./pendingOperations";
import type { ResourceState } from "./state";

/**
 * Takes over an existing resource (`import` option). The program must describe it as it is:
 * importing never changes what it takes over.
 */
export async function importResource(plan: Planned): Promise<ResourceState> {
    const { context, registration, provider, inputs } = plan;
    const { deployment } = context;
    const { urn, goal, old } = registration;
    // What stands under this URN under another id is deleted at the end of the run.
    const retired = old !== undefined && old.external !== true ? old : undefined;
    if (retired?.protect === true) {
        throw new Error(
            `unable to replace resource "${urn}" as it is currently marked for protection: ` +
                `import of '${goal.importId}'`,
        );
    }
    const step = plan.step(retired === undefined ? "import" : "replace", goal.importId);
    deployment.addStep(registration.order, step);
    return deployment.operate(step, async () => {
        const found = await provider.read(urn, goal.importId, {}, {});
        if (found.initErrors.length > 0) throw notReady(urn, found.initErrors);
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
            const place = retired === undefined ? replaces : { retires: retired };
            await deployment.store.record({ kind: "put", resource: state, ...place });
            await endCreating(deployment, urn);
            if (retired !== undefined) context.retired.push(retired);
        }
        return state;
    });
}
