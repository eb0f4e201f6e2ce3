import type { EngineEvent, RunKind, RunResult } from "../engine/api";

/** One engine, ready for one stack: the embedded one or the real CLI. */
export interface Runner {
    /** For the first line of a run, for example "embedded engine (no Pulumi CLI found)". */
    readonly title: string;
    /** Where it keeps things: all of it below `root`, the emulated services' memory in `cloud`. */
    readonly places: { readonly root: string; readonly cloud: string };
    run(kind: RunKind, request: RunRequest): Promise<RunResult>;
    outputs(): Promise<Record<string, unknown>>;
}

export interface RunRequest {
    readonly parallel: number;
    readonly onEvent: (event: EngineEvent) => void;
    readonly signal: AbortSignal;
}

/** What a runner is made from. */
export interface RunnerOptions {
    readonly projectDir: string;
    readonly stack: string;
    readonly env: NodeJS.ProcessEnv;
}
