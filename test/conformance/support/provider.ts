import * as grpc from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { asServiceError, lostConnection, notReady } from "../../support/providerErrors";
import type { Values } from "./case";
import { secretMark, unmarked } from "./readable";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * The cloud and the provider (package "test") that both engines work on. Every type behaves alike:
 * - `name` forces a replacement, `place` one that deletes first, anything else is updated in place;
 * - `fail: "create"` (or another method) makes that call fail, "create lost" as if the connection were lost,
 *   "create unready" with a resource that stands but is not ready;
 * - `bad` is refused in check; `dflt` is filled in by check when it is missing (type test:index:Filled);
 * - `arn` is computed, `token` comes back as the secret output `key`;
 * - type test:index:Named gets a `name` of its own, random but for its seed;
 * - type test:index:Vague cannot tell what a difference means.
 * Ids are the resource's name and a count: "a-1", and "a-2" for what replaced it.
 */
export interface World {
    readonly port: number;
    /** What was asked for real, in order: "create a". */
    readonly calls: string[];
    /** What stands, by id; secrets as {secret: value}. */
    readonly standing: Map<string, Values>;
    close(): void;
}

interface Message {
    getUrn?: () => string;
}

function plain(struct: Struct | undefined): Values {
    return struct?.toJavaScript() ?? {};
}

function struct(values: Values): Struct {
    return Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);
}

function outputsOf(inputs: Values, arn: string): Values {
    const token = inputs.token === undefined ? {} : { key: secretMark("key-of-test") };
    return { ...inputs, ...token, arn };
}

/** Keys whose values differ; that a value became secret is no difference. */
function changed(olds: Values, news: Values): string[] {
    const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
    const text = (value: unknown): string | undefined => JSON.stringify(unmarked(value, false));
    return keys.filter((key) => text(olds[key]) !== text(news[key])).sort();
}

function lastOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

