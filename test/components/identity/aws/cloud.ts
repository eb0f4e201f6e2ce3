import { openCloudStore, type CloudView } from "../../../../sandbox/cloud/index";
import type { RunResult } from "../../../../sandbox/engine/api";
import { openCloudStack, type CloudStack } from "../../../support/cloudStack";
import path from "node:path";

export type Run = (program: () => unknown, kind?: "up" | "preview") => Promise<RunResult>;

/** A stack on emulated clouds, and what stands there for a token exchange to look at. */
export interface Clouds {
    readonly run: Run;
    readonly destroy: () => Promise<RunResult>;
    readonly view: () => CloudView;
    readonly close: () => void;
}

export function openClouds(stack: CloudStack = openCloudStack()): Clouds {
    return {
        run: (program, kind = "up") =>
            stack.run(kind, "", {
                program: () => {
                    program();
                    return Promise.resolve({});
                },
            }),
        destroy: () => stack.run("destroy"),
        view: () => openCloudStore(path.join(stack.dir, "cloud")),
        close: () => {
            stack.close();
        },
    };
}
