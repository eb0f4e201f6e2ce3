/**
 * Names taken for production: prod, production, prd or live, set apart by separators or digits. A
 * pre-production or non-production name is none.
 */
export const productionNames = String.raw`(?<!(?<![a-z])(pre|non|not)[-_./ ]?)(?<![a-z])(prod|production|prd|live)(?![a-z])`;

/** Whether a name matches the pattern, without regard to case. */
export function isProductionName(name: string, pattern: string): boolean {
    return new RegExp(pattern, "i").test(name);
}
