// An organisation that is locked before its first repository is made: its rules leave out "shop", which
// brings stricter ones of its own and whose first files they would refuse.
import { Team } from "@pulumi/github/team";
import { GitHubOrganization, GitHubRepositoryGuard } from "gatehouse";

const team = (name: string): Team => new Team(name, { name, privacy: "closed" });
const web = team("web");
const platform = team("platform");
const security = team("security");

const organization = new GitHubOrganization("acme", {
    organization: "acme",
    githubPlan: "enterprise",
    billingEmail: "bills@acme.example",
    guardedRepositories: ["shop"],
    securityManagers: [{ slug: "security", id: security.id }],
    properties: [
        {
            name: "tier",
            description: "Where the repository's work ends up.",
            allowedValues: ["production", "internal"],
            defaultValue: "internal",
        },
    ],
    enterprise: {
        slug: "acme-inc",
        addresses: [{ range: "192.0.2.0/24", name: "office" }],
        auditBucket: {
            bucket: "acme-github-audit",
            region: "eu-west-1",
            roleArn: "arn:aws:iam::123456789012:role/github-audit",
        },
    },
});

const shop = new GitHubRepositoryGuard(
    "shop",
    {
        organization: "acme",
        repository: "shop",
        team: { slug: "web", id: web.id },
        codeOwners: { slug: "platform", id: platform.id },
        checks: [{ context: "build", integrationId: 15368 }],
    },
    { dependsOn: [organization] },
);

export const repository = shop.fullName;
// Part of the subjects that clouds trust.
export const organizationId = organization.organizationId;
// What no program can set: ask an owner where this says false.
export const twoFactorRequired = organization.twoFactorRequired;
