import fs from "node:fs";
import path from "node:path";
import { cloudPackages } from "../cloud";
import * as engine from "../engine";
import type { EngineOptions } from "../engine/api";
import { faultsOf, faultsTitle } from "./faults";
import { openPlaces } from "./places";
import type { Runner, RunnerOptions } from "./runner";

/** The embedded engine on the emulated cloud, each a process of its own. */
export function embeddedRunner(options: RunnerOptions, why: string): Runner {
    const places = openPlaces(options.projectDir, options.env);
    // Here already, so that wrong ones end the run before it begins.
    const faults = faultsOf(places.cloud, options.env);
    const base: EngineOptions = {
        projectDir: options.projectDir,
        stack: options.stack,
        stateDir: places.state,
        passphrase: places.passphrase,
        plugin: {
            packages: cloudPackages,
            remembers: true,
            command: {
                path: process.execPath,
                args: [path.join(options.projectDir, "bin", "sandbox", "cloud.js")],
                env: {
                    GATEHOUSE_CLOUD_DIR: places.cloud,
                    GATEHOUSE_FAULTS: options.env.GATEHOUSE_FAULTS ?? "",
                },
            },
        },
        policyPacks: policyPacks(options.projectDir),
    };
    return {
        title: `embedded engine (${why})${faultsTitle(faults)}`,
        places,
        run: (kind, request) => engine[kind]({ ...base, ...request }),
        outputs: () => engine.outputs(base),
        exportState: () => engine.exportState(base),
        importState: (document) => engine.importState(base, document),
        history: () => engine.history(base),
    };
}

/** The project's own pack, where it has one. */
export function policyPacks(projectDir: string): { path: string }[] {
    const pack = path.join(projectDir, "policies");
    return fs.existsSync(path.join(pack, "PulumiPolicy.yaml")) ? [{ path: pack }] : [];
}
