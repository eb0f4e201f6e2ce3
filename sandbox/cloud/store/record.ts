import type { Path, Values } from "../values";

/** One resource standing in the emulated cloud. Values carry no secret marks here. */
export interface StoredResource {
    /** Type and id, folded: unique in the store. */
    readonly key: string;
    readonly type: string;
    readonly id: string;
    readonly inputs: Values;
    readonly outputs: Values;
    /** What else it is found by; no two resources share one. */
    readonly claims: readonly string[];
    /** What it is listed under. */
    readonly parents: readonly string[];
    /** Values of inputs and outputs that never lie in clear on disk. */
    readonly secrets: readonly Path[];
}

/** One atomic change of the store. */
export interface StoreChange {
    readonly put?: readonly StoredResource[];
    readonly remove?: readonly string[];
    /** Resources created in this change, by the URN they were created for: their answer is in doubt. */
    readonly made?: Readonly<Record<string, string>>;
    /** URNs whose creation is no longer in doubt. */
    readonly settled?: readonly string[];
}

/**
 * Ids are compared without regard to case, as Azure and GitHub do. The realm tells equal ids of
 * different organisations apart.
 */
export function storeKey(type: string, id: string, realm = ""): string {
    return `${type}|${realm}|${id}`.toLowerCase();
}
