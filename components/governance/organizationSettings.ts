import { getOrganizationOutput, type GetOrganizationResult } from "@pulumi/github/getOrganization";
import { OrganizationSettings } from "@pulumi/github/organizationSettings";
import * as pulumi from "@pulumi/pulumi";

import { inform, warn } from "../shared/messages";
import type { GitHubOrganizationArgs } from "./githubOrganizationArgs";

/** What the component wants of the organisation, in the provider's words. */
function hardened(args: GitHubOrganizationArgs) {
    const creates = args.allowMemberRepositories === true;
    const isEnterprise = (args.githubPlan ?? "enterprise") === "enterprise";
    return {
        defaultRepositoryPermission: "none",
        membersCanCreateRepositories: creates,
        membersCanCreatePrivateRepositories: creates,
        membersCanCreatePublicRepositories: false,
        // Unknown to the other plans.
        ...(isEnterprise ? { membersCanCreateInternalRepositories: false } : {}),
        membersCanForkPrivateRepositories: false,
        membersCanCreatePages: false,
        membersCanCreatePublicPages: false,
        membersCanCreatePrivatePages: false,
        webCommitSignoffRequired: true,
        advancedSecurityEnabledForNewRepositories: args.allowNoAdvancedSecurity !== true,
        dependabotAlertsEnabledForNewRepositories: true,
        dependabotSecurityUpdatesEnabledForNewRepositories: true,
        dependencyGraphEnabledForNewRepositories: true,
        secretScanningEnabledForNewRepositories: true,
        secretScanningPushProtectionEnabledForNewRepositories: true,
    };
}

/** What GitHub says of the organisation, as it was before this run. */
export function lookUp(
    parent: pulumi.Resource,
    { organization }: GitHubOrganizationArgs,
): pulumi.Output<GetOrganizationResult> {
    return getOrganizationOutput({ name: organization, summaryOnly: true }, { parent });
}

/**
 * The settings. They exist before anybody manages them, so that making them overwrites, and they stay
 * when the program forgets them: what the provider calls their deletion sets a made-up billing address.
 *
 * source: GitHub provider 6.13, resource_github_organization_settings.go
 */
export function createSettings(
    parent: pulumi.Resource,
    name: string,
    args: GitHubOrganizationArgs,
): OrganizationSettings {
    return new OrganizationSettings(
        `${name}-settings`,
        { billingEmail: args.billingEmail, ...hardened(args) },
        { parent, retainOnDelete: true },
    );
}

/** Says, one line a setting, what GitHub holds otherwise than this program asks or believes. */
export function announceChanges(
    args: GitHubOrganizationArgs,
    found: pulumi.Output<GetOrganizationResult>,
): void {
    found.apply((current) => {
        for (const line of differences(current, args)) {
            inform(line);
        }
        for (const line of warnings(current, args)) {
            warn(line);
        }
    });
}

/** One line for each setting that GitHub shows otherwise. */
export function differences(
    current: Partial<GetOrganizationResult>,
    args: GitHubOrganizationArgs,
): string[] {
    const seen = new Map<string, unknown>(Object.entries(current));
    return Object.entries(hardened(args))
        .filter(([setting, wanted]) => seen.has(setting) && seen.get(setting) !== wanted)
        .map(([setting, wanted]) => {
            const now = JSON.stringify(seen.get(setting));
            return `${args.organization}: ${setting} is ${now}, becomes ${JSON.stringify(wanted)}`;
        });
}

/** What no interface can set, and what the program was told wrongly. */
export function warnings(
    current: Partial<GetOrganizationResult>,
    { organization, githubPlan = "enterprise" }: GitHubOrganizationArgs,
): string[] {
    const { plan, twoFactorRequirementEnabled } = current;
    const secondFactor =
        `${organization} does not require a second factor of its members, or does not show that it does. ` +
        "No interface sets this: an owner does, in the organisation's settings under Authentication security. " +
        "Members without one are removed at once, so tell them first.";
    // GitHub shows the plan to owners only.
    const isOther = plan !== undefined && plan !== "" && plan !== githubPlan;
    return [
        ...(twoFactorRequirementEnabled === false ? [secondFactor] : []),
        ...(isOther
            ? [
                  `${organization} is on the plan "${plan}", not "${githubPlan}" as githubPlan says: what the plan lacks is not enforced.`,
              ]
            : []),
    ];
}
