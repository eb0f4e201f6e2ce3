import path from "node:path";
import { openCloudStore } from "../../sandbox/cloud";
import type { RunResult } from "../../sandbox/engine/api";
import { committedEstate, complaints, openSandbox } from "./sandbox";

/** One creation. */
export interface Creation {
    /** Last part of its type. */
    readonly kind: string;
    readonly name: string;
}

/** The prod estate as it stands in emulated clouds that knew nothing before. */
export interface ProdEstate {
    readonly result: RunResult;
    readonly cloud: ReturnType<typeof openCloudStore>;
    /** What was made, in the order in which it happened. */
    readonly creations: readonly Creation[];
    /** The same estate again, without the pack. */
    again(kind: "refresh" | "up"): Promise<RunResult>;
    close(): Promise<void>;
}

/** Deploys it under the pack, with no exemption. It takes long: once is enough for all that is asked of it. */
export async function deployProd(): Promise<ProdEstate> {
    const sandbox = await openSandbox("prod");
    const creations: Creation[] = [];
    const result = await sandbox.run("up", committedEstate("prod"), {
        stack: "prod",
        onEvent: (event) => {
            if (event.kind === "step-done" && event.step.op === "create" && !event.failed) {
                const { type, name } = event.step;
                creations.push({ kind: type.split(":").at(-1) ?? type, name });
            }
        },
    });
    if (!result.ok) {
        await sandbox.close();
        throw new Error(complaints(result));
    }
    return {
        result,
        cloud: openCloudStore(path.join(sandbox.dir, "cloud")),
        creations,
        again: (kind) =>
            sandbox.run(kind, committedEstate("prod"), { stack: "prod", policyPacks: [] }),
        close: () => sandbox.close(),
    };
}
