// Child of measure.ts: one preview, its figures as JSON on stdout.
import fs from "node:fs";
import path from "node:path";
import { preview } from "../sandbox/engine";
import type { BareResource } from "./estates";

export interface RunRequest {
    readonly projectDir: string;
    readonly stack: string;
    /** Folder of the policy pack; none when not given. */
    readonly pack?: string;
    /** File to write the run's plain resources to, for the bare program. */
    readonly writeResources?: string;
}

export interface RunFigures {
    readonly seconds: number;
    /** Resources that a provider handles; components and the stack are not counted. */
    readonly resources: number;
    readonly components: number;
}

async function main(request: RunRequest): Promise<void> {
    const root = path.join(__dirname, "..");
    const stateDir = path.join(request.projectDir, ".sandbox");
    fs.rmSync(stateDir, { recursive: true, force: true });
    process.env.GATEHOUSE_CLOUD_DIR = path.join(stateDir, "cloud");
    const result = await preview({
        projectDir: request.projectDir,
        stack: request.stack,
        stateDir: path.join(stateDir, "state"),
        plugin: {
            packages: ["azure-native", "azuredevops", "gatehouse-hosts", "github"],
            command: {
                path: process.execPath,
                args: [path.join(root, "bin", "sandbox", "cloud.js")],
            },
        },
        policyPacks: request.pack === undefined ? [] : [{ path: request.pack }],
        passphrase: "bench",
    });
    if (!result.ok) {
        const said = [...result.diagnostics, ...result.violations].map(({ message }) => message);
        throw new Error(said.slice(0, 5).join("\n"));
    }
    const custom = result.resources.filter(
        ({ custom, type }) => custom && !type.startsWith("pulumi:"),
    );
    if (request.writeResources !== undefined) {
        const plain: BareResource[] = custom.map(({ type, urn, inputs }) => ({
            type,
            name: urn.slice(urn.lastIndexOf("::") + 2),
            inputs,
        }));
        fs.writeFileSync(request.writeResources, JSON.stringify(plain));
    }
    const figures: RunFigures = {
        seconds: result.durationMs / 1000,
        resources: custom.length,
        components: result.resources.length - custom.length,
    };
    process.stdout.write(JSON.stringify(figures));
}

main(JSON.parse(process.argv[2] ?? "{}") as RunRequest).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
