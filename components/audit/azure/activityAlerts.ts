/** An operation that should not happen while all is well, whoever does it. */
export interface ActivityAlert {
    /** Last part of the alert's name. */
    name: string;
    /** What the mail says. */
    description: string;
    /** Operations of Azure Resource Manager; any of them raises the alert once it has succeeded. */
    operations: readonly string[];
}

/**
 * Alerts on the activity log itself: they need no workspace, cost nothing and come within minutes.
 *
 * source: Microsoft Learn, "Azure permissions" (resource provider operations) for the names of the
 * operations; CIS Microsoft Azure Foundations, section on activity log alerts
 * date: 2026-11-21
 */
export const activityAlerts: readonly ActivityAlert[] = [
    {
        name: "vault-deleted",
        description: "A key vault was deleted or purged.",
        operations: [
            "Microsoft.KeyVault/vaults/delete",
            "Microsoft.KeyVault/locations/deletedVaults/purge/action",
        ],
    },
    {
        name: "lock-deleted",
        description: "A lock against deletion was removed.",
        operations: ["Microsoft.Authorization/locks/delete"],
    },
    {
        name: "federated-credential-written",
        description: "An identity was told to trust another issuer, subject or audience.",
        operations: [
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
        ],
    },
    {
        name: "policy-removed",
        description:
            "An assignment of an Azure policy was removed, or an exemption from one written.",
        operations: [
            "Microsoft.Authorization/policyAssignments/delete",
            "Microsoft.Authorization/policyExemptions/write",
        ],
    },
    {
        name: "audit-deleted",
        description: "A diagnostic setting, an alert, an action group or a workspace was deleted.",
        operations: [
            "Microsoft.Insights/diagnosticSettings/delete",
            "Microsoft.Insights/activityLogAlerts/delete",
            "Microsoft.Insights/scheduledQueryRules/delete",
            "Microsoft.Insights/actionGroups/delete",
            "Microsoft.OperationalInsights/workspaces/delete",
        ],
    },
];
