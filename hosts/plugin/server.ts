import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
    ResourceProviderService,
    type IResourceProviderServer,
} from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { version } from "../package.json";
import { checkConfiguration, configurationFrom, identity, type Failure } from "./configuration";
import type { Difference } from "./diff";
import { connect, type Hosts, type Surroundings } from "./hosts";
import { schema } from "./schema";
import { Service } from "./service";
import { unmark, type Values } from "./values";

/**
 * The provider over its protocol. The SDK's own server (`provider.main`) hands on neither configuration nor
 * preview nor the inputs of a read, so that the protocol is answered here, with the SDK's messages.
 */
export function providerService(
    around: Surroundings,
    cancel: () => void,
): Partial<IResourceProviderServer> {
    let hosts: Hosts | undefined;
    const service = new Service(() => {
        if (hosts === undefined) throw new Error("gatehouse-hosts was not configured");
        return hosts;
    });
    return {
        handshake: answer(() => {
            const response = new pb.ProviderHandshakeResponse();
            response.setAcceptSecrets(true);
            return response;
        }),
        getPluginInfo: answer(() => new PluginInfo().setVersion(version)),
        getSchema: answer(() => new pb.GetSchemaResponse().setSchema(JSON.stringify(schema()))),
        attach: answer(() => new Empty()),
        cancel: answer(() => {
            cancel();
            return new Empty();
        }),
        checkConfig: answer((request) => {
            const { values } = unmark(valuesOf(request.getNews()));
            return new pb.CheckResponse()
                .setInputs(request.getNews())
                .setFailuresList(checkConfiguration(values).map(toFailure));
        }),
        diffConfig: answer((request) => {
            const olds = unmark(valuesOf(request.getOldInputs() ?? request.getOlds())).values;
            const news = unmark(valuesOf(request.getNews())).values;
            const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
            const changed = names.filter((name) => name !== "version" && olds[name] !== news[name]);
            return diffResponse(
                changed.map((property) => ({
                    property,
                    kind: "update",
                    replaces: identity.includes(property),
                })),
            );
        }),
        configure: answer((request) => {
            const { values } = unmark(valuesOf(request.getArgs()));
            hosts = connect(configurationFrom(values, around.environment), around);
            const response = new pb.ConfigureResponse();
            response.setAcceptsecrets(true);
            response.setSupportspreview(true);
            return response;
        }),
        check: answer((request) => {
            const type = typeOf(request.getUrn());
            const { inputs, failures } = service.check(type, valuesOf(request.getNews()));
            return new pb.CheckResponse()
                .setInputs(structOf(inputs))
                .setFailuresList(failures.map(toFailure));
        }),
        diff: answer((request) => {
            const olds = valuesOf(request.getOldInputs() ?? request.getOlds());
            const ignored = request.getIgnorechangesList();
            const type = typeOf(request.getUrn());
            return diffResponse(service.diff(type, olds, valuesOf(request.getNews()), ignored));
        }),
        create: answer(async (request) => {
            const type = typeOf(request.getUrn());
            const inputs = valuesOf(request.getProperties());
            const { id, outputs } = await service.create(type, inputs, request.getPreview());
            return new pb.CreateResponse().setId(id).setProperties(structOf(outputs));
        }),
        update: answer(async (request) => {
            const outputs = await service.update(
                typeOf(request.getUrn()),
                request.getId(),
                valuesOf(request.getOldInputs() ?? request.getOlds()),
                valuesOf(request.getNews()),
                request.getPreview(),
            );
            return new pb.UpdateResponse().setProperties(structOf(outputs));
        }),
        read: answer(async (request) => {
            const id = request.getId();
            const inputs = valuesOf(request.getInputs());
            const found = await service.read(typeOf(request.getUrn()), id, inputs);
            if (found === undefined) return new pb.ReadResponse();
            return new pb.ReadResponse()
                .setId(id)
                .setInputs(structOf(found.inputs))
                .setProperties(structOf(found.outputs));
        }),
        delete: answer(async (request) => {
            const inputs = valuesOf(request.getOldInputs() ?? request.getProperties());
            await service.delete(typeOf(request.getUrn()), request.getId(), inputs);
            return new Empty();
        }),
    };
}

/** Serves on a port of this machine that the system chooses. */
export async function listen(service: Partial<IResourceProviderServer>) {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
    server.addService(ResourceProviderService, service as IResourceProviderServer);
    const port = await new Promise<number>((resolve, reject) => {
        const credentials = grpc.ServerCredentials.createInsecure();
        server.bindAsync("127.0.0.1:0", credentials, (error, bound) => {
            if (error === null) resolve(bound);
            else reject(error);
        });
    });
    return { server, port };
}

/** `urn:pulumi:stack::project::parent$type::name` -> `type`. */
function typeOf(urn: string): string {
    return (urn.split("::")[2] ?? "").split("$").pop() ?? "";
}

function valuesOf(struct: Struct | undefined): Values {
    return struct?.toJavaScript() ?? {};
}

function structOf(values: Values): Struct {
    return Struct.fromJavaScript(values);
}

function toFailure({ property, reason }: Failure): pb.CheckFailure {
    return new pb.CheckFailure().setProperty(property).setReason(reason);
}

function diffResponse(found: readonly Difference[]): pb.DiffResponse {
    const { Kind } = pb.PropertyDiff;
    const kinds = {
        add: [Kind.ADD, Kind.ADD_REPLACE],
        delete: [Kind.DELETE, Kind.DELETE_REPLACE],
        update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
    } as const;
    const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
    const response = new pb.DiffResponse()
        .setChanges(found.length > 0 ? DIFF_SOME : DIFF_NONE)
        .setDiffsList([...new Set(found.map(({ property }) => property.split(/[.[]/)[0] ?? ""))])
        .setReplacesList(found.filter(({ replaces }) => replaces).map(({ property }) => property))
        .setHasdetaileddiff(true);
    for (const { property, kind, replaces } of found) {
        const one = new pb.PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true);
        response.getDetaileddiffMap().set(property, one);
    }
    return response;
}

/** A handler from a function: what it throws becomes the call's status, in words only. */
function answer<Request, Response>(
    run: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
        Promise.resolve()
            .then(() => run(call.request))
            .then(
                (response) => callback(null, response),
                (error: unknown) => {
                    const details = error instanceof Error ? error.message : String(error);
                    callback({ code: grpc.status.UNKNOWN, details });
                },
            );
    };
}
