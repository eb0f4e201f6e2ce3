import type { DeploymentRecord, EngineEvent, RunKind, RunResult } from "../engine/api";

/** One engine, ready for one stack: the embedded one or the real CLI. */
export interface Runner {
    /** For the first line of a run, for example "embedded engine (no Pulumi CLI found)". */
    readonly title: string;
    /** Where it keeps things: all of it below `root`, the emulated services' memory in `cloud`. */
    readonly places: { readonly root: string; readonly cloud: string };
    run(kind: RunKind, request: RunRequest): Promise<RunResult>;
    outputs(): Promise<Record<string, unknown>>;
    /** The document of `pulumi stack export`, secrets encrypted. */
    exportState(): Promise<ExportedState>;
    /** Puts such a document in the place of the state. */
    importState(document: unknown): Promise<void>;
    /** The last 20 deployments, newest first. */
    history(): Promise<readonly DeploymentRecord[]>;
}

export interface RunRequest {
    readonly parallel: number;
    readonly onEvent: (event: EngineEvent) => void;
    readonly signal: AbortSignal;
    /** Where a preview that succeeds writes its plan. */
    readonly savePlan?: string;
    /** The plan that a preview is compared with and an up is held to. */
    readonly plan?: string;
}

/** What a runner is made from. */
export interface RunnerOptions {
    readonly projectDir: string;
    readonly stack: string;
    readonly env: NodeJS.ProcessEnv;
}

export interface ExportedState {
    readonly version: number;
    readonly deployment: {
        readonly resources?: readonly {
            readonly urn: string;
            readonly type: string;
            readonly id?: string;
            readonly provider?: string;
            readonly custom?: boolean;
            readonly delete?: boolean;
            readonly external?: boolean;
            readonly inputs?: Readonly<Record<string, unknown>>;
        }[];
    };
}
