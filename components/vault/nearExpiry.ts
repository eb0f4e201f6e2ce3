/**
 * Events with which Key Vault announces an end.
 *
 * source: Microsoft Learn, "Azure Key Vault as Event Grid source" and "Event Grid message delivery
 * and retry"; that the event comes 30 days before the end, that its subject is the name of the
 * object, and the limits: from memory
 * date: 2026-11-21
 */
export const nearExpiry = {
    /** Type of the event of a secret. */
    secret: "Microsoft.KeyVault.SecretNearExpiry",
    /** Days before the end. */
    days: 30,
    /** As often and as long as Event Grid tries at most. */
    retries: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
} as const;
