import type { ProviderDiff } from "./providerTypes";
import { check, type Planned } from "./custom";
import { deleteForReplacement } from "./deletions";
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
    refuse(plan, old, diff);
    context.replaced.add(urn);
    // Fresh names: the new one must be able to stand beside the old one.
    const inputs =
        old.taint === true
            ? plan.inputs
            : await check(registration, provider, {}, goal.inputs, old.id ?? "");
    const step = plan.step("replace", "", diff, inputs);
    deployment.addStep(registration.order, step);
    const first = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace;
    if (first) await deleteDependents(context, old);
    return deployment.operate(step, async () => {
        if (old.pendingReplacement === true) return makeResource(plan, inputs, { replaces: old });
        if (!first) return makeResource(plan, inputs, { retires: old });
        const deleted = await deleteForReplacement(context, old);
        return makeResource(plan, inputs, { replaces: deleted });
    });
}

/** A preview says why and goes on, so that everything else shows too. */
function refuse({ context, registration }: Planned, old: ResourceState, diff: ProviderDiff): void {
    const { deployment } = context;
    const { goal, urn } = registration;
    // Unprotecting and replacing in one run is allowed.
    if (old.protect === true && goal.protect === true) {
        const message =
            `unable to replace resource "${urn}"\nas it is currently marked for protection: ` +
            `changed ${diff.replaces.join(", ")}. To unprotect the resource, remove the ` +
            "`protect` flag from the resource in your Pulumi program and run `pulumi up`";
        if (!deployment.preview) throw new Error(message);
        deployment.fail(message, urn);
    }
    if (goal.importId !== "") {
        const message =
            "previously-imported resources that still specify an ID may not be replaced; " +
            `please remove the \`import\` declaration from your program: ${diff.replaces.join(", ")}`;
        if (!deployment.preview) throw new Error(message);
        deployment.say({ severity: "warning", message, urn });
    }
}
