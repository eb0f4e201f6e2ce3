import * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Context } from "./context";
import { constructRequest } from "./constructRequest";
import { defaultProvider } from "./defaultProviders";
import { emptyGoal, goalOf } from "./goal";
import { inherit } from "./identity";
import { register, Stopped } from "./register";
import { errorText, unary } from "./rpc";
import { fromStruct, toStruct } from "./struct";
import { isProvider, packageOf } from "./urn";
import { dependenciesIn, flattenOutputs, isObject, type Properties } from "./wire";

/** A provider as Construct and Call need it. */
export interface Packaged {
    readonly client: ResourceProviderClient;
    /** False: its configuration is not known in this preview. */
    readonly known: boolean;
    readonly acceptsOutputs: boolean;
}

/** Construct takes as long as everything in it: it has no limit of its own. */
const unlimited: grpc.CallOptions = {
    interceptors: [(options, next) => new grpc.InterceptingCall(next(options))],
};

/**
 * Has a plugin construct a packaged component (`remote`). What is in it, the component itself too, the
 * plugin registers at this same engine.
 */
export async function construct(
    context: Context,
    request: proto.RegisterResourceRequest,
): Promise<proto.RegisterResourceResponse> {
    const { deployment, providers } = context;
    const told = goalOf(request);
    const goal = inherit(context, { ...told, custom: false });
    const reference =
        told.provider ||
        (told.providers[packageOf(told.type)] ?? "") ||
        inherit(context, { ...told, custom: true }).provider ||
        (await defaultProvider(context, told, deployment.nextOrder()));
    const plugin = (await providers.get(reference)).packaged;
    if (!plugin.known) {
        const { type, name, parent } = goal;
        const bare = { ...emptyGoal, type, name, parent, custom: false };
        const { urn } = await register(context, bare, deployment.nextOrder());
        return answer(urn, {}, new Map());
    }
    const wanted = constructRequest(context, request, goal);
    wanted.setInputs(toStruct(forPlugin(fromStruct(request.getObject()), plugin)));
    const made = await unary<provider.ConstructResponse>((done) =>
        plugin.client.construct(wanted, new grpc.Metadata(), unlimited, done),
    ).catch((error: unknown) => {
        // What failed inside was told when it failed.
        if (deployment.ending) throw new Stopped();
        throw new Error(`${goal.type} resource '${goal.name}' has a problem: ${errorText(error)}`);
    });
    const dependencies = new Map<string, readonly string[]>();
    for (const [key, list] of made.getStatedependenciesMap().entries()) {
        dependencies.set(key, (list as { getUrnsList(): string[] }).getUrnsList());
    }
    return answer(made.getUrn(), fromStruct(made.getState()), dependencies);
}

function answer(
    urn: string,
    outputs: Properties,
    told: ReadonlyMap<string, readonly string[]>,
): proto.RegisterResourceResponse {
    const response = new proto.RegisterResourceResponse()
        .setUrn(urn)
        .setResult(proto.Result.SUCCESS)
        .setObject(toStruct(flattenOutputs(outputs, new Set()) as Properties));
    for (const [key, value] of Object.entries(outputs)) {
        const urns = new Set([...(told.get(key) ?? []), ...dependenciesIn(value)]);
        const list = new proto.RegisterResourceResponse.PropertyDependencies();
        response.getPropertydependenciesMap().set(key, list.setUrnsList([...urns]));
    }
    return response;
}

function forPlugin(properties: Properties, { acceptsOutputs }: Packaged): Properties {
    return acceptsOutputs ? properties : (flattenOutputs(properties, new Set()) as Properties);
}

/**
 * Calls a method of a packaged component.
 * @throws Error, which ends the run, when the method fails.
 */
export async function call(
    context: Context,
    request: proto.ResourceCallRequest,
): Promise<provider.CallResponse> {
    const { deployment } = context;
    const token = request.getTok();
    const args = fromStruct(request.getArgs());
    const asked = { type: token, version: request.getVersion() };
    const reference =
        request.getProvider() ||
        selfProvider(context, args) ||
        (await defaultProvider(context, asked, deployment.nextOrder()));
    const plugin = (await context.providers.get(reference)).packaged;
    if (!plugin.known) return new provider.CallResponse();
    const wanted = new provider.CallRequest()
        .setTok(token)
        .setArgs(toStruct(forPlugin(args, plugin)))
        .setProject(deployment.project)
        .setStack(deployment.options.stack)
        .setOrganization(deployment.options.organization ?? "organization")
        .setConfigsecretkeysList([...context.secretKeys])
        .setDryrun(deployment.preview)
        .setParallel(deployment.options.parallel ?? 16)
        .setMonitorendpoint(context.providers.engineAddress)
        .setAcceptsOutputValues(true);
    for (const [key, value] of Object.entries(context.config)) {
        wanted.getConfigMap().set(key, value);
    }
    const told = request.getArgdependenciesMap();
    for (const [key, value] of Object.entries(args)) {
        const urns = new Set([...(told.get(key)?.getUrnsList() ?? []), ...dependenciesIn(value)]);
        const list = new provider.CallRequest.ArgumentDependencies();
        wanted.getArgdependenciesMap().set(key, list.setUrnsList([...urns]));
    }
    const response = await unary<provider.CallResponse>((done) =>
        plugin.client.call(wanted, new grpc.Metadata(), unlimited, done),
    ).catch((error: unknown) => {
        throw new Error(`call to function '${token}' failed: ${errorText(error)}`);
    });
    const returned = fromStruct(response.getReturn());
    for (const [key, value] of Object.entries(returned)) {
        const before = response.getReturndependenciesMap().get(key)?.getUrnsList() ?? [];
        const list = new provider.CallResponse.ReturnDependencies();
        list.setUrnsList([...new Set([...before, ...dependenciesIn(value)])]);
        response.getReturndependenciesMap().set(key, list);
    }
    return response.setReturn(toStruct(flattenOutputs(returned, new Set()) as Properties));
}

/** A method is carried out by the provider of the resource it is a method of; a provider's by itself. */
function selfProvider(context: Context, args: Properties): string {
    const self = args.__self__;
    const urn = isObject(self) && typeof self.urn === "string" ? self.urn : "";
    const registered = context.deployment.registered.get(urn);
    if (registered === undefined) return "";
    const { goal, state } = registered;
    return isProvider(goal.type) ? `${urn}::${state.id ?? ""}` : goal.provider;
}
