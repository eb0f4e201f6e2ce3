import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { orgMemberDefaults } from "../../../../policies/rules/access/org-member-defaults";
import { describeRule, type Judged } from "../../../support/describeRule";

const type = "github:index/organizationSettings:OrganizationSettings";
const grants = {
    membersCanCreateRepositories: false,
    membersCanCreatePublicRepositories: false,
    membersCanCreatePrivateRepositories: false,
};
const protections = {
    advancedSecurityEnabledForNewRepositories: true,
    dependabotAlertsEnabledForNewRepositories: true,
    dependabotSecurityUpdatesEnabledForNewRepositories: true,
    dependencyGraphEnabledForNewRepositories: true,
    secretScanningEnabledForNewRepositories: true,
    secretScanningPushProtectionEnabledForNewRepositories: true,
    webCommitSignoffRequired: true,
};

function organization(changed: PropertyTree): Judged {
    const sound = {
        billingEmail: "bills@acme.example",
        defaultRepositoryPermission: "none",
        ...grants,
        ...protections,
    };
    return { type, props: { ...sound, ...changed } };
}

const advanced = "advancedSecurityEnabledForNewRepositories";

describeRule(orgMemberDefaults, {
    denied: [
        {
            name: "members who write everywhere",
            ...organization({ defaultRepositoryPermission: "write" }),
            findings: ["defaultRepositoryPermission"],
        },
        {
            name: "members who read everywhere",
            ...organization({ defaultRepositoryPermission: "read" }),
            findings: ["defaultRepositoryPermission"],
        },
        {
            name: "members who write everywhere, although the settings let them read",
            ...organization({ defaultRepositoryPermission: "write" }),
            config: { widestPermission: "read" },
            findings: ["defaultRepositoryPermission"],
        },
        ...[
            ...Object.keys(grants),
            "membersCanForkPrivateRepositories",
            "membersCanCreateInternalRepositories",
        ].map((name) => ({
            name: `${name} true`,
            ...organization({ [name]: true }),
            findings: [name],
        })),
        ...Object.keys(protections).map((name) => ({
            name: `${name} false`,
            ...organization({ [name]: false }),
            findings: [name],
        })),
        {
            name: "everything left at the provider's default, each by itself",
            type,
            props: { billingEmail: "bills@acme.example" },
            findings: [
                "defaultRepositoryPermission",
                ...Object.keys(grants),
                ...Object.keys(protections),
            ],
        },
    ],
    allowed: [
        { name: "an organization that gives nothing by membership", ...organization({}) },
        {
            name: "members who read everywhere, once the settings accept that",
            ...organization({ defaultRepositoryPermission: "read" }),
            config: { widestPermission: "read" },
        },
        {
            name: "no Advanced Security, once the settings do not ask for it",
            ...organization({ [advanced]: false }),
            config: { advancedSecurity: false },
        },
    ],
    undecidable: [
        {
            name: "a permission that is not known yet",
            ...organization({ defaultRepositoryPermission: UNKNOWN }),
        },
        {
            name: "a right that is not known yet",
            ...organization({ membersCanCreateRepositories: UNKNOWN }),
        },
        { name: "a protection that is not known yet", ...organization({ [advanced]: UNKNOWN }) },
    ],
    tokens: ["github:index:OrganizationSettings"],
});
