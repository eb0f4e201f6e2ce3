import type { ProviderDiff } from "./providerTypes";
import { check, type Planned } from "./custom";
import { deleteOld } from "./deletions";
import { deleteDependents } from "./cascade";
import { makeResource } from "./creation";
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
    const step = plan.step("replace", "", diff, inputs);
    deployment.addStep(registration.order, step);
    const first = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace;
    if (first) await deleteDependents(context, old);
    return deployment.operate(step, async () => {
        if (first) await deleteOld(context, old);
        return makeResource(plan, inputs, first ? {} : { retires: old });
    });
}
