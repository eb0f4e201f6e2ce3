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

export interface ReadResult {
    /** Empty: it is not there. */
    readonly id: string;
    readonly outputs: Properties;
    readonly inputs: Properties;
}
