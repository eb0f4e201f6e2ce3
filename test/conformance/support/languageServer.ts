import * as grpc from "@grpc/grpc-js";
import * as automationServer from "@pulumi/pulumi/automation/server";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import type { Program } from "./case";

/** Internal to the SDK, so absent from its typings; the Automation API runs inline programs with it. */
const { LanguageServer } = automationServer as unknown as {
    LanguageServer: new (program: () => Promise<unknown>) => grpc.UntypedServiceImplementation;
};

/** Serves a program of this process to the CLI's `--client`. */
export async function serveProgram(
    program: Program,
): Promise<{ readonly address: string; close(): void }> {
    const server = new grpc.Server();
    server.addService(
        LanguageRuntimeService,
        new LanguageServer(async () => (await program()) ?? undefined),
    );
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
