import {
    organizationDefaults,
    organizationSettingsType,
} from "../../../model/views/githubOrganization";
import { defineRule } from "../../lib/defineRule";
import { demand, judgeDemands, off, on } from "../../lib/demands";
import { choice, flag } from "../../lib/settings";

/** What a member may do, each with all the one before it. */
const permissions = ["none", "read", "write", "admin"];

/**
 * Stops what nobody decided: access that comes with membership, repositories that members make beside
 * the estate, and repositories that begin without scanning.
 *
 * Blind spot: people who were given a repository directly, what owners do, and whether members have a
 * second factor, which no interface sets. Internal repositories are judged where the program names them.
 */
export const orgMemberDefaults = defineRule({
    id: "org-member-defaults",
    code: "F11",
    title: "Membership alone gives nothing, and new repositories begin guarded",
    attack:
        "One stolen account of any member reads, or writes, every repository of the organization; or its thief makes " +
        "a public repository and pushes the code there. A repository made in passing leaks a key that nothing scans for.",
    blindSpot:
        "Direct grants, what owners do, and the second factor of members, which no interface sets.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "give members no access and no right to make repositories, and switch the scanning of new ones on (GitHubOrganization: leave allowMemberRepositories and allowNoAdvancedSecurity out)",
        code: `defaultRepositoryPermission: "none",
membersCanCreateRepositories: false,
membersCanCreatePublicRepositories: false,
membersCanCreatePrivateRepositories: false,
secretScanningEnabledForNewRepositories: true,
secretScanningPushProtectionEnabledForNewRepositories: true,
// and the other flags the findings name`,
    },
    controls: ["owasp:cicd-sec-2", "cis:1.1.15", "mcsb:PA-7", "mcsb:DS-6"],
    tags: ["organization", "access"],
    types: [organizationSettingsType],
    settings: {
        widestPermission: choice(
            "Most that members may have in every repository by membership.",
            "none",
            ["none", "read"],
        ),
        advancedSecurity: flag(
            "Ask for Advanced Security in new repositories, which GitHub sells apart.",
            true,
        ),
    },
    examples: {
        denied: `new OrganizationSettings("acme", {
    billingEmail: "bills@acme.example",
    defaultRepositoryPermission: "write",
});`,
        allowed: `new OrganizationSettings("acme", {
    billingEmail: "bills@acme.example",
    defaultRepositoryPermission: "none",
    membersCanCreateRepositories: false,
    membersCanCreatePublicRepositories: false,
    membersCanCreatePrivateRepositories: false,
    membersCanForkPrivateRepositories: false,
    advancedSecurityEnabledForNewRepositories: true,
    dependabotAlertsEnabledForNewRepositories: true,
    dependabotSecurityUpdatesEnabledForNewRepositories: true,
    dependencyGraphEnabledForNewRepositories: true,
    secretScanningEnabledForNewRepositories: true,
    secretScanningPushProtectionEnabledForNewRepositories: true,
    webCommitSignoffRequired: true,
});`,
    },
    judge(resource, { config }) {
        const { permission, grants, protections, paidProtections } = organizationDefaults(resource);
        const widest = permissions.indexOf(config.widestPermission);
        return judgeDemands([
            demand(
                permission,
                (one) => permissions.indexOf(one) <= widest,
                `at most "${config.widestPermission}"`,
            ),
            ...grants.map(off),
            ...protections.map(on),
            ...(config.advancedSecurity ? paidProtections.map(on) : []),
        ]);
    },
});
