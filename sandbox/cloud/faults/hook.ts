import * as grpc from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { setTimeout as sleep } from "node:timers/promises";
import { asked, CallFailure, reply, urnType } from "../unary";
import type { FaultsConfiguration, Operation } from "./configuration";
import { Dice, type Call } from "./dice";
import { perform, type World } from "./providerLayer";

/** Reads after which a provider stops looking for what it has made: NotFoundChecks of their SDK. */
const patience = 20;

/** A resource that stands, as the engine is to hear of it. */
interface Made {
    readonly id: string;
    readonly properties: Struct | undefined;
    readonly inputs: Struct | undefined;
}

/** The faults of one cloud, whatever port a call comes by. */
export class Faults {
    readonly #dice: Dice;
    readonly #world: World;
    /** Reads that new resources are still invisible for. */
    readonly #hidden = new Map<string, number>();

    constructor(configuration: FaultsConfiguration, dir: string, crash: () => void) {
        this.#dice = new Dice(configuration, dir);
        const wait = async (seconds: number) => {
            await sleep(seconds * configuration.secondMs);
        };
        this.#world = { wait, crash };
    }

    /** The same service under these faults. */
    around(service: Partial<IResourceProviderServer>): Partial<IResourceProviderServer> {
        const { create, update, delete: remove, read, invoke } = service;
        if (!create || !update || !remove || !read || !invoke) return service;
        return {
            ...service,
            create: this.#hit("create", create, (request: pb.CreateRequest, response) => ({
                id: response.getId(),
                properties: response.getProperties(),
                inputs: request.getProperties(),
            })),
            update: this.#hit("update", update, (request: pb.UpdateRequest, response) => ({
                id: request.getId(),
                properties: response.getProperties(),
                inputs: request.getNews(),
            })),
            delete: this.#hit("delete", remove),
            read: this.#visible(this.#hit("read", read)),
            invoke: this.#hit("invoke", invoke),
        };
    }

    #hit<Request extends Asking, Response>(
        operation: Operation,
        handler: grpc.handleUnaryCall<Request, Response>,
        made?: (request: Request, response: Response) => Made,
    ): grpc.handleUnaryCall<Request, Response> {
        return (grpcCall, callback) => {
            const { request } = grpcCall;
            // A preview of a provider asks no service.
            if (request.getPreview?.() === true && operation !== "invoke") {
                handler(grpcCall, callback);
                return;
            }
            const about = request.getUrn?.() ?? request.getTok?.() ?? "";
            const call = this.#dice.call(operation, request.getTok?.() ?? urnType(about), about);
            const answer = async (): Promise<Response> => {
                const service = () => asked(handler, grpcCall);
                const response = await perform(call, service, this.#dice, this.#world);
                if (made !== undefined) await this.#settle(call, made(request, response));
                return response;
            };
            reply(answer(), callback);
        };
    }

    /** What may happen to a resource once it stands. */
    async #settle(call: Call, made: Made): Promise<void> {
        const slow = this.#dice.cast(["slow"], call, 1);
        if (slow !== undefined) {
            const key = `${call.about} ${made.id}`;
            for (let read = 1; read <= slow.reads; read++) {
                if (read > patience) {
                    this.#hidden.set(key, slow.reads - patience);
                    const reason = `it was created, but is not to be seen after ${patience} reads`;
                    throw initFailed(made, `${reason} (emulated fault)`);
                }
                await this.#world.wait(1);
            }
        }
        const partial = this.#dice.cast(["partial"], call, 1);
        if (partial === undefined) return;
        const verb = call.operation === "create" ? "created" : "updated";
        throw initFailed(made, `it was ${verb}, but its setting up failed (emulated fault)`);
    }

    /** Of a resource that is not visible yet the service says that there is none. */
    #visible(
        handler: grpc.handleUnaryCall<pb.ReadRequest, pb.ReadResponse>,
    ): grpc.handleUnaryCall<pb.ReadRequest, pb.ReadResponse> {
        return (call, callback) => {
            const key = `${call.request.getUrn()} ${call.request.getId()}`;
            const left = this.#hidden.get(key) ?? 0;
            if (left === 0) {
                handler(call, callback);
                return;
            }
            this.#hidden.set(key, left - 1);
            callback(null, new pb.ReadResponse());
        };
    }
}

/** What the requests of the operations have in common. */
interface Asking {
    getUrn?(): string;
    getTok?(): string;
    getPreview?(): boolean;
}

/** "It stands, but": in the shape in which engines look for it. */
function initFailed(made: Made, reason: string): CallFailure {
    const detail = new pb.ErrorResourceInitFailed()
        .setId(made.id)
        .setProperties(made.properties)
        .setInputs(made.inputs)
        .setReasonsList([reason]);
    const any = new Any();
    any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const whole = new Status()
        .setCode(grpc.status.UNKNOWN)
        .setMessage(reason)
        .setDetailsList([any]);
    const metadata = new grpc.Metadata();
    metadata.set("grpc-status-details-bin", Buffer.from(whole.serializeBinary()));
    return new CallFailure(grpc.status.UNKNOWN, reason, metadata);
}
