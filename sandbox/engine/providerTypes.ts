import type { Properties } from "./wire";

export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

export interface ProviderDiff {
    /** "unavailable": in a preview, of a provider whose own configuration is not known yet. */
    readonly changes: "none" | "some" | "unknown" | "unavailable";
    readonly changed: readonly string[];
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

/** What a provider answers to Create, Update and Read. */
export interface ProviderResult {
    /** After Read, empty: it is not there. */
    readonly id: string;
    readonly outputs: Properties;
    /** Told by Read alone. */
    readonly inputs: Properties;
    /** Why the resource, although it stands, did not get ready. */
    readonly initErrors: readonly string[];
}

export interface OldProperties {
    readonly inputs: Properties;
    readonly outputs: Properties;
}

/** Whoever carries out the steps of a resource: a provider, or for providers the engine itself. */
export interface Handler {
    check(
        urn: string,
        olds: Properties,
        news: Properties,
        seed: Uint8Array,
    ): Promise<{ inputs: Properties; failures: CheckFailure[] }>;
    diff(
        urn: string,
        id: string,
        old: OldProperties,
        news: Properties,
        ignoreChanges: readonly string[],
    ): Promise<ProviderDiff>;
    create(
        urn: string,
        inputs: Properties,
        preview: boolean,
        timeout: number,
    ): Promise<ProviderResult>;
    update(
        urn: string,
        id: string,
        old: OldProperties,
        news: Properties,
        options: { preview: boolean; timeout: number; ignoreChanges: readonly string[] },
    ): Promise<ProviderResult>;
    read(urn: string, id: string, inputs: Properties, outputs: Properties): Promise<ProviderResult>;
}
