import type { Step } from "./api";
import { analyze, remediate } from "./analyze";
import { change } from "./change";
import type { Context } from "./context";
import { makeResource } from "./creation";
import { ignoreChanges } from "./ignoreChanges";
import { importResource, isImport } from "./importing";
import { providerRegistry } from "./providerRegistry";
import type { Handler, ProviderDiff } from "./providerTypes";
import { baseState, seedOf, type Registration } from "./register";
import type { ResourceState } from "./state";
import { isProvider } from "./urn";
import { secret, type Properties } from "./wire";

/** What {@link executeCustom} knows when it comes to the step itself. */
export interface Planned {
    readonly context: Context;
    readonly registration: Registration;
    readonly provider: Handler;
    /** "URN::ID" of the provider; "" of a provider resource. */
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
    const provider = isProvider(goal.type)
        ? providerRegistry(context.providers)
        : await context.providers.get(reference);
    const { old } = registration;
    if (isImport(goal, old)) {
        const plan = planned(context, registration, provider, reference, goal.inputs);
        const imported = await importResource(plan);
        return execute({
            ...plan,
            registration: { ...registration, old: imported, imported: true },
        });
    }
    return execute(planned(context, registration, provider, reference, goal.inputs));
}

async function execute(wanted: Planned): Promise<ResourceState> {
    const { context, registration, provider, reference } = wanted;
    const { goal, old } = registration;
    // What is not ours, or is to go, says nothing about the new one.
    const kept = old?.external === true || old?.taint === true ? undefined : old;
    const news = kept === undefined ? goal.inputs : unchanged(context, registration, kept);
    const checked = await check(registration, provider, kept?.inputs ?? {}, news, "");
    const inputs = await remediate(context, registration, checked, reference);
    await analyze(context, registration, inputs, reference);
    const plan = planned(context, registration, provider, reference, inputs);
    return old === undefined || old.external === true ? create(plan) : change(plan, old);
}

function unchanged(context: Context, { urn, goal }: Registration, old: ResourceState): Properties {
    const { inputs, unreachable } = ignoreChanges(
        goal.inputs,
        old.inputs ?? {},
        goal.ignoreChanges,
    );
    if (unreachable.length > 0) {
        const paths = JSON.stringify(unreachable.join(", "));
        const message = `cannot ignore changes in added or removed elements of the path: ${paths}`;
        context.deployment.say({ severity: "info", message, urn });
    }
    return inputs;
}

function planned(
    context: Context,
    registration: Registration,
    provider: Handler,
    reference: string,
    inputs: Properties,
): Planned {
    const { goal, urn, old, imported } = registration;
    // A plan knows an import and the update after it as one.
    const before = imported === true ? undefined : old;
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
            if (op !== "import") {
                const wanted = state({ id, inputs: next, outputs: {} });
                context.deployment.hold(op, wanted, before);
            }
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
    { urn, goal }: Registration,
    provider: Handler,
    olds: Properties,
    news: Properties,
    salt: string,
): Promise<Properties> {
    const { inputs, failures } = await provider.check(urn, olds, news, seedOf(urn, salt));
    if (failures.length === 0) return inputs;
    const list = failures.map(({ property, reason }) =>
        property === "" ? `  ${reason}` : `  ${property}: ${reason}`,
    );
    const what = isProvider(goal.type) ? "an invalid configuration" : "invalid properties";
    throw new Error([`${urn} has ${what}:`, ...list].join("\n"));
}

async function create(plan: Planned): Promise<ResourceState> {
    const { context, registration, inputs } = plan;
    const { old, cascaded, urn } = registration;
    // In the place of one that was only read, or that a cascade deleted.
    const again = cascaded !== undefined || old !== undefined;
    if (cascaded !== undefined) context.replaced.add(urn);
    const step = plan.step(again ? "replace" : "create", "");
    context.deployment.addStep(registration.order, step);
    // When that failed the run is over, and operate says so.
    await cascaded?.deleted.catch(() => undefined);
    const replaces = cascaded?.state ?? old;
    return context.deployment.operate(step, () =>
        makeResource(plan, inputs, replaces === undefined ? {} : { replaces }),
    );
}
