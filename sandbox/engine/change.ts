import type { Planned } from "./custom";
import { asOperation } from "./creation";
import { changedKeys, equal, pathMatches } from "./diff";
import { notReady } from "./initFailure";
import { providerReplaces } from "./providerChange";
import type { ProviderDiff } from "./providerTypes";
import { keep } from "./register";
import { createReplacement } from "./replace";
import type { ResourceState } from "./state";
import { isProvider } from "./urn";
import { containsUnknown, type Json } from "./wire";

/** The step for a resource that stands already: nothing, an update or a replacement. */
export async function change(plan: Planned, old: ResourceState): Promise<ResourceState> {
    const diff = await diffOf(plan, old);
    // Deleted by a run that did not get to create the new one.
    const missing = old.pendingReplacement === true;
    if (missing || (diff.changes === "some" && diff.replaces.length > 0)) {
        return createReplacement(plan, old, diff);
    }
    // Nothing changed, but it never got ready: an update goes on with it.
    const unready = (old.initErrors ?? []).length > 0;
    if (diff.changes === "none" && !unready) return same(plan, old);
    return update(plan, old, diff);
}

/** Reasons that need no provider come first, in the order in which Pulumi asks them. */
async function diffOf(plan: Planned, old: ResourceState): Promise<ProviderDiff> {
    const { goal, urn } = plan.registration;
    const { deployment, replaced } = plan.context;
    if (triggers(plan, old)) return replaceFor("replacementTrigger");
    if (old.taint === true) return replaceFor("id");
    if (goal.replaceWith.some((each) => replaced.has(each))) return replaceFor("replaceWith");
    if (replaced.has(goal.deletedWith)) return replaceFor("deletedWith");
    if (await providerReplaces(plan, old)) return replaceFor("provider");
    const states = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
    const told = await plan.provider.diff(
        urn,
        old.id ?? "",
        states,
        plan.inputs,
        goal.ignoreChanges,
    );
    if (told.changes === "unavailable") {
        deployment.say({ severity: "warning", message: unavailable, urn });
        return { ...told, changes: "some" };
    }
    const compared = changedKeys(states.inputs, plan.inputs);
    const guessed = told.changes === "unknown";
    const diff: ProviderDiff = guessed
        ? { ...told, changes: compared.length > 0 ? "some" : "none", changed: compared }
        : told;
    const unready = (old.initErrors ?? []).length > 0 ? ["#initerror"] : [];
    const forced = withReplaceOnChanges(diff, unready, goal.replaceOnChanges);
    if (forced.changes === "none") return { ...forced, changed: [], replaces: [] };
    // For people: a provider need not say what changed.
    return forced.changed.length > 0 ? forced : { ...forced, changed: compared };
}

const unavailable =
    "The provider for this resource has inputs that are not known during preview.\n" +
    "This preview may not correctly represent the changes that will be applied during an update.";

/**
 * Whether the value that stands for the resource's generation is another one.
 * @throws Error in an update when it is not known.
 */
function triggers({ context, registration }: Planned, old: ResourceState): boolean {
    const now = registration.goal.replacementTrigger ?? null;
    const before: Json = old.replacementTrigger ?? null;
    if (containsUnknown(now)) {
        if (context.deployment.preview) return true;
        throw new Error(`replacement trigger contains unknowns for ${registration.urn}`);
    }
    return now !== null && before !== null && !equal(before, now);
}

/**
 * Makes what changed a reason to replace where `replaceOnChanges` names it. `also` are reasons besides:
 * "#initerror" says that the resource never got ready.
 */
export function withReplaceOnChanges(
    diff: ProviderDiff,
    also: readonly string[],
    patterns: readonly string[],
): ProviderDiff {
    const named = (path: string): boolean => patterns.some((each) => pathMatches(each, path));
    const forced = [...(diff.changes === "some" ? diff.changed : []), ...also].filter(named);
    if (forced.length === 0) return diff;
    return { ...diff, changes: "some", replaces: [...new Set([...diff.replaces, ...forced])] };
}

function replaceFor(reason: string): ProviderDiff {
    return { changes: "some", changed: [], replaces: [reason], deleteBeforeReplace: false };
}

async function same(plan: Planned, old: ResourceState): Promise<ResourceState> {
    const { context, registration, inputs } = plan;
    const { urn, goal, order, imported } = registration;
    const id = old.id ?? "";
    const next = plan.state({ id, inputs, outputs: old.outputs ?? {} });
    const state = { ...next, modified: old.modified ?? next.modified ?? "" };
    // An import is a step of its own.
    if (imported === true) return state;
    const step = plan.step("same", id);
    context.deployment.addStep(order, step);
    await context.deployment.operate(step, async () => {
        // As the plugin sees no difference, it sees the inputs it had.
        if (isProvider(goal.type))
            await plan.provider.update(urn, id, states(old), old.inputs ?? {}, unlimited);
        await keep(context, state, old);
    });
    return state;
}

const unlimited = { preview: false, timeout: 0, ignoreChanges: [] };

function states(old: ResourceState): { inputs: Planned["inputs"]; outputs: Planned["inputs"] } {
    return { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
}

async function update(
    plan: Planned,
    old: ResourceState,
    diff: ProviderDiff,
): Promise<ResourceState> {
    const { context, registration, provider, inputs } = plan;
    const { deployment } = context;
    const { urn, goal } = registration;
    const id = old.id ?? "";
    const step = plan.step("update", id, diff);
    deployment.addStep(registration.order, step);
    return deployment.operate(step, async () => {
        const { preview, store } = deployment;
        const operation = { type: "updating", resource: old } as const;
        const { outputs, initErrors } = await asOperation(deployment, operation, () =>
            provider.update(urn, id, states(old), inputs, {
                preview,
                timeout: goal.timeouts.update,
                ignoreChanges: goal.ignoreChanges,
            }),
        );
        const resource = plan.state({ id, inputs, outputs, initErrors });
        if (!preview) {
            await store.record({ kind: "put", resource, replaces: old, ends: operation });
        }
        if (initErrors.length > 0) throw notReady(urn, initErrors);
        return resource;
    });
}
