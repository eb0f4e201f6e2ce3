import type { Planned } from "./custom";
import type { Goal } from "./goal";
import { endCreating } from "./pendingOperations";
import type { ResourceState } from "./state";

/** Whether a registration takes over what stands at the provider (`import` option) and is not ours yet. */
export function isImport(goal: Goal, old: ResourceState | undefined): boolean {
    if (goal.importId === "") return false;
    if (old === undefined || old.external === true) return true;
    // Some resources are imported by something else than their id.
    const { importID = "", id } = old;
    return (importID === "" ? id : importID) !== goal.importId;
}

/**
 * Reads the resource into the state. What the program says differently is changed afterwards, by a step
 * of its own.
 */
export async function importResource(plan: Planned): Promise<ResourceState> {
    const { context, registration, provider } = plan;
    const { deployment } = context;
    const { urn, goal, old } = registration;
    // What stands under this URN under another id is deleted at the end of the run.
    const retired = old !== undefined && old.external !== true ? old : undefined;
    if (retired?.protect === true && goal.protect === true) {
        throw new Error(
            `unable to replace resource "${urn}" as it is currently marked for protection: ` +
                `import of '${goal.importId}'`,
        );
    }
    const step = plan.step(retired === undefined ? "import" : "replace", goal.importId);
    deployment.addStep(registration.order, step);
    return deployment.operate(step, async () => {
        const found = await provider.read(urn, goal.importId, {}, {});
        if (found.id === "") throw new Error(`resource '${goal.importId}' does not exist`);
        if (Object.keys(found.inputs).length === 0) {
            throw new Error(`${urn}: the provider does not support importing resources`);
        }
        const state = plan.state({
            id: found.id,
            inputs: found.inputs,
            outputs: found.outputs,
            initErrors: found.initErrors,
        });
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
