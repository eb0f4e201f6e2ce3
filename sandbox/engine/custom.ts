import type { Step } from "./api";
import { analyze, remediate } from "./analyze";
import type { Context } from "./context";
import { changedKeys, keepOld, pathMatches } from "./diff";
import { asOperation, makeResource } from "./creation";
import { importResource } from "./importing";
import { notReady } from "./initFailure";
import type { Provider } from "./provider";
import { providerReplaces } from "./providerChange";
import type { ProviderDiff } from "./providerTypes";
import { baseState, keep, seedOf, type Registration } from "./register";
import { createReplacement } from "./replace";
import type { ResourceState } from "./state";
import { secret, type Properties } from "./wire";

/** What {@link executeCustom} knows when it comes to the step itself. */
export interface Planned {
    readonly context: Context;
    readonly registration: Registration;
    readonly provider: Provider;
    /** "URN::ID" of the provider. */
    readonly reference: string;
    /** Checked, remediated inputs. */
    readonly inputs: Properties;
    /** Registered state with the given rest. */
    state(rest: {
        id: string;
        inputs: Properties;
        outputs: Properties;
        initErrors?: readonly string[];
    }): ResourceState;
    /**
     * The step, once a reviewed plan (if the run has one) allows it.
     * @param next The inputs it leads to, when they are not `inputs`.
     * @throws Error naming the differences from the plan.
     */
    step(op: Step["op"], id: string, diff?: ProviderDiff, next?: Properties): Step;
}

/** A resource that a provider handles: check, policies, diff, then the one step that is needed. */
export async function executeCustom(
    context: Context,
    registration: Registration,
    reference: string,
): Promise<ResourceState> {
    const { goal } = registration;
    context.providers.refuseForeign(goal.type);
    const provider = await context.providers.get(reference);
    const old = registration.old?.external === true ? undefined : registration.old;
    const wanted =
        old === undefined
            ? goal.inputs
            : keepOld(goal.inputs, old.inputs ?? {}, goal.ignoreChanges);
    const checked = await check(registration, provider, old?.inputs ?? {}, wanted, "");
    const inputs = await remediate(context, registration, checked, reference);
    await analyze(context, registration, inputs, reference);
    const plan = planned(context, registration, provider, reference, inputs);
    if (goal.importId !== "" && old?.id !== goal.importId) return importResource(plan);
    if (old === undefined) return create(plan);
    return change(plan, old);
}

function planned(
    context: Context,
    registration: Registration,
    provider: Provider,
    reference: string,
    inputs: Properties,
): Planned {
    const { goal, urn, old } = registration;
    const state: Planned["state"] = ({ id, inputs: kept, outputs, initErrors = [] }) => {
        const marked = { ...outputs };
        for (const key of goal.additionalSecretOutputs) {
            const value = marked[key];
            if (value !== undefined) marked[key] = secret(value);
        }
        context.deployment.redactor.learn(marked);
        const importID = goal.importId;
        return baseState(registration, {
            id,
            inputs: kept,
            outputs: marked,
            provider: reference,
            importID,
            initErrors,
        });
    };
    return {
        context,
        registration,
        provider,
        reference,
        inputs,
        state,
        step: (op, id, diff, next = inputs) => {
            context.deployment.hold(op, state({ id, inputs: next, outputs: {} }), old);
            return {
                op,
                urn,
                type: goal.type,
                name: goal.name,
                id,
                changedProperties: diff?.changed ?? [],
                replaceProperties: diff?.replaces ?? [],
            };
        },
    };
}

/** @throws Error listing every failed property. */
export async function check(
    { urn }: Registration,
    provider: Provider,
    olds: Properties,
    news: Properties,
    salt: string,
): Promise<Properties> {
    const { inputs, failures } = await provider.check(urn, olds, news, seedOf(urn, salt));
    if (failures.length === 0) return inputs;
    const list = failures.map(({ property, reason }) =>
        property === "" ? `  ${reason}` : `  ${property}: ${reason}`,
    );
    throw new Error([`${urn} has invalid properties:`, ...list].join("\n"));
}

async function create(plan: Planned): Promise<ResourceState> {
    const { context, registration, inputs } = plan;
    const { old, cascaded } = registration;
    const step = plan.step(cascaded === undefined ? "create" : "replace", "");
    context.deployment.addStep(registration.order, step);
    // When that failed the run is over, and operate says so.
    await cascaded?.deleted.catch(() => undefined);
    return context.deployment.operate(step, () =>
        makeResource(plan, inputs, old === undefined ? {} : { replaces: old }),
    );
}

async function change(plan: Planned, old: ResourceState): Promise<ResourceState> {
    const diff = await diffOf(plan, old);
    // Nothing changed, but it never got ready: an update goes on with it.
    const unready = (old.initErrors ?? []).length > 0;
    if (diff.replaces.length > 0) return createReplacement(plan, old, diff);
    if (diff.changes === "none" && !unready) return same(plan, old);
    return update(plan, old, diff);
}

/** The provider's answer, completed: inputs compared when it cannot tell, `replaceOnChanges` added. */
async function diffOf(plan: Planned, old: ResourceState): Promise<ProviderDiff> {
    const { registration, provider, inputs } = plan;
    const { goal, urn } = registration;
    if (old.taint === true) return replaceFor("id");
    if (await providerReplaces(plan, old)) return replaceFor("provider");
    const states = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
    const diff = await provider.diff(urn, old.id ?? "", states, inputs, goal.ignoreChanges);
    const compared = changedKeys(states.inputs, inputs);
    const changed = diff.changed.length > 0 ? diff.changed : compared;
    const unknownMeans = compared.length > 0 ? "some" : "none";
    const changes = diff.changes === "unknown" ? unknownMeans : diff.changes;
    if (changes === "none") return { ...diff, changes, changed: [], replaces: [] };
    const forced = changed.filter((path) =>
        goal.replaceOnChanges.some((pattern) => pattern === "*" || pathMatches(pattern, path)),
    );
    return { ...diff, changes, changed, replaces: [...new Set([...diff.replaces, ...forced])] };
}

function replaceFor(reason: string): ProviderDiff {
    return { changes: "some", changed: [], replaces: [reason], deleteBeforeReplace: false };
}

async function same(plan: Planned, old: ResourceState): Promise<ResourceState> {
    const { context, registration, inputs } = plan;
    const id = old.id ?? "";
    const next = plan.state({ id, inputs, outputs: old.outputs ?? {} });
    const state = { ...next, modified: old.modified ?? next.modified ?? "" };
    const step = plan.step("same", id);
    context.deployment.addStep(registration.order, step);
    await context.deployment.operate(step, async () => {
        await keep(context, state, old);
    });
    return state;
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
    const states = { inputs: old.inputs ?? {}, outputs: old.outputs ?? {} };
    const step = plan.step("update", id, diff);
    deployment.addStep(registration.order, step);
    return deployment.operate(step, async () => {
        const { preview, store } = deployment;
        const operation = { type: "updating", resource: old } as const;
        const { outputs, initErrors } = await asOperation(deployment, operation, () =>
            provider.update(urn, id, states, inputs, {
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
