/**
 * A component, or arguments shared by several, and what each argument that weakens it must trip.
 * Built without a weakening it has no finding; with one, findings of the rules that name it and of
 * no others, mandatory or advisory, in the preview of an empty stack.
 */
export interface ComponentWeakenings {
    /** The class, or the type of the arguments, as in components/schema.json: "HardenedVault". */
    readonly of: string;
    /** Name of the stack; "dev", which rules let be torn down, when not given. */
    readonly stack?: string;
    /** The whole program: makes what the component needs and the component, these arguments on top. */
    readonly build: (weakened: object) => void;
    readonly weakenings: readonly Weakening[];
}

export interface Weakening {
    /** The argument, "allowPurge". */
    readonly argument: string;
    /** What is added to the arguments; `{ [argument]: true }` when not given. */
    readonly args?: object;
    /** Ids of the rules that name it. */
    readonly rules: readonly [string, ...string[]];
}
