/** How well branches can be guarded, the least first. */
export const tiers = ["feature", "integration", "production"] as const;

/** Approving reviews a merge needs when the arguments do not say. */
export const reviewsOf = { production: 2, integration: 1 } as const;
