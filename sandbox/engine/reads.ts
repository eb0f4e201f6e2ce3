import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import type { Context } from "./context";
import { emptyGoal, type Goal } from "./goal";
import { notReady } from "./initFailure";
import { defaultProvider } from "./defaultProviders";
import { claim, findOld } from "./identity";
import { baseState, keep, type Registration } from "./register";
import { isUnimplemented } from "./rpc";
import { isStackReference, readStackReference } from "./stackReference";
import type { ResourceState } from "./state";
import { fromStruct, toStruct } from "./struct";
import { makeUrn } from "./urn";
import { flattenOutputs, isUnknown, type Json, type Properties } from "./wire";

function goalOfRead(request: proto.ReadResourceRequest): Goal {
    return {
        ...emptyGoal,
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        inputs: flattenOutputs(fromStruct(request.getProperties()), new Set()) as Properties,
        dependencies: request.getDependenciesList(),
        provider: request.getProvider(),
        version: request.getVersion(),
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    };
}

/** `X.get(...)` and stack references: read, kept as external, never deleted at the provider. */
export async function readResource(
    context: Context,
    request: proto.ReadResourceRequest,
): Promise<proto.ReadResourceResponse> {
    const { deployment } = context;
    const goal = goalOfRead(request);
    const id = request.getId();
    const { stack } = deployment.options;
    const urn = makeUrn(stack, deployment.project, goal.parent, goal.type, goal.name);
    claim(context, urn, goal.parent);
    const order = deployment.nextOrder();
    const registration: Registration = { order, urn, goal, ...findOld(context, urn, goal) };
    const { old } = registration;
    if (old !== undefined) deployment.seen.add(old);
    // Before the operation takes its place: registering a default provider needs a place of its own.
    const reference = goal.provider || (await defaultProvider(context, goal, order));
    // Ours until now, and another one: it is deleted at the end of the run.
    const retired = old !== undefined && old.external !== true && old.id !== id ? old : undefined;
    if (retired !== undefined) context.replaced.add(urn);
    const step = {
        op: retired === undefined ? "read" : "replace",
        urn,
        type: goal.type,
        name: goal.name,
        id,
        changedProperties: [],
        replaceProperties: [],
    } as const;
    deployment.addStep(order, step);
    const state = await deployment.operate(step, async () => {
        const found = await readState(context, registration, id, reference);
        await keep(context, found, old, retired !== undefined);
        return found;
    });
    deployment.redactor.learn(state.outputs ?? {});
    deployment.registered.set(urn, { goal, state, order, old });
    const response = new proto.ReadResourceResponse();
    return response.setUrn(urn).setProperties(toStruct(state.outputs ?? {}));
}

async function readState(
    context: Context,
    registration: Registration,
    id: string,
    provider: string,
): Promise<ResourceState> {
    const { goal, urn } = registration;
    const { inputs } = goal;
    const rest = { inputs, provider, external: true };
    if (isUnknown(id)) return baseState(registration, { ...rest, id, outputs: {} });
    if (isStackReference(goal.type)) {
        const outputs = await readStackReference(context, inputs, id);
        return baseState(registration, { ...rest, id, outputs });
    }
    const handler = await context.providers.get(provider);
    const found = await handler.read(urn, id, inputs, inputs);
    if (found.initErrors.length > 0) throw notReady(urn, found.initErrors);
    if (found.id === "") throw new Error(`resource '${id}' does not exist`);
    return baseState(registration, { ...rest, id: found.id, outputs: found.outputs });
}

/** Calls a function of a provider, or the engine's own `getResource`. */
export async function invoke(
    context: Context,
    request: proto.ResourceInvokeRequest,
): Promise<{ result: Properties; failures: CheckFailure[] }> {
    await context.transforms.applyToInvoke(request);
    const token = request.getTok();
    const args = flattenOutputs(fromStruct(request.getArgs()), new Set()) as Properties;
    if (token === "pulumi:pulumi:getResource") {
        return { result: getResource(context, args.urn ?? ""), failures: [] };
    }
    context.providers.refuseForeign(token);
    const asked = { type: token, version: request.getVersion() };
    const reference =
        request.getProvider() ||
        (await defaultProvider(context, asked, context.deployment.nextOrder()));
    const provider = await context.providers.get(reference);
    try {
        const { result, failures } = await provider.invoke(token, args, context.deployment.preview);
        context.deployment.redactor.learn(result);
        const messages = failures.map(({ property, reason }) =>
            new CheckFailure().setProperty(property).setReason(reason),
        );
        return { result, failures: messages };
    } catch (error) {
        if (isUnimplemented(error)) throw new Error(`${token} is not emulated`, { cause: error });
        throw error;
    }
}

function getResource(context: Context, urn: Json): Properties {
    const { registered, olds } = context.deployment;
    const found =
        typeof urn === "string" ? (registered.get(urn)?.state ?? olds.live.get(urn)) : undefined;
    if (found === undefined) throw new Error(`unknown resource ${JSON.stringify(urn)}`);
    return { urn: found.urn, id: found.id ?? "", state: found.outputs ?? {} };
}
