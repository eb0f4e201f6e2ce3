import * as grpc from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { asServiceError, lostConnection, notReady } from "./providerErrors";

type Values = Record<string, unknown>;

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** One call the provider got, in order. */
export interface ProviderCall {
    readonly method: string;
    readonly name: string;
}

/**
 * A provider of package "test" for tests of the engine. Every type behaves alike: `name` forces a
 * replacement, `place` one that deletes first, `size` is updated in place, `fail: "create"` (or another
 * method) makes that call fail, "create lost" as if the connection were lost, "create unready" with a
 * resource that stands but is not ready, `hold: "check"` is never answered, `token` comes back as the secret output `key`; `arn` is computed.
 */
export interface TestProvider {
    readonly address: string;
    readonly calls: ProviderCall[];
    /** What stands, by id. */
    readonly standing: Map<string, Values>;
    /** Seconds it was given, by call: "create a". */
    readonly timeouts: Map<string, number>;
    /** What Configure was told, in order. */
    readonly configurations: Values[];
    close(): void;
}

/** The call stays as it is: the client waits. */
class NoAnswer extends Error {}

function plain(struct: Struct | undefined): Values {
    return struct?.toJavaScript() ?? {};
}

function struct(values: Values): Struct {
    return Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);
}

const secretMark = {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
};

function outputsOf(inputs: Values, arn: string): Values {
    const token =
        inputs.token === undefined ? {} : { key: { ...secretMark, value: "key-of-test" } };
    return { ...inputs, ...token, arn };
}

function changed(olds: Values, news: Values): string[] {
    const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
    return keys.filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key])).sort();
}

/** Starts the provider on a free port of this machine. */
export async function startTestProvider(acceptSecrets = true): Promise<TestProvider> {
    const calls: ProviderCall[] = [];
    const standing = new Map<string, Values>();
    const timeouts = new Map<string, number>();
    const configurations: Values[] = [];
    let made = 0;

    const refuse = (method: string, inputs: Values): void => {
        if (inputs.fail === method) throw new Error(`${method} was told to fail`);
        if (inputs.fail === `${method} lost`) throw lostConnection();
    };
    const unary =
        <
            Request extends { getUrn?: () => string | undefined; getTimeout?: () => number },
            Response,
        >(
            method: string,
            answer: (request: Request) => Response,
        ): grpc.handleUnaryCall<Request, Response> =>
        (call, respond) => {
            const urn = call.request.getUrn?.() ?? "";
            const name = urn.slice(urn.lastIndexOf("::") + 2);
            calls.push({ method, name });
            timeouts.set(`${method} ${name}`, call.request.getTimeout?.() ?? 0);
            setImmediate(() => {
                try {
                    respond(null, answer(call.request));
                } catch (error) {
                    if (!(error instanceof NoAnswer)) respond(asServiceError(error));
                }
            });
        };

    const server = new grpc.Server();
    server.addService(ResourceProviderService, {
        // Asked by the real CLI alone.
        attach: unary("attach", emptyResponse),
        getPluginInfo: unary("getPluginInfo", () => new PluginInfo().setVersion("1.0.0")),
        configure: unary("configure", (request: proto.ConfigureRequest) => {
            const variables = [...request.getVariablesMap().entries()] as [string, string][];
            const named = variables.map(([key, value]) => [key.replace("test:config:", ""), value]);
            configurations.push(Object.fromEntries(named) as Values);
            return new proto.ConfigureResponse()
                .setAcceptsecrets(acceptSecrets)
                .setAcceptresources(true)
                .setSupportspreview(true);
        }),
        diffConfig: unary("diffConfig", (request: proto.DiffRequest) => {
            const diffs = changed(plain(request.getOldInputs()), plain(request.getNews()));
            const replaces = diffs.filter((key) => key === "region");
            return new proto.DiffResponse().setDiffsList(diffs).setReplacesList(replaces);
        }),
        check: unary("check", (request: proto.CheckRequest) => {
            const news = plain(request.getNews());
            if (news.hold === "check") throw new NoAnswer();
            const response = new proto.CheckResponse().setInputs(struct(news));
            for (const property of ["bad", "worse"].filter((key) => key in news)) {
                response.addFailures(
                    new proto.CheckFailure().setProperty(property).setReason("is not known"),
                );
            }
            return response;
        }),
        diff: unary("diff", (request: proto.DiffRequest) => {
            const diffs = changed(plain(request.getOldInputs()), plain(request.getNews()));
            const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
            return new proto.DiffResponse()
                .setChanges(diffs.length === 0 ? DIFF_NONE : DIFF_SOME)
                .setDiffsList(diffs)
                .setReplacesList(diffs.filter((key) => key === "name" || key === "place"))
                .setDeletebeforereplace(diffs.includes("place"));
        }),
        create: unary("create", (request: proto.CreateRequest) => {
            const inputs = plain(request.getProperties());
            if (request.getPreview()) {
                return new proto.CreateResponse().setProperties(struct(outputsOf(inputs, unknown)));
            }
            refuse("create", inputs);
            made += 1;
            const id = `id-${made}`;
            standing.set(id, inputs);
            if (inputs.fail === "create unready")
                throw notReady(id, outputsOf(inputs, `arn:${id}`));
            return new proto.CreateResponse()
                .setId(id)
                .setProperties(struct(outputsOf(inputs, `arn:${id}`)));
        }),
        update: unary("update", (request: proto.UpdateRequest) => {
            const inputs = plain(request.getNews());
            if (!request.getPreview()) {
                refuse("update", inputs);
                standing.set(request.getId(), inputs);
            }
            const properties = struct(outputsOf(inputs, `arn:${request.getId()}`));
            return new proto.UpdateResponse().setProperties(properties);
        }),
        delete: unary("delete", (request: proto.DeleteRequest) => {
            refuse("delete", plain(request.getOldInputs()));
            standing.delete(request.getId());
            return emptyResponse();
        }),
        read: unary("read", (request: proto.ReadRequest) => {
            const inputs = standing.get(request.getId());
            if (inputs === undefined) return new proto.ReadResponse();
            const id = request.getId();
            return new proto.ReadResponse()
                .setId(id)
                .setInputs(struct(inputs))
                .setProperties(struct(outputsOf(inputs, `arn:${id}`)));
        }),
        call: unary("call", (request: proto.CallRequest & { getUrn?: () => string }) => {
            const told = configurations.at(-1) ?? {};
            return new proto.CallResponse().setReturn(
                struct({ said: request.getTok(), result: told }),
            );
        }),
        invoke: unary("invoke", (request: proto.InvokeRequest & { getUrn?: () => string }) =>
            new proto.InvokeResponse().setReturn(
                struct({ said: request.getTok(), ...plain(request.getArgs()) }),
            ),
        ),
    });
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
            if (error) reject(error);
            else resolve(bound);
        });
    });
    return {
        address: `127.0.0.1:${port}`,
        calls,
        standing,
        timeouts,
        configurations,
        close: () => {
            server.forceShutdown();
        },
    };
}

/** The very Empty class the service definition serialises. */
function emptyResponse(): unknown {
    const { delete: definition } = ResourceProviderService as unknown as {
        delete: { responseType: new () => unknown };
    };
    return new definition.responseType();
}
