// Who does what at acme: teams on GitHub, groups on Azure DevOps, roles in Azure and AWS, and an account
// for emergencies that may become something until a day in the near future, watched by an audit trail.
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { AuditTrail, AzureDevOpsProject, roleProjectGroups, Roles, roleTeam } from "gatehouse";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
const location = "uksouth";
const production = new ResourceGroup("production", {
    resourceGroupName: "rg-acme-production",
    location,
});

const emergencyAccount = "55555555-6666-7777-8888-999999999999";

/** Written out where it matters, so that somebody extends it by a reviewed change. */
const inThirtyDays = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const entra = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;
const releasers = {
    role: "releaseManager",
    name: "release",
    members: ["barbara", "katherine"],
    entraGroupId: entra(1),
};
const holders = [
    { role: "developer", name: "web", members: ["linus", "margaret"], entraGroupId: entra(2) },
    { role: "teamLead", name: "web-leads", members: ["margaret"] },
    releasers,
    { role: "security", name: "security", members: ["radia"], entraGroupId: entra(3) },
    { role: "platform", name: "platform", members: ["ada", "grace"], entraGroupId: entra(4) },
    { role: "breakGlass", name: "break-glass", members: [], entraGroupId: entra(5) },
];

const roles = new Roles("people", {
    organization: "acme",
    holders,
    azure: {
        subscriptionId,
        scopes: [{ name: "production", tier: "production", scope: production.id }],
        breakGlassAccountIds: [emergencyAccount],
    },
    aws: {
        accountId: "123456789012",
        samlProviderArn: "arn:aws:iam::123456789012:saml-provider/entra",
    },
    breakGlassUntil: inThirtyDays,
});

const project = new AzureDevOpsProject("shop", {
    project: "Shop",
    groups: roleProjectGroups(holders),
    authorEmails: ["*@acme.example"],
});

new AuditTrail("audit", {
    organization: "acme",
    emails: ["security@acme.example"],
    azure: {
        subscriptionId,
        resourceGroupName: production.name,
        location,
        applyPrincipalIds: ["66666666-7777-8888-9999-aaaaaaaaaaaa"],
        breakGlassPrincipalIds: [emergencyAccount],
    },
});

export const releaseTeam = roleTeam(roles, releasers).id;
export const approvers = project.groupOriginIds;
