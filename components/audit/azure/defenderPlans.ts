/** A plan of Defender for Cloud. */
export interface DefenderPlan {
    /** Variant to take; the one Azure chooses when not given. */
    subPlan?: string;
    /** What the plan is paid by, for a person to read. */
    paidBy: string;
}

/**
 * Plans that cost money, by the name the pricing API gives them. The free one, "FoundationalCspm", is
 * on in every subscription.
 *
 * source: Microsoft Learn, Microsoft.Security/pricings (names, sub-plans P2, PerKeyVault,
 * PerSubscription and DefenderForStorageV2); Microsoft Defender for Cloud pricing page (units)
 * date: 2026-11-21
 */
export const defenderPlans: Readonly<Record<string, DefenderPlan>> = {
    Arm: { subPlan: "PerSubscription", paidBy: "subscription" },
    CloudPosture: { paidBy: "billable resource" },
    Containers: { paidBy: "virtual core of clusters" },
    KeyVaults: { subPlan: "PerKeyVault", paidBy: "vault" },
    StorageAccounts: { subPlan: "DefenderForStorageV2", paidBy: "storage account" },
    VirtualMachines: { subPlan: "P2", paidBy: "machine and hour" },
};

/** What the estate is made of: the control plane, the vault and the agents. */
export const defaultPlans: readonly string[] = ["Arm", "KeyVaults", "VirtualMachines"];
