import { setImmediate as nextTurn } from "node:timers/promises";
import * as log from "@pulumi/pulumi/log";
import * as runtimeConfig from "@pulumi/pulumi/runtime/config";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as stack from "@pulumi/pulumi/runtime/stack";
import * as runtimeState from "@pulumi/pulumi/runtime/state";
import type { Deployment } from "./deployment";
import type { ProgramRequest, RunningProgram } from "./program";

/** Internal to the SDK, so absent from its typings; the Automation API's inline server uses it. */
const { withLocalStorage, getStore } = runtimeState as unknown as {
    withLocalStorage: <Result>(run: () => Promise<Result>) => Promise<Result>;
    getStore: () => { settings: { rpcDone: Promise<unknown> } };
};

/** Internal, too: what the SDK connects to its engine with, and how it waits for its calls. */
const { grpcClientOptions, waitForRPCs } = settings as unknown as {
    grpcClientOptions: Record<string, unknown>;
    waitForRPCs: () => Promise<void>;
};

// Each run's engine has a port of its own, and ports come back. Connections are shared by address in a
// process: a new engine's program would get the broken one of the engine that had its port before.
grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;

/**
 * A program goes on after one of its promises failed or a registration was refused, until it has asked
 * for nothing during this time. One with a process of its own ends when it has nothing left to do; here,
 * what depends on that promise would wait for ever.
 */
const stuckMs = 500;

/**
 * Waits until no call is under way and none follows from the last answer. The SDK looks again as soon as its
 * calls are answered, and may be faster than an `apply` that registers more: in a process of its own a
 * program goes on as long as it has something to do. So a turn of the event loop comes between two looks.
 */
async function drain(): Promise<void> {
    const { settings: own } = getStore();
    let seen: Promise<unknown> | undefined;
    while (seen !== own.rpcDone) {
        seen = own.rpcDone;
        await waitForRPCs();
        await nextTurn();
    }
}

/** Looks this often whether it asks. */
const lookMs = 25;

async function quiet(deployment: Deployment): Promise<void> {
    for (let looks = 0; looks * lookMs < stuckMs; looks = deployment.isAsked ? 0 : looks + 1) {
        await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
}

/** Runs the program in this process, as the Automation API's inline programs are run. */
export function runInline(
    request: ProgramRequest,
    program: () => Promise<Record<string, unknown> | undefined>,
): RunningProgram {
    const { deployment, project, config, address } = request;
    const failures = new Set<unknown>();
    let isStuck: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (isStuck = resolve)).then(() => quiet(deployment));
    const onFailure = (error: unknown): void => {
        failures.add(error);
        isStuck();
    };
    void deployment.refusal.then(isStuck);
    const run = withLocalStorage(async () => {
        settings.resetOptions(
            project.name,
            deployment.options.stack,
            deployment.options.parallel ?? 16,
            address,
            address,
            deployment.preview,
            request.organization,
        );
        runtimeConfig.setAllConfig({ ...config.values }, [...config.secretKeys]);
        process.on("unhandledRejection", onFailure);
        try {
            await stack.runInPulumiStack(program);
            await drain();
            await settings.disconnect(true);
        } catch (error) {
            failures.add(error);
            await settings.disconnect(false);
        } finally {
            process.off("unhandledRejection", onFailure);
        }
        return explain(failures);
    });
    return {
        ended: Promise.race([
            run.catch((error: unknown) => explain(new Set([error]))),
            stuck.then(() => {
                process.off("unhandledRejection", onFailure);
                return explain(failures);
            }),
            // A failed run answers nothing more; the program's promises then stay as they are.
            deployment.failure.then(async () => {
                if (deployment.preview) return run;
                await new Promise((resolve) => setTimeout(resolve, 50));
                return undefined;
            }),
        ]),
        kill: () => undefined,
    };
}

function explain(failures: ReadonlySet<unknown>): string | undefined {
    if (failures.size === 0 || log.hasErrors()) return undefined;
    return [...failures]
        .map((failure) => (failure instanceof Error ? failure.message : String(failure)))
        .join("\n");
}
