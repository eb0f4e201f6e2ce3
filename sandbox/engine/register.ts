import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Step } from "./api";
import { analyze, remediate } from "./analyze";
import { withHashes } from "./assets";
import type { Cascaded, Context } from "./context";
import { executeCustom } from "./custom";
import { defaultProvider } from "./defaultProviders";
import type { Goal } from "./goal";
import { claim, findOld, inherit } from "./identity";

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
    /** `old` was taken over from the provider a moment ago. */
    readonly imported?: boolean;
}

/** Registers one resource: from what the program wants to what stands in the state. */
export async function register(
    context: Context,
    wanted: Goal,
    order: number,
): Promise<ResourceState> {
    const { deployment } = context;
    const { stack, projectDir } = deployment.options;
    const inputs = withHashes(wanted.inputs, projectDir);
    const goal = inherit(context, { ...wanted, inputs });
    const urn = makeUrn(stack, deployment.project, goal.parent, goal.type, goal.name);
    claim(context, urn, goal.parent);
    const registration = { order, urn, goal, ...findOld(context, urn, goal) };
    const { old } = registration;
    if (old !== undefined) deployment.seen.add(old);
    deployment.redactor.learn(goal.inputs);

    let state: ResourceState;
    if (isProvider(goal.type)) state = await executeCustom(context, registration, "");
    else if (goal.custom) {
        const provider =
            goal.provider === "" ? await defaultProvider(context, goal, order) : goal.provider;
        state = await executeCustom(context, registration, provider);
    } else state = await registerComponent(context, registration);
    deployment.registered.set(urn, { goal, state, order, old });
    return state;
}

async function registerComponent(
    context: Context,
    registration: Registration,
): Promise<ResourceState> {
    const { deployment } = context;
    const { old, urn, goal } = registration;
    const inputs = await remediate(context, registration, goal.inputs, undefined);
    await analyze(context, registration, inputs, undefined);
    const state = baseState(registration, { inputs, outputs: old?.outputs ?? {} });
    const changed = old === undefined ? [] : changedKeys(old.inputs ?? {}, inputs);
    const differs = changed.length > 0 ? "update" : "same";
    // A resource that became a component: what stood is deleted at the end of the run.
    const retired = old?.custom === true ? old : undefined;
    if (retired !== undefined) context.replaced.add(urn);
    const step: Step = {
        op: old === undefined ? "create" : retired === undefined ? differs : "replace",
        urn,
        type: goal.type,
        name: goal.name,
        id: "",
        changedProperties: changed,
        replaceProperties: [],
    };
    deployment.addStep(registration.order, step);
    deployment.hold(step.op, state, old);
    await deployment.operate(step, () => keep(context, state, old, retired !== undefined));
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
        ignoreChanges: goal.ignoreChanges,
        replaceOnChanges: goal.replaceOnChanges,
        hideDiff: goal.hideDiff,
        deletedWith: goal.deletedWith,
        replaceWith: goal.replaceWith,
        replacementTrigger: goal.replacementTrigger,
        customTimeouts: set(goal.timeouts),
        created: old?.created ?? now,
        modified: now,
        ...rest,
        outputs: markSecrets(rest.outputs, rest.inputs, goal.additionalSecretOutputs),
    };
}

/** Timeouts somebody set. */
function set(timeouts: Goal["timeouts"]): Partial<Goal["timeouts"]> {
    return Object.fromEntries(Object.entries(timeouts).filter(([, seconds]) => seconds > 0));
}

/**
 * Writes a state unless it says the same as the old one. In a preview nothing is written. With `retire`
 * the old resource is kept beside it, to be deleted at the end of the run.
 */
export async function keep(
    context: Context,
    state: ResourceState,
    old: ResourceState | undefined,
    retire = false,
): Promise<void> {
    const { preview, store } = context.deployment;
    if (preview) return;
    if (retire && old !== undefined) {
        await store.record({ kind: "put", resource: state, retires: old });
        context.retired.push(old);
        context.handles.set(state.urn, state);
        return;
    }
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