function typeOf(urn: string): string {
    return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function checked(urn: string, olds: Values, news: Values, seed: Uint8Array): Values {
    const type = typeOf(urn);
    if (type === "test:index:Filled" && news.dflt === undefined) return { ...news, dflt: "filled" };
    if (type === "test:index:Named" && news.name === undefined) {
        const random = Buffer.from(seed).toString("hex").slice(0, 7);
        return { ...news, name: olds.name ?? `${lastOf(urn)}-random${random}` };
    }
    return news;
}

/** Starts the provider on a free port of this machine. */
export async function startWorld(): Promise<World> {
    const calls: string[] = [];
    const standing = new Map<string, Values>();
    const made = new Map<string, number>();

    const newId = (urn: string): string => {
        const name = lastOf(urn);
        const count = (made.get(name) ?? 0) + 1;
        made.set(name, count);
        return `${name}-${count}`;
    };
    const begin = (method: string, urn: string, inputs: Values): void => {
        calls.push(`${method} ${lastOf(urn)}`);
        if (inputs.fail === method) throw new Error(`${method} was told to fail`);
        if (inputs.fail === `${method} lost`) throw lostConnection();
    };
    const keep = (id: string, inputs: Values): void => {
        standing.set(id, unmarked(inputs, true) as Values);
    };

    const unary =
        <Request extends Message, Response>(
            answer: (request: Request) => Response,
        ): grpc.handleUnaryCall<Request, Response> =>
        (call, respond) => {
            setImmediate(() => {
                try {
                    respond(null, answer(call.request));
                } catch (error) {
                    respond(asServiceError(error));
                }
            });
        };

    const server = new grpc.Server();
    server.addService(ResourceProviderService, {
        attach: unary(() => newEmpty()),
        cancel: unary(() => newEmpty()),
        getPluginInfo: unary(() => new PluginInfo().setVersion("1.0.0")),
        configure: unary(() =>
            new proto.ConfigureResponse()
                .setAcceptsecrets(true)
                .setAcceptresources(true)
                .setSupportspreview(true),
        ),
        checkConfig: unary((request: proto.CheckRequest) => {
            const response = new proto.CheckResponse().setInputs(request.getNews());
            if ("bad" in plain(request.getNews())) {
                response.addFailures(
                    new proto.CheckFailure().setProperty("bad").setReason("is not known"),
                );
            }
            return response;
        }),
        diffConfig: unary((request: proto.DiffRequest) => {
            const diffs = changed(plain(request.getOldInputs()), plain(request.getNews()));
            const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
            return new proto.DiffResponse()
                .setChanges(diffs.length === 0 ? DIFF_NONE : DIFF_SOME)
                .setDiffsList(diffs)
                .setReplacesList(diffs.filter((key) => key === "region"));
        }),
        check: unary((request: proto.CheckRequest) => {
            const news = plain(request.getNews());
            const seed = request.getRandomseed_asU8();
            const inputs = checked(request.getUrn(), plain(request.getOlds()), news, seed);
            const response = new proto.CheckResponse().setInputs(struct(inputs));
            for (const property of ["bad", "worse"].filter((key) => key in news)) {
                response.addFailures(
                    new proto.CheckFailure().setProperty(property).setReason("is not known"),
                );
            }
            return response;
        }),
        diff: unary((request: proto.DiffRequest) => {
            const { DIFF_NONE, DIFF_SOME, DIFF_UNKNOWN } = proto.DiffResponse.DiffChanges;
            if (typeOf(request.getUrn()) === "test:index:Vague") {
                return new proto.DiffResponse().setChanges(DIFF_UNKNOWN);
            }
            const diffs = changed(plain(request.getOldInputs()), plain(request.getNews())).filter(
                (key) => !request.getIgnorechangesList().includes(key),
            );
            return new proto.DiffResponse()
                .setChanges(diffs.length === 0 ? DIFF_NONE : DIFF_SOME)
                .setDiffsList(diffs)
                .setReplacesList(diffs.filter((key) => key === "name" || key === "place"))
                .setDeletebeforereplace(diffs.includes("place"));
        }),
        create: unary((request: proto.CreateRequest) => {
            const inputs = plain(request.getProperties());
            const response = new proto.CreateResponse();
            if (request.getPreview())
                return response.setProperties(struct(outputsOf(inputs, unknown)));
            begin("create", request.getUrn(), inputs);
            const id = newId(request.getUrn());
            keep(id, inputs);
            const outputs = outputsOf(inputs, `arn:${id}`);
            if (inputs.fail === "create unready") throw notReady(id, outputs);
            return response.setId(id).setProperties(struct(outputs));
        }),
        update: unary((request: proto.UpdateRequest) => {
            const inputs = plain(request.getNews());
            const outputs = outputsOf(inputs, `arn:${request.getId()}`);
            if (!request.getPreview()) {
                begin("update", request.getUrn(), inputs);
                keep(request.getId(), inputs);
                if (inputs.fail === "update unready") throw notReady(request.getId(), outputs);
            }
            return new proto.UpdateResponse().setProperties(struct(outputs));
        }),
        delete: unary((request: proto.DeleteRequest) => {
            begin("delete", request.getUrn(), plain(request.getOldInputs()));
            standing.delete(request.getId());
            return newEmpty();
        }),
        read: unary((request: proto.ReadRequest) => {
            const inputs = standing.get(request.getId());
            begin("read", request.getUrn(), inputs ?? {});
            if (inputs === undefined) return new proto.ReadResponse();
            const id = request.getId();
            return new proto.ReadResponse()
                .setId(id)
                .setInputs(struct(inputs))
                .setProperties(struct(outputsOf(inputs, `arn:${id}`)));
        }),
        invoke: unary((request: proto.InvokeRequest & Message) => {
            const args = plain(request.getArgs());
            const response = new proto.InvokeResponse();
            if (args.fail === true) throw new Error("invoke was told to fail");
            if ("bad" in args) {
                const failure = new proto.CheckFailure()
                    .setProperty("bad")
                    .setReason("is not known");
                return response.setFailuresList([failure]);
            }
            return response.setReturn(struct({ said: request.getTok(), ...args }));
        }),
    });
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
            if (error) reject(error);
            else resolve(bound);
        });
    });
    return {
        port,
        calls,
        standing,
        close: () => {
            server.forceShutdown();
        },
    };
}

/** The very Empty class the service definition serialises. */
function newEmpty(): unknown {
    const { delete: definition } = ResourceProviderService as unknown as {
        delete: { responseType: new () => unknown };
    };
    return new definition.responseType();
}
