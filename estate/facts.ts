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
 * How no bucket's name begins or ends. With `-an` end buckets of an account's own namespace, which the
 * estate makes none in.
 *
 * source: Amazon S3 User Guide, "General purpose bucket naming rules" (`sthree-configurator` begins
 * with `sthree-`; names with dots, such as `.mrap`, are refused in any case)
 * date: 2026-11-21
 */
export const reservedBucketNames = {
    beginnings: ["xn--", "sthree-", "amzn-s3-demo-"],
    ends: ["-s3alias", "--ol-s3", "--x-s3", "--table-s3"],
    endOfOwnNamespace: "-an",
} as const;

/** Days that the components let a secret, and the first version of a key, live in Azure. */
export const longestLife = { secrets: 365, signingKeys: 730 } as const;

/** Days for which the components let the role for emergencies hold something. */
export const breakGlassDays = 90;

/** Name of those who hold the role for emergencies, and of the team that the components make of them. */
export const breakGlassTeam = "break-glass";

/** Roles of teams, and which of them nobody has together: those that write code, and those that release it. */
export const teamRoles = {
    developer: "writes",
    teamLead: "writes",
    platform: "writes",
    releaseManager: "releases",
    security: "releases",
} as const;

/** A role that a team holds. */
export type TeamRole = keyof typeof teamRoles;

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

/**
 * Ids of Azure's built-in roles that no deployment identity may hold: Contributor, Key Vault Data
 * Access Administrator, Owner, Role Based Access Control Administrator, User Access Administrator.
 *
 * source: Microsoft Learn, "Azure built-in roles for Privileged" and "… for Security"
 * date: 2026-11-21
 */
export const refusedRoleIds: readonly string[] = [
    "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "8b54135c-b56d-4d72-a534-26097cfdc8d8",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
];
