import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { GitHubPlan } from "./github/plan";
import type { CloudPackage } from "./resourceType";
import { providerService } from "./service";
import type { CloudStore } from "./store/store";

/** Values of a large estate fit; the engine's own limit. */
const messageLimit = 400 * 1024 * 1024;

/** Serves packages on a port of their own, on this machine only. */
export async function listen(
    packages: readonly CloudPackage[],
    store: CloudStore,
    plan: GitHubPlan,
): Promise<{ server: grpc.Server; port: number }> {
    const server = new grpc.Server({
        "grpc.max_receive_message_length": messageLimit,
        "grpc.max_send_message_length": messageLimit,
    });
    // The rest of the protocol is answered "unimplemented", by name.
    server.addService(
        ResourceProviderService,
        providerService(packages, store, plan) as grpc.UntypedServiceImplementation,
    );
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
