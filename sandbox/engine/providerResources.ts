import { analyze } from "./analyze";
import type { Context } from "./context";
import { changedKeys } from "./diff";
import { noTimeouts, type Goal } from "./goal";
import { baseState, keep, register, type Registration } from "./register";
import type { ResourceState } from "./state";
import { packageOf } from "./urn";
import { secret, unknown, type Json, type Properties } from "./wire";

const defaults = new WeakMap<Context, Map<string, Promise<string>>>();

/**
 * The reference of the provider a resource uses when it names none: one per package and SDK version,
 * configured by the stack's configuration of that package.
 */
export function defaultProvider(
    context: Context,
    goal: Pick<Goal, "type" | "version">,
    order: number,
): Promise<string> {
    const pkg = packageOf(goal.type);
    context.providers.refuseForeign(goal.type);
    let known = defaults.get(context);
    if (known === undefined) defaults.set(context, (known = new Map<string, Promise<string>>()));
    const key = `${pkg}@${goal.version}`;
    let reference = known.get(key);
    if (reference === undefined) {
        reference = registerDefault(context, pkg, goal.version, order - 0.5);
        known.set(key, reference);
    }
    return reference;
}

async function registerDefault(
    context: Context,
    pkg: string,
    version: string,
    order: number,
): Promise<string> {
    const suffix = version === "" ? "" : `_${version.replaceAll(/[.+-]/g, "_")}`;
    const inputs: Record<string, Json> = version === "" ? {} : { version };
    for (const [key, value] of Object.entries(context.config)) {
        if (!key.startsWith(`${pkg}:`)) continue;
        inputs[key.slice(pkg.length + 1)] = context.secretKeys.has(key) ? secret(value) : value;
    }
    const goal: Goal = {
        type: `pulumi:providers:${pkg}`,
        name: `default${suffix}`,
        parent: "",
        custom: true,
        inputs,
        dependencies: [],
        propertyDependencies: {},
        provider: "",
        version: "",
        protect: undefined,
        retainOnDelete: undefined,
        deleteBeforeReplace: undefined,
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: [],
        aliases: [],
        importId: "",
        timeouts: noTimeouts,
        deletedWith: "",
        hideDiff: [],
    };
    const state = await register(context, goal, order);
    return `${state.urn}::${state.id ?? ""}`;
}

/** Provider resources live in the engine: a new id at creation, then CheckConfig and Configure. */
export async function registerProvider(
    context: Context,
    registration: Registration,
): Promise<ResourceState> {
    const { deployment, providers } = context;
    const { urn, goal, old } = registration;
    providers.refuseForeign(goal.type);
    const connection = await providers.connect();
    const failures = await connection.checkConfig(urn, old?.inputs ?? {}, goal.inputs);
    connection.close();
    if (failures.length > 0) {
        const list = failures.map(({ property, reason }) => `  ${property}: ${reason}`);
        throw new Error([`${urn} has an invalid configuration:`, ...list].join("\n"));
    }
    await analyze(context, registration, goal.inputs, undefined);
    const id = old?.id ?? providers.newId(deployment.preview, unknown);
    const changed = old === undefined ? [] : changedKeys(old.inputs ?? {}, goal.inputs);
    const state = baseState(registration, { id, inputs: goal.inputs, outputs: goal.inputs });
    const step = {
        op: old === undefined ? "create" : changed.length > 0 ? "update" : "same",
        urn,
        type: goal.type,
        name: goal.name,
        id,
        changedProperties: changed,
        replaceProperties: [],
    } as const;
    deployment.addStep(registration.order, step);
    deployment.hold(step.op, state, old);
    await deployment.operate(step, async () => {
        await providers.configure(urn, id, goal.inputs);
        await keep(context, state, old);
    });
    return state;
}

/** Configures the providers of the old state: for deletions, refresh and destroy. */
export async function configureOld(context: Context): Promise<void> {
    const { deployment, providers } = context;
    for (const resource of deployment.olds.all) {
        if (!resource.type.startsWith("pulumi:providers:")) continue;
        const inputs: Properties = resource.inputs ?? {};
        await providers.configure(resource.urn, resource.id ?? "", inputs);
    }
}
