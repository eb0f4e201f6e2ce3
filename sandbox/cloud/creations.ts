import type * as grpc from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import type { CloudStore } from "./store/store";
import { asked, CallFailure, reply } from "./unary";
import { toStruct } from "./wire";

type Service = Partial<IResourceProviderServer>;
type Call<Request, Response> = grpc.ServerUnaryCall<Request, Response>;

/**
 * Answers the question that a killed engine or plugin leaves behind: was it made? A creation is in doubt from
 * the moment it stands until an engine that got the answer, or named the id, ends in order.
 * While it is in doubt
 *
 * - a repeated Create of the same URN gets what stands (brought up to its inputs) in place of a conflict;
 * - a Read of the URN with an empty id finds it.
 *
 * Another URN that creates the same thing is refused as ever, and so is the same URN once its answer was
 * received. Real providers have no such memory: there, whoever was killed looks and imports by hand.
 */
export class Creations {
    /** Whose answer went out on a connection that stood, or whose id was named, since the start. */
    readonly #known = new Set<string>();

    constructor(private readonly store: CloudStore) {}

    /** The engine ended in order: it keeps what it was told, and what it spoke of. */
    settle(): void {
        const settled = [...this.#known].filter((urn) => this.store.inDoubt(urn) !== undefined);
        if (settled.length > 0) this.store.write({ settled });
    }

    around(service: Service): Service {
        const { create, read, diff, update, delete: remove } = service;
        if (!create || !read || !diff || !update || !remove) return service;
        const inner = { create, read, diff, update };
        return {
            ...service,
            create: (call, callback) => {
                reply(this.#create(call, inner), callback);
            },
            read: (call, callback) => {
                const found =
                    call.request.getId() === "" ? this.#made(call.request.getUrn()) : undefined;
                if (found === undefined) this.#confirm(call.request);
                else call.request.setId(found.id);
                read(call, callback);
            },
            diff: this.#confirming(diff),
            update: this.#confirming(update),
            delete: this.#confirming(remove),
        };
    }

    /** What stands of a creation of which nobody may know. */
    #made(urn: string) {
        return this.#known.has(urn) ? undefined : this.store.inDoubt(urn);
    }

    async #create(
        call: Call<pb.CreateRequest, pb.CreateResponse>,
        service: Required<Pick<IResourceProviderServer, "create" | "read" | "diff" | "update">>,
    ): Promise<pb.CreateResponse> {
        const { request } = call;
        const urn = request.getUrn();
        if (request.getPreview()) return asked(service.create, call);
        try {
            const response =
                (await this.#taken(call, service)) ?? (await asked(service.create, call));
            this.#known.add(urn);
            return response;
        } catch (error) {
            // "It stands, but is not ready": the engine knows it by this answer.
            const details =
                error instanceof CallFailure ? error.metadata.get("grpc-status-details-bin") : [];
            if (details.length > 0) this.#known.add(urn);
            throw error;
        }
    }

    /** What stands already, brought up to the inputs; undefined when it has to be made after all. */
    async #taken(
        call: Call<pb.CreateRequest, pb.CreateResponse>,
        service: Required<Pick<IResourceProviderServer, "read" | "diff" | "update">>,
    ): Promise<pb.CreateResponse | undefined> {
        const { request } = call;
        const urn = request.getUrn();
        const found = this.#made(urn);
        if (found === undefined) return undefined;
        const { id } = found;
        const olds = toStruct(found.inputs);
        const difference = await asked(
            service.diff,
            about(
                call,
                new pb.DiffRequest()
                    .setUrn(urn)
                    .setId(id)
                    .setOldInputs(olds)
                    .setOlds(toStruct(found.outputs))
                    .setNews(request.getProperties()),
            ),
        );
        if (difference.getReplacesList().length > 0) return undefined;
        const changed = difference.getChanges() !== pb.DiffResponse.DiffChanges.DIFF_NONE;
        const answer = changed
            ? await asked(
                  service.update,
                  about(
                      call,
                      new pb.UpdateRequest()
                          .setUrn(urn)
                          .setId(id)
                          .setOldInputs(olds)
                          .setOlds(toStruct(found.outputs))
                          .setNews(request.getProperties()),
                  ),
              )
            : await asked(
                  service.read,
                  about(
                      call,
                      new pb.ReadRequest().setUrn(urn).setId(id).setInputs(request.getProperties()),
                  ),
              );
        return new pb.CreateResponse().setId(id).setProperties(answer.getProperties());
    }

    #confirming<Request extends Naming, Response>(
        handler: grpc.handleUnaryCall<Request, Response>,
    ): grpc.handleUnaryCall<Request, Response> {
        return (call, callback) => {
            this.#confirm(call.request);
            handler(call, callback);
        };
    }

    /** Whoever names the id has it in its state. */
    #confirm(request: Naming): void {
        const urn = request.getUrn();
        if (this.store.inDoubt(urn)?.id === request.getId()) this.#known.add(urn);
    }
}

interface Naming {
    getUrn(): string;
    getId(): string;
}

/** Another request from the same caller. */
function about<Request, Response>(
    call: grpc.ServerUnaryCall<never, never> | object,
    request: Request,
): grpc.ServerUnaryCall<Request, Response> {
    return Object.create(call, { request: { value: request } }) as Call<Request, Response>;
}
