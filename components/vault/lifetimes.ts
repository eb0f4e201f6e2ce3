/** As long as what a vault holds may live, in days: Gatehouse's own rule. */
export const longestLife = {
    /** A secret. */
    secret: 365,
    /** The first version of a key; rotation makes further ones. */
    key: 730,
} as const;
