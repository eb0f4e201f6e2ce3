import * as grpc from "@grpc/grpc-js";

/** Limits as the SDK's own servers and clients set them. */
export const channelOptions: grpc.ChannelOptions = {
    // Plugins keep configuration by connection: providers of one plugin must not share one.
    "grpc.use_local_subchannel_pool": 1,
    "grpc.max_receive_message_length": 400 * 1024 * 1024,
    "grpc.max_send_message_length": 400 * 1024 * 1024,
};

/** A unary call as a promise: `unary<Response>((done) => client.method(request, done))`. */
export function unary<Response>(
    start: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        start((error, response) => {
            if (error) reject(error);
            else resolve(response);
        });
    });
}

export function isServiceError(error: unknown): error is grpc.ServiceError {
    return error instanceof Error && typeof (error as Partial<grpc.ServiceError>).code === "number";
}

export function isUnimplemented(error: unknown): boolean {
    return isServiceError(error) && error.code === grpc.status.UNIMPLEMENTED;
}

/** The text a person should see: the service's own words, without gRPC's code in front. */
export function errorText(error: unknown): string {
    if (isServiceError(error)) return error.details || error.message;
    return error instanceof Error ? error.message : String(error);
}

/** A server on a free port of the loopback interface. */
export async function serve(
    services: readonly (readonly [grpc.ServiceDefinition, grpc.UntypedServiceImplementation])[],
): Promise<{ address: string; close: () => void }> {
    const server = new grpc.Server({
        ...channelOptions,
        "grpc-node.max_session_memory": 400 * 1024 * 1024,
    });
    for (const [definition, implementation] of services) {
        server.addService(definition, implementation);
    }
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
            if (error) reject(error);
            else resolve(bound);
        });
    });
    return {
        address: `127.0.0.1:${port}`,
        close: () => {
            server.forceShutdown();
        },
    };
}
