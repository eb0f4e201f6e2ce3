/**
 * Names taken for production: prod, production, prd or live, set apart by separators or digits. A
 * pre-production or non-production name is none.
 */
export const productionNames = String.raw`(?<!(?<![a-z])(pre|non|not)[-_./ ]?)(?<![a-z])(prod|production|prd|live)(?![a-z])`;

/** Whether a name matches the pattern, without regard to case. */
export function isProductionName(name: string, pattern: string): boolean {
    return new RegExp(pattern, "i").test(name);
}

/** Names taken for stacks that may be torn down at any time: dev, test, sandbox, pr-12 and the like. */
export const throwawayNames = String.raw`(?<![a-z])(dev|develop|development|test|testing|sandbox|demo|ephemeral|preview|review|pr)(?![a-z])`;

/** Name of the stack that a URN belongs to. */
export function stackOf(urn: string): string {
    return /^urn:pulumi:([^:]+)::/.exec(urn)?.[1] ?? "";
}
