import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";
import { startCloud } from "../../sandbox/cloud";
import * as engine from "../../sandbox/engine";
import type { EngineOptions, RunResult } from "../../sandbox/engine/api";
import { RunningPacks } from "./runningPacks";

export const root = path.join(__dirname, "..", "..");

/** A user's estate configuration, as it stands in a stack file. */
export type EstateConfig = Record<string, unknown>;

/** The `gatehouse:estate` of one of the committed stack files; a fresh copy each time. */
export function committedEstate(stack: "dev" | "prod"): EstateConfig {
    const text = fs.readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8");
    const file = parse(text) as { config: { "gatehouse:estate": EstateConfig } };
    return file.config["gatehouse:estate"];
}

/** The dev estate with one repository and nothing that names another, for tests of many runs. */
export function slimEstate(): EstateConfig {
    const { repositories, ...dev } = committedEstate("dev");
    const left = ["signingKeys", "secrets", "state", "agents", "githubApp"];
    const shared = Object.entries(dev).filter(([key]) => !left.includes(key));
    return { ...Object.fromEntries(shared), repositories: (repositories as unknown[]).slice(0, 1) };
}

/** index.ts itself, run anew: it does its work when it is loaded. */
function estateProgram(): Promise<Record<string, unknown>> {
    const program = path.join(root, "index.ts");
    Reflect.deleteProperty(require.cache, program);
    return Promise.resolve(createRequire(__filename)(program) as Record<string, unknown>);
}

const packs = new RunningPacks(path.join(root, "policies"));

type Kind = "preview" | "up" | "refresh" | "destroy";

/** An emulated cloud and a state folder of their own, gone with `close`. */
export interface Sandbox {
    readonly dir: string;
    /** Runs the estate program in this process, under the pack unless told otherwise. */
    run(kind: Kind, estate: EstateConfig, options?: Partial<EngineOptions>): Promise<RunResult>;
    close(): Promise<void>;
}

/** Opens a sandbox in a folder inside the checkout, so that packages resolve from there. */
export async function openSandbox(name: string): Promise<Sandbox> {
    const dir = path.join(root, ".sandbox", `test-${name}-${process.pid}`);
    fs.rmSync(dir, { recursive: true, force: true });
    fs.mkdirSync(dir, { recursive: true });
    const cloud = await startCloud({ dir: path.join(dir, "cloud") });
    const options: EngineOptions = {
        projectDir: root,
        stack: "dev",
        stateDir: path.join(dir, "state"),
        plugin: { packages: cloud.packages, address: cloud.address },
        program: estateProgram,
        passphrase: "test",
    };
    return {
        dir,
        run: (kind, estate, more = {}) => {
            const config = { "gatehouse:estate": JSON.stringify(estate) };
            const all = { ...options, config, ...more };
            return all.policyPacks === undefined
                ? packs.use((pack) => engine[kind]({ ...all, policyPacks: [pack] }))
                : engine[kind](all);
        },
        close: async () => {
            await cloud.close();
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

/** Messages of everything that went wrong, to make a failed assertion say why. */
export function complaints(result: RunResult): string {
    const said = [
        ...result.diagnostics.filter(({ severity }) => severity === "error"),
        ...result.violations.filter(({ enforcement }) => enforcement === "mandatory"),
    ];
    return said.map(({ message }) => message).join("\n");
}
