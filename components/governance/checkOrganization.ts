import { Address4, Address6 } from "ip-address";

import { checkProblems } from "../repositories/checkGuard";
import { planNameProblems, planProblems, type GitHubFeature } from "../shared/githubPlans";
import { shaped } from "../shared/shapes";
import { distinct, ignoringCase, problem, text, type Problem } from "../shared/validate";
import type {
    GitHubOrganizationArgs,
    OrganizationAddress,
    OrganizationEnterprise,
    OrganizationProperty,
} from "./githubOrganizationArgs";

/**
 * Limits of GitHub.
 *
 * source: GitHub Docs, "Managing security managers in your organization" (teams); "Custom properties"
 * and "Managing custom properties for repositories in your organization" (names, values)
 * date: 2026-11-21
 */
const most = { securityManagers: 10, values: 200 } as const;
const propertyName = /^[\w$#-]{1,75}$/;
/** Printable ASCII without the double quote. */
const propertyValue = /^[ !#-~]{1,75}$/;

/** Widest ranges that are still somebody's own, in bits of their prefix. */
const leastPrefix = { v4: 16, v6: 32 } as const;

/** Everything unacceptable in the arguments of `GitHubOrganization`. */
export function organizationProblems(args: GitHubOrganizationArgs): Problem[] {
    const { guardedRepositories = [], checks = [], properties = [], enterprise } = args;
    return [
        ...shaped("organization", args.organization, "owner"),
        ...planNameProblems("githubPlan", args.githubPlan),
        ...shaped("billingEmail", args.billingEmail, "email"),
        ...guardedRepositories.flatMap((one, i) =>
            shaped(`guardedRepositories[${i}]`, one, "repository"),
        ),
        ...distinct(
            guardedRepositories,
            (i) => `guardedRepositories[${i}]`,
            "a repository",
            ignoringCase,
        ),
        ...checkProblems("checks", checks),
        ...managerProblems(args),
        ...properties.flatMap((one, i) => propertyProblems(`properties[${i}]`, one)),
        ...distinct(
            properties.map(({ name }) => name),
            (i) => `properties[${i}].name`,
            "a property",
            ignoringCase,
        ),
        ...(enterprise === undefined ? [] : enterpriseProblems("enterprise", enterprise)),
        ...voidedByPlan(args),
    ];
}

function managerProblems({ securityManagers = [] }: GitHubOrganizationArgs): Problem[] {
    const slugs = securityManagers.map(({ slug }) => slug);
    const count = `${slugs.length} teams`;
    return [
        ...slugs.flatMap((slug, i) => shaped(`securityManagers[${i}].slug`, slug, "team")),
        ...distinct(slugs, (i) => `securityManagers[${i}].slug`, "a team"),
        ...(slugs.length > most.securityManagers
            ? [problem("securityManagers", count, `at most ${most.securityManagers} teams`)]
            : []),
    ];
}

function propertyProblems(path: string, property: OrganizationProperty): Problem[] {
    const { name, allowedValues, defaultValue } = property;
    const count = `${allowedValues.length} values`;
    const fits = allowedValues.length >= 1 && allowedValues.length <= most.values;
    return [
        ...text(`${path}.name`, name, propertyName, "1 to 75 letters, digits and _ - $ #"),
        ...(fits ? [] : [problem(`${path}.allowedValues`, count, `1 to ${most.values} values`)]),
        ...allowedValues.flatMap((value, i) =>
            text(
                `${path}.allowedValues[${i}]`,
                value,
                propertyValue,
                "1 to 75 printable ASCII characters other than double quotes",
            ),
        ),
        ...distinct(allowedValues, (i) => `${path}.allowedValues[${i}]`, "a value"),
        ...(defaultValue === undefined || allowedValues.includes(defaultValue)
            ? []
            : [problem(`${path}.defaultValue`, defaultValue, "one of allowedValues")]),
    ];
}

function enterpriseProblems(path: string, enterprise: OrganizationEnterprise): Problem[] {
    const { slug, addresses = [], auditBucket, auditEventHub } = enterprise;
    const both = auditBucket !== undefined && auditEventHub !== undefined;
    return [
        ...shaped(`${path}.slug`, slug, "owner"),
        ...addresses.flatMap((one, i) => addressProblems(`${path}.addresses[${i}]`, one)),
        ...distinct(
            addresses.map(({ range }) => range),
            (i) => `${path}.addresses[${i}].range`,
            "a range",
        ),
        ...(both
            ? [problem(`${path}.auditEventHub`, "a second target", "nothing beside auditBucket")]
            : []),
    ];
}

function addressProblems(path: string, { range, name }: OrganizationAddress): Problem[] {
    const least = `/${leastPrefix.v4} or narrower (IPv6: /${leastPrefix.v6})`;
    const isOwn =
        (Address4.isValid(range) && new Address4(range).subnetMask >= leastPrefix.v4) ||
        (Address6.isValid(range) && new Address6(range).subnetMask >= leastPrefix.v6);
    return [
        ...(isOwn ? [] : [problem(`${path}.range`, range, `an address or a range of ${least}`)]),
        ...text(`${path}.name`, name, /\S/, "whose addresses they are"),
    ];
}

/** What the organisation's plan would not enforce. */
function voidedByPlan(args: GitHubOrganizationArgs): Problem[] {
    const wanted: [string, GitHubFeature, boolean][] = [
        [
            "allowUnguardedRepositories",
            "organizationRulesets",
            args.allowUnguardedRepositories !== true,
        ],
        ["allowNoAdvancedSecurity", "advancedSecurity", args.allowNoAdvancedSecurity !== true],
        [
            "allowMemberRepositories",
            "privateOnlyRepositories",
            args.allowMemberRepositories === true,
        ],
        ["enterprise", "enterpriseAccount", args.enterprise !== undefined],
    ];
    return wanted.flatMap(([path, feature, isWanted]) =>
        isWanted ? planProblems(path, feature, { plan: args.githubPlan }) : [],
    );
}
