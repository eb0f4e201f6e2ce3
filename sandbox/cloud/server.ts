import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";

/** Values of a large estate fit; the engine's own limit. */
const messageLimit = 400 * 1024 * 1024;

/** Serves a provider on a port of its own, on this machine only. */
export async function listen(
    service: Partial<IResourceProviderServer>,
): Promise<{ server: grpc.Server; port: number }> {
    const server = new grpc.Server({
        "grpc.max_receive_message_length": messageLimit,
        "grpc.max_send_message_length": messageLimit,
    });
    // The rest of the protocol is answered "unimplemented", by name.
    server.addService(ResourceProviderService, service as grpc.UntypedServiceImplementation);
    const port = await new Promise<number>((resolve, reject) => {
        const credentials = grpc.ServerCredentials.createInsecure();
        server.bindAsync("127.0.0.1:0", credentials, (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        );
    });
    return { server, port };
}

/** Ends once the calls under way are answered. */
export function stop(server: grpc.Server): Promise<void> {
    return new Promise((resolve) => {
        // Connections that are kept open without a call do not hold it up.
        const force = setTimeout(() => server.forceShutdown(), 2000);
        server.tryShutdown(() => {
            clearTimeout(force);
            resolve();
        });
    });
}
