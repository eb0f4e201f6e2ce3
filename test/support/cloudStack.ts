import fs from "node:fs";
import path from "node:path";
import { ActionsVariable } from "@pulumi/github/actionsVariable";
import { Repository } from "@pulumi/github/repository";
import { Team } from "@pulumi/github/team";
import { openCloudStore, startCloud } from "../../sandbox/cloud";
import { parseFaults } from "../../sandbox/cloud/faults";
import * as engine from "../../sandbox/engine";
import type { EngineOptions, RunKind, RunResult } from "../../sandbox/engine/api";
import type { StoredResource } from "../../sandbox/cloud/store/record";

const root = path.join(__dirname, "..", "..");

/** Two repositories, each with a variable, and a team: enough for most that can go wrong. */
export function smallProgram(description = "a repository"): Record<string, unknown> {
    for (const name of ["web", "api"]) {
        const repository = new Repository(name, { name, description });
        new ActionsVariable(name, {
            repository: repository.name,
            variableName: "REGION",
            value: description,
        });
    }
    new Team("team", { name: "team" });
    return {};
}

/** What {@link smallProgram} makes. */
export const smallProgramMakes = 5;

/** One stack on an emulated cloud in a folder of its own; every run has a plugin of its own. */
export interface CloudStack {
    readonly dir: string;
    /**
     * @param faults as in GATEHOUSE_FAULTS.
     */
    run(kind: RunKind, faults?: string, options?: Partial<EngineOptions>): Promise<RunResult>;
    /** What stands in the cloud. */
    standing(): StoredResource[];
    close(): void;
}

let count = 0;

export function openCloudStack(): CloudStack {
    count += 1;
    const dir = path.join(root, ".sandbox", `test-cloud-${process.pid}-${count}`);
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: proj\nruntime: nodejs\n");
    const clouds = path.join(dir, "cloud");
    return {
        dir,
        run: async (kind, faults = "", options = {}) => {
            const cloud = await startCloud({
                dir: clouds,
                faults: parseFaults(`${faults};secondMs=0`),
            });
            let inOrder = false;
            try {
                const result = await engine[kind]({
                    projectDir: dir,
                    stack: "dev",
                    stateDir: path.join(dir, "state"),
                    plugin: {
                        packages: cloud.packages,
                        address: cloud.address,
                        remembers: true,
                    },
                    program: () => Promise.resolve(smallProgram()),
                    config: {},
                    passphrase: "test",
                    ...options,
                });
                inOrder = kind !== "preview";
                return result;
            } finally {
                await cloud.close(inOrder);
            }
        },
        standing: () => openCloudStore(clouds).list(),
        close: () => {
            fs.rmSync(dir, { recursive: true, force: true });
        },
    };
}

/** Resources of a result that stand at a provider, as "type id". */
export function managed(result: RunResult): string[] {
    return result.resources
        .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
        .map(({ type, id }) => `${type} ${id}`)
        .sort();
}

/** What stands, in the same words. */
export function standingAs(stack: CloudStack): string[] {
    return stack
        .standing()
        .map(({ type, id }) => `${type} ${id}`)
        .sort();
}
