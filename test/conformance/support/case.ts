import type { RunKind } from "../../../sandbox/engine/api";

export type Values = Record<string, unknown>;

/** A program as a plain function: what it returns are the stack's outputs. Both engines run this very function. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most programs have no outputs
export type Program = () => Values | void | Promise<Values | void>;

/** A policy pack: its source, and its configuration as in a `--policy-pack-config` file. */
export interface Pack {
    readonly name: string;
    /** The policies' source: the text of a JavaScript array. */
    readonly policies: string;
    readonly config?: Values;
}

/** What must be so after a run. What is left out is not looked at; every other word is compared exactly. */
export interface Expectation {
    /**
     * "create a, update b": every step, in any order. The stack and the default providers are left out unless
     * a provider is updated or replaced; explicit providers and components are named like resources.
     */
    readonly steps?: string;
    /** What the provider was asked to do, in order: "create a", "read b", "delete a". Previews ask nothing. */
    readonly calls?: readonly string[];
    /** These calls came in this order, whatever came between them. */
    readonly inOrder?: readonly string[];
    /** What stands at the provider, by id. */
    readonly world?: Readonly<Record<string, Values>>;
    /** Fields of the exported state by resource name; null: not in the state. Names are put for URNs. */
    readonly state?: Readonly<Record<string, Values | null>>;
    readonly outputs?: Values;
    /** Each matches an error; the run fails when there are any, else succeeds. */
    readonly errors?: readonly RegExp[];
    readonly warnings?: readonly RegExp[];
    /** "mandatory rule name: message", in any order; a mandatory one fails the run. */
    readonly findings?: readonly string[];
}

/** One run of a case's story. */
export interface Run {
    /** "up" when not given. */
    readonly kind?: RunKind;
    /** That of the run before when not given. */
    readonly program?: Program;
    readonly config?: Readonly<Record<string, string>>;
    /** Happens at the provider before the run, behind the engine's back. */
    readonly meanwhile?: (standing: Map<string, Values>) => void;
    readonly packs?: readonly Pack[];
    readonly expect?: Expectation;
}

/** A story of runs on one stack. Runs without expectations are prior state: they must succeed. */
export interface Case {
    readonly title: string;
    readonly runs: readonly Run[];
}

/** What one run was seen to do, told alike by both engines. */
export interface Outcome {
    readonly ok: boolean;
    /** Sorted. */
    readonly steps: readonly string[];
    readonly errors: readonly string[];
    readonly warnings: readonly string[];
    readonly findings: readonly string[];
    readonly outputs: Values;
    /** The exported resources, made comparable (see readable.ts); after a preview those of before. */
    readonly state: readonly Values[];
}

/** One stack of one engine. */
export interface Bench {
    run(run: Required<Pick<Run, "kind" | "program">> & Run): Promise<Outcome>;
    close(): void;
}
