import type { Step } from "./api";
import type { Analyzer } from "./analyzer";
import type { Deployment } from "./deployment";
import type { Providers } from "./providers";
import type { ResourceState } from "./state";

/** Deleted in this run because something it needs is deleted before it is replaced. */
export interface Cascaded {
    readonly step: Step;
    readonly deleted: Promise<void>;
    /** Whether the program registered it again, so that it is reported as replaced. */
    again: boolean;
}

/** What the parts of the engine that handle registrations share. */
export interface Context {
    readonly deployment: Deployment;
    readonly providers: Providers;
    readonly analyzers: readonly Analyzer[];
    /** Stack configuration: "project:key" to text. */
    readonly config: Readonly<Record<string, string>>;
    /** Keys of `config` that are secret. */
    readonly secretKeys: ReadonlySet<string>;
    /** URNs given out in this run. */
    readonly taken: Set<string>;
    /** Former URNs of registered resources, for their children. */
    readonly aliasesOf: Map<string, readonly string[]>;
    /** Replaced in this run by create-before-delete, still to be deleted. */
    readonly retired: ResourceState[];
    /** URNs deleted in this run, for `deletedWith`. */
    readonly deleting: Set<string>;
    /** By the URN they had. */
    readonly cascaded: Map<string, Cascaded>;
    readonly passphrase: string;
    /** The object by which the state store knows a component, to add its outputs. */
    readonly handles: Map<string, ResourceState>;
}
