import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import { analyze } from "./analyze";
import type { Context } from "./context";
import { noTimeouts, type Goal } from "./goal";
import { notReady } from "./initFailure";
import { defaultProvider } from "./providerResources";
import { baseState, keep, type Registration } from "./register";
import { isUnimplemented } from "./rpc";
import { isStackReference, readStackReference } from "./stackReference";
import type { ResourceState } from "./state";
import { fromStruct, toStruct } from "./struct";
import { makeUrn } from "./urn";
import { flattenOutputs, type Json, type Properties } from "./wire";

function goalOfRead(request: proto.ReadResourceRequest): Goal {
    return {
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: true,
        inputs: flattenOutputs(fromStruct(request.getProperties()), new Set()) as Properties,
        dependencies: request.getDependenciesList(),
        propertyDependencies: {},
        provider: request.getProvider(),
        version: request.getVersion(),
        protect: undefined,
        retainOnDelete: undefined,
        deleteBeforeReplace: undefined,
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        aliases: [],
        importId: "",
        timeouts: noTimeouts,
        deletedWith: "",
        hideDiff: [],
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
    const urn = makeUrn(
        deployment.options.stack,
        deployment.project,
        goal.parent,
        goal.type,
        goal.name,
    );
    if (context.taken.has(urn)) throw new Error(`Duplicate resource URN '${urn}'`);
    context.taken.add(urn);
    const old = deployment.olds.live.get(urn);
    if (old !== undefined) deployment.seen.add(old);
    const order = deployment.nextOrder();
    const registration: Registration = { order, urn, goal, old, aliases: [] };
    const step = {
        op: "read",
        urn,
        type: goal.type,
        name: goal.name,
        id,
        changedProperties: [],
        replaceProperties: [],
    } as const;
    deployment.addStep(order, step);
    // Before the operation takes its place: registering a default provider needs a place of its own.
    const reference = isStackReference(goal.type)
        ? ""
        : goal.provider || (await defaultProvider(context, goal, order));
    const state = await deployment.operate(step, async () => {
        const found = await readState(context, registration, id, reference);
        await analyze(context, registration, found.inputs ?? {}, found.provider);
        await keep(context, found, old);
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
    reference: string,
): Promise<ResourceState> {
    const { goal, urn } = registration;
    if (isStackReference(goal.type)) {
        const outputs = await readStackReference(context, goal.inputs, id);
        return baseState(registration, { id, inputs: goal.inputs, outputs, external: true });
    }
    const provider = await context.providers.get(reference);
    const found = await provider.read(urn, id, {}, goal.inputs);
    if (found.initErrors.length > 0) throw notReady(urn, found.initErrors);
    if (found.id === "") throw new Error(`resource '${id}' does not exist`);
    return baseState(registration, {
        id: found.id,
        inputs: found.inputs,
        outputs: found.outputs,
        provider: reference,
        external: true,
    });
}

/** Calls a function of a provider, or the engine's own `getResource`. */
export async function invoke(
    context: Context,
    request: proto.ResourceInvokeRequest,
): Promise<{ result: Properties; failures: CheckFailure[] }> {
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
