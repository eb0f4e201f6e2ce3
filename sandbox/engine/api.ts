/**
 * What the embedded engine takes and gives back. The CLI, the tests and the benchmark speak these
 * types; the driver of the real `pulumi` CLI answers with the same ones, so that both engines can
 * be compared line by line.
 */

/** What is done to one resource in one step. The words are Pulumi's own. */
export type Operation =
    "same" | "create" | "update" | "replace" | "delete" | "read" | "import" | "refresh";

/** One planned or executed step. */
export interface Step {
    readonly op: Operation;
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** Provider id; empty for components and, in preview, for resources still to be created. */
    readonly id: string;
    /** Paths of the properties that differ, for update and replace. */
    readonly changedProperties: readonly string[];
    /** Paths that force a replacement. */
    readonly replaceProperties: readonly string[];
}

/** Something said by the engine, the program, a provider or a policy pack's host. */
export interface Diagnostic {
    readonly severity: "debug" | "info" | "warning" | "error";
    readonly message: string;
    readonly urn?: string;
}

/** One answer of one policy about one resource (or about the stack). */
export interface PolicyViolation {
    readonly pack: string;
    readonly packVersion: string;
    readonly policy: string;
    readonly enforcement: "advisory" | "mandatory";
    readonly severity: string;
    readonly message: string;
    readonly urn: string;
}

/** One policy pack that took part in a run. */
export interface PolicyPackSummary {
    readonly name: string;
    readonly version: string;
    /** Policies that were not disabled. Not told by the real CLI. */
    readonly policies?: number;
    /** Resource analyses asked of the pack in this run. Not told by the real CLI. */
    readonly analyses?: number;
}

export type { DeploymentRecord } from "./state";

export type RunKind = "preview" | "up" | "refresh" | "destroy";

/** How one run ended. A run that could not start throws {@link EngineError} instead. */
export interface RunResult {
    readonly kind: RunKind;
    readonly engine: "embedded" | "pulumi";
    /** True when everything asked for was done and no mandatory policy was violated. */
    readonly ok: boolean;
    /** Steps in deterministic order: registration order, then deletions. */
    readonly steps: readonly Step[];
    /** The same steps with old and new states, without default providers. */
    readonly details: readonly StepDetail[];
    /** Configuration the program ran with; secret values are the text "[secret]". */
    readonly config: Readonly<Record<string, string>>;
    readonly diagnostics: readonly Diagnostic[];
    readonly violations: readonly PolicyViolation[];
    readonly packs: readonly PolicyPackSummary[];
    /** Stack outputs; secret values are the text "[secret]". */
    readonly outputs: Readonly<Record<string, unknown>>;
    /** Resources in the state after the run (in a preview: planned to be there). */
    readonly resources: readonly ResourceSummary[];
    readonly durationMs: number;
    /** Where the state lies, for a person. */
    readonly stateLocation: string;
}

/** How one property differs. */
export interface PropertyDifference {
    readonly kind:
        "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";
    /** Between old and new inputs; in a refresh between old and new state. */
    readonly inputDiff: boolean;
}

/** A state as `pulumi preview --json` shows it: secrets are the text "[secret]", empty fields left out. */
export interface ShownState {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly [field: string]: unknown;
}

/** A step with all there is to know about it, in the shape of the real CLI's `preview --json`. */
export interface StepDetail {
    readonly op: Operation;
    readonly urn: string;
    /** "URN::ID"; absent for components and providers. */
    readonly provider?: string;
    readonly oldState?: ShownState;
    /** In a preview values not known yet are Pulumi's sentinels. */
    readonly newState?: ShownState;
    readonly diffReasons?: readonly string[];
    readonly replaceReasons?: readonly string[];
    /** By path; null where nothing is compared. */
    readonly detailedDiff: Readonly<Record<string, PropertyDifference>> | null;
}

/** One resource of the resulting state; properties are outputs with secrets replaced by "[secret]". */
export interface ResourceSummary {
    readonly urn: string;
    readonly type: string;
    readonly id: string;
    readonly parent: string;
    readonly custom: boolean;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** Sent while a run goes on, for progress display. */
export type EngineEvent =
    | { readonly kind: "phase"; readonly text: string }
    | { readonly kind: "step-start"; readonly step: Step }
    | { readonly kind: "step-done"; readonly step: Step; readonly failed: boolean }
    | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic }
    | { readonly kind: "violation"; readonly violation: PolicyViolation };

/** Where a plugin listens, or how to start it. */
export interface PluginSpec {
    /** Package names the plugin answers for. Any other package is refused by name. */
    readonly packages: readonly string[];
    /**
     * The plugin remembers by URN what it made when its answer may not have arrived: a Read of the URN
     * with an empty id finds it. Then a run first looks up what an earlier one left pending; without
     * it pending creations stay noted and are reported, as in the real engine.
     */
    readonly remembers?: boolean;
    /** How long it may take to tell its port, and to answer what needs no cloud. Default: 60 s. */
    readonly answerLimitMs?: number;
    /** Already listening (in-process use): "127.0.0.1:PORT". */
    readonly address?: string;
    /** Else a command; its first line on stdout is the port. */
    readonly command?: {
        readonly path: string;
        readonly args: readonly string[];
        /** Added to this process's environment. */
        readonly env?: Readonly<Record<string, string>>;
    };
}

export interface PolicyPackSpec {
    /** Folder holding PulumiPolicy.yaml. */
    readonly path: string;
    /**
     * The pack runs already, at "127.0.0.1:PORT": it is configured for the run and left running. It serves
     * one run at a time.
     */
    readonly address?: string;
    /** As in a `--policy-pack-config` file: rule name (or "all") to level or {enforcementLevel, ...}. */
    readonly config?: Readonly<Record<string, unknown>>;
}

export interface EngineOptions {
    /** Folder holding Pulumi.yaml and the stack configuration files. */
    readonly projectDir: string;
    readonly stack: string;
    /** The engine's own folder, `.sandbox` in the main job. Never a folder of the real CLI. */
    readonly stateDir: string;
    readonly plugin: PluginSpec;
    readonly policyPacks?: readonly PolicyPackSpec[];
    /**
     * In-process program (tests): run by the SDK in this process. Without it the program is
     * spawned through `@pulumi/pulumi/cmd/run`, as the real language host does.
     */
    readonly program?: () => Promise<Record<string, unknown> | undefined>;
    /** Configuration that replaces the stack file's (tests). Keys are "project:key". */
    readonly config?: Readonly<Record<string, string>>;
    /** Most steps at once. 16 when not given. */
    readonly parallel?: number;
    /** Passphrase of the state's secrets; PULUMI_CONFIG_PASSPHRASE, else the sandbox's own. */
    readonly passphrase?: string;
    readonly organization?: string;
    /** A preview that succeeds writes what it promises to this file. */
    readonly savePlan?: string;
    /**
     * A file of `savePlan`: an `up` does only what it promises, and fails before it touches a resource
     * that it would treat otherwise. A preview fails when it promises anything else, naming all of it.
     */
    readonly plan?: string;
    readonly onEvent?: (event: EngineEvent) => void;
    readonly signal?: AbortSignal;
}

/** Wrong use, wrong configuration or a state that cannot be read: nothing was changed. */
export class EngineError extends Error {
    /** 2: the user's input is wrong. 1: the run could not be carried out. */
    readonly exitCode: 1 | 2;
    constructor(message: string, exitCode: 1 | 2 = 1) {
        super(message);
        this.name = "EngineError";
        this.exitCode = exitCode;
    }
}
