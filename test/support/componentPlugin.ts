import { spawn } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";

const runPlugin = require.resolve("@pulumi/pulumi/cmd/run-plugin");

/**
 * The schema that a folder answers with when it is started as a Pulumi plugin, in the way the language
 * host of the real CLI starts it.
 */
export async function schemaOfPlugin(folder: string): Promise<unknown> {
    // The second argument is the engine's address, which answering with a schema does not need.
    const plugin = spawn(process.execPath, [runPlugin, folder, "127.0.0.1:1"], { cwd: folder });
    try {
        const port = await new Promise<string>((resolve, reject) => {
            let said = "";
            plugin.stderr.on("data", (text: Buffer) => (said += text.toString()));
            plugin.stdout.once("data", (text: Buffer) => {
                resolve(text.toString().trim());
            });
            plugin.once("exit", (code) => {
                reject(new Error(`the plugin ended with ${String(code)}: ${said}`));
            });
        });
        return JSON.parse(await getSchema(`127.0.0.1:${port}`)) as unknown;
    } finally {
        plugin.kill();
    }
}

function getSchema(address: string): Promise<string> {
    const client = new ResourceProviderClient(address, grpc.credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
    });
    return new Promise<string>((resolve, reject) => {
        client.getSchema(new GetSchemaRequest(), (error, response) => {
            if (error === null) resolve(response.getSchema());
            else reject(error);
        });
    }).finally(() => {
        client.close();
    });
}
