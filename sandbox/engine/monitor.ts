import * as grpc from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engineProto from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { withHashes } from "./assets";
import type { Context } from "./context";
import { equal } from "./diff";
import { goalOf } from "./goal";
import { call, construct } from "./packaged";
import { invoke, readResource } from "./reads";
import { register, Stopped } from "./register";
import { errorText, serve } from "./rpc";
import type { ResourceState } from "./state";
import { fromStruct, toStruct } from "./struct";
import { stackType } from "./urn";
import { flattenOutputs, isUnknown, type Properties } from "./wire";

/** What this engine does; every other feature is answered with "no", and the SDK then says so. */
const features = new Set([
    "secrets",
    "resourceReferences",
    "outputValues",
    "deletedWith",
    "replaceWith",
    "replacementTrigger",
    "aliasSpecs",
    "transforms",
    "invokeTransforms",
]);

/** The server a program talks to: ResourceMonitor and Engine on one port. */
export interface Monitor {
    readonly address: string;
    /** Resolves when the program has said that it is done (SignalAndWaitForShutdown). */
    readonly programDone: Promise<void>;
    /** Lets the waiting program go. */
    release(): void;
    close(): void;
}

/** Starts the server. The context is looked up per call: packs need the address before it exists. */
export async function startMonitor(current: () => Context): Promise<Monitor> {
    let done = (): void => undefined;
    let release = (): void => undefined;
    const programDone = new Promise<void>((resolve) => (done = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const shutdown = async (_: unknown, respond: Respond): Promise<void> => {
        done();
        await released;
        respond(null, newResponse("signalAndWaitForShutdown"));
    };
    const server = await serve([
        [
            ResourceMonitorService,
            { ...monitorMethods(current), signalAndWaitForShutdown: handler(shutdown) },
        ],
        [EngineService, engineMethods(current)],
    ]);
    return { address: server.address, programDone, release, close: server.close };
}

type Respond = grpc.sendUnaryData<unknown>;

/** Answers a rejected handler with the text of its error. */
function handler(
    method: (request: never, respond: Respond) => Promise<void>,
): grpc.UntypedHandleCall {
    const unary: grpc.handleUnaryCall<never, unknown> = (call, respond) => {
        method(call.request, respond).catch((error: unknown) => {
            respond({ code: grpc.status.UNKNOWN, details: errorText(error) });
        });
    };
    return unary as grpc.UntypedHandleCall;
}

const unavailable = { code: grpc.status.UNAVAILABLE, details: "resource monitor shut down" };

/** Message classes are taken from the service: their names differ between SDK versions. */
function newResponse(method: string): never {
    const definitions = ResourceMonitorService as unknown as Record<
        string,
        { responseType: new () => never }
    >;
    const definition = definitions[method];
    if (definition === undefined) throw new Error(`unknown method ${method}`);
    return new definition.responseType();
}

function monitorMethods(current: () => Context): grpc.UntypedServiceImplementation {
    /** A failure ends the run: this call and all later ones are answered "unavailable". */
    const guarded = <Request>(
        method: (context: Context, request: Request) => Promise<unknown>,
        blame: (request: Request) => string,
    ): grpc.UntypedHandleCall =>
        handler(async (request: Request, respond) => {
            const context = current();
            const { deployment } = context;
            const ended = (): boolean => deployment.ending;
            if (ended()) {
                respond(unavailable);
                return;
            }
            try {
                const response = await deployment.answer(() => method(context, request));
                if (ended()) respond(unavailable);
                else respond(null, response);
            } catch (error) {
                if (!(error instanceof Stopped))
                    deployment.refuse(errorText(error), blame(request));
                respond(unavailable);
            }
        });
    return {
        supportsFeature: handler(async (request: proto.SupportsFeatureRequest, respond) => {
            const response = new proto.SupportsFeatureResponse();
            respond(null, response.setHassupport(features.has(request.getId())));
            return Promise.resolve();
        }),
        registerResource: guarded(registerResource, (request) => request.getName()),
        registerResourceOutputs: guarded(registerOutputs, (request) => request.getUrn()),
        readResource: guarded(readResource, (request) => request.getName()),
        call: guarded(call, (request) => request.getTok()),
        registerStackTransform: handler(async (callback: Callback, respond) => {
            current().transforms.addToStack(callback);
            respond(null, newResponse("registerStackTransform"));
            return Promise.resolve();
        }),
        registerStackInvokeTransform: handler(async (callback: Callback, respond) => {
            current().transforms.addToInvokes(callback);
            respond(null, newResponse("registerStackInvokeTransform"));
            return Promise.resolve();
        }),
        // A failing invoke is the program's to handle.
        invoke: handler(async (request: proto.ResourceInvokeRequest, respond) => {
            const context = current();
            const { result, failures } = await context.deployment.answer(() =>
                invoke(context, request),
            );
            const response: {
                setReturn: (value: unknown) => unknown;
                setFailuresList: (value: unknown[]) => unknown;
            } = newResponse("invoke");
            response.setReturn(toStruct(result));
            response.setFailuresList(failures);
            respond(null, response);
        }),
    };
}

async function registerResource(
    context: Context,
    request: proto.RegisterResourceRequest,
): Promise<proto.RegisterResourceResponse> {
    if (request.getPackageref() !== "") {
        throw new Error(
            `${request.getType()}: the embedded engine knows no parameterized packages`,
        );
    }
    const own = await context.transforms.apply(request);
    if (request.getRemote()) {
        const response = await construct(context, request);
        context.transforms.remember(response.getUrn(), own);
        return response;
    }
    const order = context.deployment.nextOrder();
    const state = await register(context, goalOf(request), order);
    context.transforms.remember(state.urn, own);
    const response = new proto.RegisterResourceResponse()
        .setUrn(state.urn)
        .setId(isUnknown(state.id ?? "") ? "" : (state.id ?? ""))
        .setResult(proto.Result.SUCCESS);
    // Components get no object back: their outputs are the program's own.
    if (state.custom) response.setObject(toStruct(state.outputs ?? {}));
    return response;
}

async function registerOutputs(
    context: Context,
    request: proto.RegisterResourceOutputsRequest,
): Promise<unknown> {
    const urn = request.getUrn();
    const { deployment } = context;
    const registered = deployment.registered.get(urn);
    if (registered === undefined) throw new Error(`${urn} was not registered`);
    const told = flattenOutputs(fromStruct(request.getOutputs()), new Set()) as Properties;
    const outputs = withHashes(told, deployment.options.projectDir);
    deployment.redactor.learn(outputs);
    const before: ResourceState = registered.state;
    registered.state = { ...before, outputs };
    // The stack's are written at the end: on failure the old ones stay beside them.
    const resource = context.handles.get(urn);
    if (resource !== undefined && before.type !== stackType) {
        if (!equal(resource.outputs ?? {}, outputs)) {
            await deployment.store.record({ kind: "outputs", resource, outputs });
        }
    }
    return newEmpty();
}

function newEmpty(): never {
    return newResponse("registerResourceOutputs");
}

function engineMethods(current: () => Context): grpc.UntypedServiceImplementation {
    let root = "";
    const severities = ["debug", "info", "warning", "error"] as const;
    return {
        log: handler(async (request: engineProto.LogRequest, respond) => {
            const { deployment } = current();
            const severity = severities[request.getSeverity()];
            // The SDK's own bookkeeping; it holds values in clear.
            if (severity === "debug") {
                respond(null, newEmpty());
                return Promise.resolve();
            }
            const message = request.getMessage();
            const urn = request.getUrn();
            // The SDK complains that its channel went away when a failed run is being ended.
            const echo = deployment.failed && /shut ?down|terminating/i.test(message);
            if (!echo) deployment.hear({ severity, message, ...(urn === "" ? {} : { urn }) });
            if (severity === "error" && !echo) deployment.stop();
            respond(null, newEmpty());
            return Promise.resolve();
        }),
        setRootResource: handler(async (request: engineProto.SetRootResourceRequest, respond) => {
            root = request.getUrn();
            respond(null, new engineProto.SetRootResourceResponse());
            return Promise.resolve();
        }),
        getRootResource: handler(async (_: unknown, respond) => {
            respond(null, new engineProto.GetRootResourceResponse().setUrn(root));
            return Promise.resolve();
        }),
    };
}
