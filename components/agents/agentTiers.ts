/** What a pool's jobs may reach, and the word for it in names. No word ends with another. */
export const agentTiers: Readonly<Record<string, string>> = {
    pullRequest: "pull-request",
    development: "development",
    staging: "staging",
    production: "production",
};

/**
 * The pool's name everywhere outside Azure: in Azure DevOps, as runner group, as label. Two pools have
 * the same only when they have the same name and tier.
 */
export function pooledName(poolName: string, tier: string): string {
    return `${poolName}-${agentTiers[tier] ?? tier}`;
}
