import type { Sample } from "./everything";
import { githubActionsSamples } from "./everythingGithubActions";

const of = { repository: "web" };
const token = (name: string) =>
    `github:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const number = /^\d+$/;

/** One resource of each type that concerns the whole organisation, and of the rarer ones. */
export const githubOrganizationSamples: readonly Sample[] = [
    ...githubActionsSamples,
    {
        type: token("OrganizationSettings"),
        inputs: { billingEmail: "bills@acme.example", defaultRepositoryPermission: "none" },
        id: number,
        known: true,
        update: { membersCanCreatePublicRepositories: false },
    },
    {
        type: token("OrganizationRole"),
        inputs: { name: "auditor", permissions: ["read_audit_logs"] },
        id: number,
        later: ["roleId"],
        update: { description: "reads" },
    },
    {
        type: token("OrganizationRepositoryRole"),
        inputs: { name: "shipper", baseRole: "write", permissions: ["create_tag"] },
        id: number,
        later: ["roleId"],
        update: { baseRole: "read" },
    },
    {
        type: token("OrganizationRoleTeam"),
        inputs: { roleId: 8132, teamSlug: "release-team" },
        id: "8132:release-team",
        replace: { teamSlug: "other" },
    },
    {
        type: token("OrganizationRoleUser"),
        inputs: { roleId: 138, login: "ada" },
        id: "138:ada",
        replace: { login: "grace" },
    },
    {
        type: token("OrganizationSecurityManager"),
        inputs: { teamSlug: "release-team" },
        id: number,
    },
    {
        type: token("TeamSettings"),
        inputs: { teamId: "release-team", notify: true },
        id: /^T_/,
        known: true,
        update: { reviewRequestDelegation: { algorithm: "LOAD_BALANCE", memberCount: 2 } },
        replace: { teamId: "other" },
    },
    {
        type: token("OrganizationCustomProperties"),
        inputs: { propertyName: "tier", valueType: "single_select", allowedValues: ["a", "b"] },
        id: "tier",
        update: { allowedValues: ["a", "b", "c"] },
    },
    {
        type: token("RepositoryCustomProperty"),
        inputs: {
            ...of,
            propertyName: "tier",
            propertyType: "single_select",
            propertyValues: ["a"],
        },
        id: "acme:web:tier",
        update: { propertyValues: ["b"] },
        replace: { propertyName: "other" },
    },
    {
        type: token("OrganizationRuleset"),
        inputs: {
            name: "everywhere",
            target: "tag",
            enforcement: "active",
            conditions: {
                refName: { includes: ["~ALL"], excludes: [] },
                repositoryProperty: { includes: [{ name: "tier", propertyValues: ["a"] }] },
            },
            rules: { deletion: true },
        },
        id: number,
        later: ["rulesetId", "nodeId"],
        update: { enforcement: "disabled" },
    },
    {
        type: token("OrganizationWebhook"),
        inputs: { events: ["push"], configuration: { url: "https://audit.acme.example" } },
        id: number,
        later: ["url"],
        update: { active: false },
    },
    {
        type: token("RepositoryWebhook"),
        inputs: {
            ...of,
            events: ["push"],
            configuration: { url: "https://audit.acme.example", secret: "hush" },
        },
        id: number,
        later: ["url"],
        update: { events: ["push", "pull_request"] },
        replace: { repository: "other" },
    },
    {
        type: token("RepositoryTopics"),
        inputs: { ...of, topics: ["shop"] },
        id: "web",
        update: { topics: ["shop", "web"] },
    },
    {
        type: token("RepositoryAutolinkReference"),
        inputs: { ...of, keyPrefix: "ACME-", targetUrlTemplate: "https://acme.example/<num>" },
        id: number,
        replace: { keyPrefix: "OTHER-" },
    },
    {
        type: token("RepositoryCollaborators"),
        inputs: {
            ...of,
            teams: [{ teamId: "release-team", permission: "push" }],
            users: [{ username: "outsider" }],
        },
        id: number,
        known: true,
        update: { users: [] },
    },
    {
        type: token("RepositoryCollaborator"),
        inputs: { ...of, username: "outsider", permission: "pull" },
        id: "web:outsider",
        later: ["invitationId"],
        update: { permissionDiffSuppression: true },
        replace: { permission: "admin" },
    },
    {
        type: token("RepositoryDeployKey"),
        inputs: { ...of, title: "build", key: "ssh-ed25519 AAAAC3Nza acme" },
        id: /^web:\d+$/,
        replace: { readOnly: false },
    },
    {
        type: token("RepositoryDeploymentBranchPolicy"),
        inputs: { ...of, environmentName: "production", name: "hotfix/*" },
        id: number,
        update: { name: "fix/*" },
        replace: { environmentName: "other" },
    },
    {
        type: token("RepositoryPages"),
        inputs: { ...of, buildType: "workflow" },
        id: number,
        known: true,
        update: { public: false },
        replace: { repository: "other" },
    },
    {
        type: token("BranchProtectionV3"),
        inputs: { ...of, branch: "main", enforceAdmins: true },
        id: "web:main",
        update: { requireSignedCommits: true },
        replace: { branch: "release" },
    },
    {
        type: token("EnterpriseIpAllowListEntry"),
        inputs: { enterpriseSlug: "acme-inc", ip: "192.0.2.0/24" },
        id: /^IALE_/,
        later: ["createdAt"],
        update: { isActive: false },
        replace: { ip: "198.51.100.0/24" },
    },
];
