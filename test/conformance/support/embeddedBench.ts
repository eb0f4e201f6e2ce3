import fs from "node:fs";
import path from "node:path";
import * as engine from "../../../sandbox/engine";
import { RunningPacks } from "../../support/runningPacks";
import type { Bench, Pack } from "./case";
import { findingTexts, messages, stepTexts } from "./outcome";
import { writePack } from "./packs";
import type { World } from "./provider";
import { readable } from "./readable";

function configOf({ config }: Pack): Pick<engine.PolicyPackSpec, "config"> {
    return config === undefined ? {} : { config };
}

/** The packs of all cases, each started once. */
export class CasePacks {
    readonly #dir: string;
    readonly #running = new Map<string, RunningPacks>();

    constructor(dir: string) {
        this.#dir = dir;
    }

    async use<Result>(
        [first, ...rest]: readonly Pack[],
        run: (specs: readonly engine.PolicyPackSpec[]) => Promise<Result>,
    ): Promise<Result> {
        if (first === undefined) return run([]);
        return this.#of(first).use((spec) =>
            this.use(rest, (others) => run([{ ...spec, ...configOf(first) }, ...others])),
        );
    }

    #of(pack: Pack): RunningPacks {
        const key = JSON.stringify([pack.name, pack.policies]);
        const started = this.#running.get(key);
        if (started !== undefined) return started;
        const folder = path.join(this.#dir, String(this.#running.size));
        const made = new RunningPacks(writePack(folder, pack));
        this.#running.set(key, made);
        return made;
    }

    close(): void {
        for (const each of this.#running.values()) each.close();
    }
}

/** A stack of the embedded engine, with the program in this process. Its runs start their packs, or use those that run. */
export function embeddedBench(dir: string, world: World, running?: CasePacks): Bench {
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
            const perform = (policyPacks: readonly engine.PolicyPackSpec[]) =>
                engine[kind]({
                    ...options,
                    config,
                    program: async () => (await program()) ?? undefined,
                    policyPacks,
                });
            const result = await (running === undefined
                ? perform(packs.map((pack) => ({ path: writePack(dir, pack), ...configOf(pack) })))
                : running.use(packs, perform));
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
