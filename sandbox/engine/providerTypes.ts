import type { Properties } from "./wire";

export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

export interface ProviderDiff {
    readonly changes: "none" | "some" | "unknown";
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
