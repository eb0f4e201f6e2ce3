/**
 * Actions with which the holder of a role can give itself, or somebody it controls, more than the
 * role: all that begin with one of these and do not end with "/read".
 *
 * source: from memory of Microsoft's documentation of resource provider operations, and of published
 * research on privilege escalation in Azure (roles, credentials of identities, code that runs as
 * another identity)
 * date: 2026-11-21
 */
export const escalations: readonly string[] = [
    // Roles, locks, policies.
    "Microsoft.Authorization/",
    "Microsoft.Blueprint/",
    "Microsoft.Management/",
    "Microsoft.PolicyInsights/",
    "Microsoft.Subscription/",
    // Trust in an identity, or the identity itself given to something that runs.
    "Microsoft.ManagedIdentity/",
    // Access policies of a vault are part of it.
    "Microsoft.KeyVault/vaults/write",
    "Microsoft.KeyVault/vaults/accessPolicies/",
    // Code that runs as the identity of a machine, an automation account or a script.
    "Microsoft.Automation/",
    "Microsoft.Compute/virtualMachines/extensions/",
    "Microsoft.Compute/virtualMachines/runCommand",
    "Microsoft.Compute/virtualMachineScaleSets/extensions/",
    "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand",
    "Microsoft.Resources/deploymentScripts/",
];

/**
 * Actions that end with "/read" and give out keys all the same.
 *
 * source: from memory of Microsoft Learn, "Azure permissions for Monitor"
 * date: 2026-11-21
 */
export const revealing: readonly string[] = [
    "Microsoft.OperationalInsights/workspaces/sharedKeys/read",
];
