/**
 * GitHub's id of the app that reports the checks of GitHub Actions.
 *
 * source: GitHub REST API, `GET /apps/github-actions`
 * date: 2026-11-21
 */
export const githubActionsAppId = 15368;

/**
 * Limits of GitHub.
 *
 * source: GitHub Docs, "Managing environments for deployment" (six reviewers, thirty days) and
 * "Available rules for rulesets" (ten approvals)
 * date: 2026-11-21
 */
export const limits = { reviewerTeams: 6, waitMinutes: 43_200, reviews: 10 } as const;

/**
 * Azure's built-in roles that a deployment identity may hold, by name.
 *
 * source: Microsoft Learn, "Azure built-in roles"
 * date: 2026-11-21
 */
export const assignableRoles: readonly string[] = [
    "AcrPull",
    "AcrPush",
    "CDN Endpoint Contributor",
    "DNS Zone Contributor",
    "Key Vault Certificate User",
    "Key Vault Crypto User",
    "Key Vault Reader",
    "Key Vault Secrets User",
    "Network Contributor",
    "Private DNS Zone Contributor",
    "Reader",
    "Storage Account Contributor",
    "Storage Blob Data Contributor",
    "Storage Blob Data Reader",
    "Storage Queue Data Contributor",
    "Storage Table Data Contributor",
    "Virtual Machine Contributor",
    "Web Plan Contributor",
    "Website Contributor",
];
