import { flagAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

export const organizationSettingsType = "github:index:OrganizationSettings";

/** What members of an organisation have by membership, and how its new repositories begin. */
export interface OrganizationDefaults {
    /** "none", "read", "write" or "admin", in every repository. */
    readonly permission: Reading<string>;
    /** What members may do by themselves. */
    readonly grants: readonly Reading<boolean>[];
    /** What is switched on for the organisation or its new repositories. */
    readonly protections: readonly Reading<boolean>[];
    /** The same, where GitHub sells it apart. */
    readonly paidProtections: readonly Reading<boolean>[];
}

/**
 * What may be left out, and what the provider then sets.
 *
 * source: Terraform provider for GitHub, resource_github_organization_settings.go at b6ce8c0
 * date: 2026-11-21
 */
const grantDefaults = {
    membersCanCreateRepositories: true,
    membersCanCreatePublicRepositories: true,
    membersCanCreatePrivateRepositories: true,
    membersCanForkPrivateRepositories: false,
} as const;

const protections = [
    "dependabotAlertsEnabledForNewRepositories",
    "dependabotSecurityUpdatesEnabledForNewRepositories",
    "dependencyGraphEnabledForNewRepositories",
    "secretScanningEnabledForNewRepositories",
    "secretScanningPushProtectionEnabledForNewRepositories",
    "webCommitSignoffRequired",
];

export function organizationDefaults({ props }: Pick<Resource, "props">): OrganizationDefaults {
    const flag = (path: string, fallback: boolean) => flagAt(props, path, fallback);
    return {
        permission: textAt(props, "defaultRepositoryPermission", "read"),
        grants: [
            ...Object.entries(grantDefaults).map(([path, fallback]) => flag(path, fallback)),
            // Only enterprises have it; the provider leaves it as it is where nothing is said.
            flag("membersCanCreateInternalRepositories", false),
        ],
        protections: protections.map((path) => flag(path, false)),
        paidProtections: [flag("advancedSecurityEnabledForNewRepositories", false)],
    };
}
