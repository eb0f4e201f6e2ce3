/** Where one stack's files lie: the layout of Pulumi's file backend, below the engine's own folder. */

import { join } from "node:path";
import { EngineError } from "../api";

export interface StackPaths {
    /** `.pulumi`. */
    readonly root: string;
    /** Says which layout this is, as Pulumi writes it. */
    readonly meta: string;
    readonly checkpoint: string;
    /** The checkpoint before the last. */
    readonly backup: string;
    /** Present while a deployment runs, and after one that was cut off. */
    readonly journal: string;
    /** Folder with one file per process that holds or wants the lock. */
    readonly locks: string;
    readonly history: string;
}

/** @throws EngineError (exit 2) naming every name that could not be a folder of its own. */
export function stackPaths(
    stateDir: string,
    organization: string,
    project: string,
    stack: string,
): StackPaths {
    const problems = Object.entries({ organization, project, stack })
        .filter(([, name]) => !/^[A-Za-z0-9_.-]{1,100}$/.test(name) || /^\.+$/.test(name))
        .map(([what, name]) => `  ${what}: ${JSON.stringify(name)}`);
    if (problems.length > 0) {
        throw new EngineError(
            `Names may have 1 to 100 letters, digits, "-", "_" and "."; these do not fit:\n${problems.join("\n")}`,
            2,
        );
    }
    const root = join(stateDir, ".pulumi");
    const checkpoint = join(root, "stacks", project, `${stack}.json`);
    return {
        root,
        meta: join(root, "meta.yaml"),
        checkpoint,
        backup: `${checkpoint}.bak`,
        journal: join(root, "stacks", project, `${stack}.journal`),
        locks: join(root, "locks", organization, project, stack),
        history: join(root, "history", project, stack),
    };
}
