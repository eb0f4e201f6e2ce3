import fs from "node:fs";
import path from "node:path";
import * as engine from "../../../sandbox/engine";
import type { Bench } from "./case";
import { findingTexts, messages, stepTexts } from "./outcome";
import { writePack } from "./packs";
import type { World } from "./provider";
import { readable } from "./readable";

/** A stack of the embedded engine, with the program in this process. */
export function embeddedBench(dir: string, world: World): Bench {
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
    const options: engine.EngineOptions = {
        projectDir: dir,
        stack: "dev",
        stateDir: path.join(dir, "state"),
        plugin: { packages: ["test"], address: `127.0.0.1:${world.port}` },
        passphrase: "test",
    };
    return {
        run: async ({ kind, program, config = {}, packs = [] }) => {
            const result = await engine[kind]({
                ...options,
                config,
                program: async () => (await program()) ?? undefined,
                policyPacks: packs.map((pack) => ({
                    path: writePack(dir, pack),
                    ...(pack.config === undefined ? {} : { config: pack.config }),
                })),
            });
            const { deployment } = await engine.exportState(options);
            return {
                ok: result.ok,
                steps: stepTexts(result.steps),
                errors: messages(result.diagnostics, "error"),
                warnings: messages(result.diagnostics, "warning"),
                findings: findingTexts(result.violations),
                outputs: result.outputs,
                state: readable([...(deployment.resources ?? [])]),
            };
        },
        close: () => {
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}
