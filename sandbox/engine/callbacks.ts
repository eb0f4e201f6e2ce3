import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/callback_pb";
import { channelOptions, unary } from "./rpc";

/** The programs' own functions that the engine calls back: transforms, hooks. */
export class Callbacks {
    readonly #clients = new Map<string, CallbacksClient>();

    /** Calls one with an encoded request; the answer is encoded too. */
    async invoke(callback: proto.Callback, request: Uint8Array): Promise<Uint8Array> {
        const message = new proto.CallbackInvokeRequest()
            .setToken(callback.getToken())
            .setRequest(request);
        const client = this.#client(callback.getTarget());
        const response = await unary<proto.CallbackInvokeResponse>((done) =>
            client.invoke(message, done),
        );
        return response.getResponse_asU8();
    }

    close(): void {
        for (const client of this.#clients.values()) client.close();
    }

    #client(target: string): CallbacksClient {
        let client = this.#clients.get(target);
        if (client === undefined) {
            const insecure = grpc.credentials.createInsecure();
            client = new CallbacksClient(target, insecure, channelOptions);
            this.#clients.set(target, client);
        }
        return client;
    }
}
