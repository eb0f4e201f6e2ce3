import type { Step } from "./api";
import type { Analyzer } from "./analyzer";
import type { Deployment } from "./deployment";
import type { Providers } from "./providers";
import type { ResourceState } from "./state";
import type { Transforms } from "./transforms";

/** Deleted in this run because something it needs is deleted before it is replaced. */
export interface Cascaded {
    readonly step: Step;
    /** What is left in the state: marked as deleted, still to be replaced. */
    readonly deleted: Promise<ResourceState>;
    readonly state: ResourceState;
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
    /** Registered resources that were found under another URN, and that URN. */
    readonly aliasesOf: Map<string, string>;
    /** The other way round: who took over what stood under a URN. */
    readonly aliased: Map<string, string>;
    /** Replaced in this run by create-before-delete, still to be deleted. */
    readonly retired: ResourceState[];
    /** URNs replaced in this run, for what is replaced or deleted with them. */
    readonly replaced: Set<string>;
    /** URNs deleted in this run, for `deletedWith`. */
    readonly deleting: Set<string>;
    /** By the URN they had. */
    readonly cascaded: Map<string, Cascaded>;
    readonly passphrase: string;
    readonly transforms: Transforms;
    /** The object by which the state store knows a component, to add its outputs. */
    readonly handles: Map<string, ResourceState>;
}
