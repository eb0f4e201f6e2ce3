import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Step } from "./api";
import { analyze } from "./analyze";
import type { Cascaded, Context } from "./context";
import { executeCustom } from "./custom";
import type { Goal } from "./goal";
import { aliasUrns } from "./oldStates";
import { defaultProvider, registerProvider } from "./providerResources";
import type { ResourceState } from "./state";
import { isProvider, makeUrn } from "./urn";
import { changedKeys } from "./diff";
import { markSecrets } from "./secretMarks";

/** Why a registration ends the run without a message of its own: the reason was said already. */
export class Stopped extends Error {}

/** One resource on its way through the engine. */
export interface Registration {
    readonly order: number;
    readonly urn: string;
    readonly goal: Goal;
    readonly old: ResourceState | undefined;
    /** What stood under one of its URNs until a cascade of this run deleted it. */
    readonly cascaded?: Cascaded;
    /** Every URN the resource had before, for the state and for its children. */
    readonly aliases: readonly string[];
}

/** Registers one resource: from what the program wants to what stands in the state. */
export async function register(
    context: Context,
    wanted: Goal,
    order: number,
): Promise<ResourceState> {
    const { deployment } = context;
    const goal = inherit(context, wanted);
    const { stack } = deployment.options;
    const urn = makeUrn(stack, deployment.project, goal.parent, goal.type, goal.name);
    if (context.taken.has(urn)) throw new Error(`Duplicate resource URN '${urn}'`);
    context.taken.add(urn);
    const registration = { order, urn, goal, ...findOld(context, urn, goal) };
    const { old } = registration;
    if (old !== undefined) deployment.seen.add(old);
    deployment.redactor.learn(goal.inputs);

    let state: ResourceState;
    if (isProvider(goal.type)) state = await registerProvider(context, registration);
    else if (goal.custom) {
        const provider =
            goal.provider === "" ? await defaultProvider(context, goal, order) : goal.provider;
        state = await executeCustom(context, registration, provider);
    } else state = await registerComponent(context, registration);
    deployment.registered.set(urn, { goal, state, order, old });
    return state;
}

/** `protect` and `retainOnDelete` come from the parent unless the resource says otherwise. */
function inherit(context: Context, goal: Goal): Goal {
    const parent = context.deployment.registered.get(goal.parent)?.goal;
    return {
        ...goal,
        protect: goal.protect ?? parent?.protect,
        retainOnDelete: goal.retainOnDelete ?? parent?.retainOnDelete,
    };
}

function findOld(
    context: Context,
    urn: string,
    goal: Goal,
): Pick<Registration, "old" | "aliases" | "cascaded"> {
    const { olds, options, project } = context.deployment;
    const inherited = context.aliasesOf.get(goal.parent) ?? [];
    const candidates = aliasUrns(goal, options.stack, project, inherited);
    const aliases = [...new Set(candidates)].filter((alias) => alias !== urn);
    context.aliasesOf.set(urn, aliases);
    for (const candidate of [urn, ...aliases]) {
        const old = olds.live.get(candidate);
        const cascaded = context.cascaded.get(candidate);
        if (cascaded !== undefined) {
            cascaded.again = true;
            return { old: undefined, aliases: [], cascaded };
        }
        if (old === undefined) continue;
        if (context.deployment.seen.has(old)) {
            throw new Error(`${urn}: ${candidate} was already taken over by another resource`);
        }
        // Kept in the state, so that a resource which drops its alias later is still found.
        return { old, aliases: candidate === urn ? [] : [candidate] };
    }
    return { old: undefined, aliases: [] };
}

async function registerComponent(
    context: Context,
    registration: Registration,
): Promise<ResourceState> {
    const { deployment } = context;
    const { old, urn, goal } = registration;
    await analyze(context, registration, goal.inputs, undefined);
    const state = baseState(registration, { inputs: goal.inputs, outputs: old?.outputs ?? {} });
    const changed = old === undefined ? [] : changedKeys(old.inputs ?? {}, goal.inputs);
    const op = old === undefined ? "create" : changed.length > 0 ? "update" : "same";
    const step: Step = {
        op,
        urn,
        type: goal.type,
        name: goal.name,
        id: "",
        changedProperties: changed,
        replaceProperties: [],
    };
    deployment.addStep(registration.order, step);
    deployment.hold(op, state, old);
    await deployment.operate(step, async () => {
        await keep(context, state, old);
    });
    return state;
}

/** The parts of a state that do not depend on the provider's answer. */
export function baseState(
    registration: Registration,
    rest: Partial<ResourceState> & Required<Pick<ResourceState, "inputs" | "outputs">>,
): ResourceState {
    const { goal, urn, old } = registration;
    const now = new Date().toISOString();
    return {
        urn,
        custom: goal.custom,
        type: goal.type,
        parent: goal.parent,
        protect: goal.protect ?? false,
        retainOnDelete: goal.retainOnDelete ?? false,
        dependencies: goal.dependencies,
        propertyDependencies: goal.propertyDependencies,
        additionalSecretOutputs: goal.additionalSecretOutputs,
        aliases: registration.aliases,
        ignoreChanges: goal.ignoreChanges,
        replaceOnChanges: goal.replaceOnChanges,
        hideDiff: goal.hideDiff,
        deletedWith: goal.deletedWith,
        customTimeouts: goal.timeouts,
        created: old?.created ?? now,
        modified: now,
        ...rest,
        outputs: markSecrets(rest.outputs, rest.inputs, goal.additionalSecretOutputs),
    };
}

/** Writes a state unless it says the same as the old one. In a preview nothing is written. */
export async function keep(
    context: Context,
    state: ResourceState,
    old: ResourceState | undefined,
): Promise<void> {
    const { preview, store } = context.deployment;
    if (preview) return;
    if (old !== undefined && sameRecord(old, state)) {
        context.handles.set(state.urn, old);
        return;
    }
    const replaces = old === undefined ? {} : { replaces: old };
    await store.record({ kind: "put", resource: state, ...replaces });
    context.handles.set(state.urn, state);
}

/**
 * Whether two states would be written alike: empty fields and the time do not count. A value that only
 * became secret counts: in the old record it lies in clear.
 */
function sameRecord(a: ResourceState, b: ResourceState): boolean {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    keys.delete("modified");
    return [...keys].every((key) => {
        const [left, right] = [a[key], b[key]].map((value) => (isEmpty(value) ? null : value));
        return isDeepStrictEqual(left, right);
    });
}

function isEmpty(value: unknown): boolean {
    if (value === undefined || value === null || value === false || value === "" || value === 0) {
        return true;
    }
    return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** The same for preview and update, so that names generated from it agree. */
export function seedOf(urn: string, salt: string): Uint8Array {
    return createHash("sha256").update(`${urn}\0${salt}`).digest();
}
