import type { ProviderDiff } from "./providerTypes";
import { check, type Planned } from "./custom";
import { deleteOld } from "./deletions";
import { dependentsToReplace } from "./cascade";
import type { ResourceState } from "./state";

/**
 * Replaces a resource: create, then delete at the end of the run; or, when the program or the provider
 * says so, delete first, and before it whatever cannot live without it.
 */
export async function createReplacement(
    plan: Planned,
    old: ResourceState,
    diff: ProviderDiff,
): Promise<ResourceState> {
    const { context, registration, provider } = plan;
    const { deployment } = context;
    const { goal, urn } = registration;
    if (old.protect === true) {
        throw new Error(
            `unable to replace resource "${urn}" as it is currently marked for protection: ` +
                `changed ${diff.replaces.join(", ")}`,
        );
    }
    // Fresh names: the new one must be able to stand beside the old one.
    const inputs = await check(registration, provider, {}, goal.inputs, old.id ?? "");
    const step = plan.step("replace", "", diff);
    deployment.addStep(registration.order, step);
    const first = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace;
    if (first) {
        for (const dependent of await dependentsToReplace(context, old)) {
            deployment.olds.live.delete(dependent.urn);
            await deleteOld(context, dependent);
        }
    }
    return deployment.operate(step, async () => {
        const { preview, store } = deployment;
        if (first) await deleteOld(context, old);
        const operation = {
            type: "creating",
            resource: plan.state({ id: "", inputs, outputs: {} }),
        } as const;
        if (!preview) await store.record({ kind: "begin-operation", operation });
        try {
            const made = await provider.create(urn, inputs, preview, goal.timeouts.create);
            const state = plan.state({ id: made.id, inputs, outputs: made.outputs });
            if (!preview) {
                const retires = first ? {} : { retires: old };
                await store.record({ kind: "put", resource: state, ends: operation, ...retires });
                if (!first) context.retired.push(old);
            }
            return state;
        } catch (error) {
            if (!preview) await store.record({ kind: "end-operation", operation });
            throw error;
        }
    });
}
