import type { ApiLine } from "./apiLine";

const counted = "counted from source" as const;

/** Made by one write, read by one request. */
function plain(createReads: number, refreshReads = 1, more: Partial<ApiLine> = {}): ApiLine {
    return {
        create: { reads: createReads, writes: 1 },
        refresh: { reads: refreshReads, writes: 0 },
        basis: counted,
        ...more,
    };
}

/**
 * Requests by type, when everything is new and nothing fails. The reading of what was just written
 * belongs to the creation.
 *
 * source: integrations/terraform-provider-github at b6ce8c0687af3b301d6dc022db1aca45f3ad2b26, which the Pulumi
 * provider wraps, github/resource_github_*.go; the release inside the installed one may differ
 * date: 2026-11-21
 */
export const githubCalls: Record<string, ApiLine> = {
    "github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable": plain(2),
    "github:index/actionsOrganizationOidcSubjectClaimCustomizationTemplate:ActionsOrganizationOidcSubjectClaimCustomizationTemplate":
        plain(1),
    "github:index/actionsOrganizationPermissions:ActionsOrganizationPermissions": {
        create: { reads: 2, writes: 2 },
        refresh: { reads: 2, writes: 0 },
        basis: counted,
        note: "one more each way where repositories are selected, and one a hundred of them",
    },
    "github:index/actionsOrganizationWorkflowPermissions:ActionsOrganizationWorkflowPermissions":
        plain(0),
    "github:index/actionsRepositoryAccessLevel:ActionsRepositoryAccessLevel": plain(1),
    "github:index/actionsRepositoryOidcSubjectClaimCustomizationTemplate:ActionsRepositoryOidcSubjectClaimCustomizationTemplate":
        plain(1),
    "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions": {
        create: { reads: 2, writes: 2 },
        refresh: { reads: 2, writes: 0 },
        basis: counted,
        note: "permission and allowed actions are two settings",
    },
    "github:index/actionsRunnerGroup:ActionsRunnerGroup": plain(2, 2, {
        conditional: 1,
        note: "one more for each hundred repositories of the group",
    }),
    "github:index/branchDefault:BranchDefault": plain(1, 1, { conditional: 1 }),
    "github:index/branchProtection:BranchProtection": {
        create: { reads: 0, writes: 0, graph: 2 },
        refresh: { reads: 0, writes: 0, graph: 1 },
        basis: counted,
        note: "GraphQL alone",
    },
    "github:index/enterpriseIpAllowListEntry:EnterpriseIpAllowListEntry": {
        create: { reads: 0, writes: 0, graph: 2 },
        refresh: { reads: 0, writes: 0, graph: 1 },
        basis: counted,
        note: "GraphQL alone; one more for each hundred entries",
    },
    "github:index/organizationCustomProperties:OrganizationCustomProperties": plain(1),
    "github:index/organizationRoleTeam:OrganizationRoleTeam": plain(0),
    "github:index/organizationRuleset:OrganizationRuleset": plain(0, 1, { conditional: 1 }),
    "github:index/organizationSettings:OrganizationSettings": plain(2),
    "github:index/repository:Repository": {
        create: { reads: 2, writes: 3 },
        refresh: { reads: 2, writes: 0 },
        content: 1,
        conditional: 1,
        basis: counted,
        note: "made, changed, then its visibility changed; unchanged since the last refresh it answers to the first read alone",
    },
    "github:index/repositoryCollaborators:RepositoryCollaborators": plain(4, 4, {
        each: "teams",
        note: "people directly, from outside, invited; teams",
    }),
    "github:index/repositoryCustomProperty:RepositoryCustomProperty": plain(1),
    "github:index/repositoryDependabotSecurityUpdates:RepositoryDependabotSecurityUpdates":
        plain(1),
    "github:index/repositoryEnvironment:RepositoryEnvironment": plain(1),
    "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy":
        plain(1),
    "github:index/repositoryFile:RepositoryFile": plain(4, 2, {
        content: 1,
        note: "repository, file; after the commit file and commit",
    }),
    "github:index/repositoryRuleset:RepositoryRuleset": plain(1, 1, { conditional: 1 }),
    "github:index/repositoryVulnerabilityAlerts:RepositoryVulnerabilityAlerts": plain(1),
    "github:index/team:Team": plain(0, 1, { conditional: 1 }),
    "github:index/teamMembers:TeamMembers": {
        create: { reads: 1, writes: 0, graph: 1 },
        refresh: { reads: 1, writes: 0, graph: 1 },
        each: "members",
        basis: counted,
        note: "the team's id by its slug; its members by GraphQL; the refresh knows the id and needs the first no more in most cases",
    },
    "github:index/teamRepository:TeamRepository": plain(1, 1, { conditional: 1 }),
    "github:index/workflowRepositoryPermissions:WorkflowRepositoryPermissions": plain(1),
};

/**
 * Requests of our own provider plugin on GitHub.
 *
 * source: hosts/plugin/resources/gitHub*.ts
 * date: 2026-11-21
 */
export const githubHostsCalls: Record<string, ApiLine> = {
    "gatehouse-hosts:index:GitHubAuditStream": plain(2, 1, {
        note: "the streams there are, the key to seal secrets with",
    }),
    "gatehouse-hosts:index:GitHubDeploymentProtectionRule": plain(0),
    "gatehouse-hosts:index:GitHubForkApproval": plain(0),
    "gatehouse-hosts:index:GitHubImmutableReleases": plain(1),
    "gatehouse-hosts:index:GitHubImmutableSubject": plain(2, 1, {
        note: "the template before, which is put back as it was, and after",
    }),
    "gatehouse-hosts:index:GitHubPrivateVulnerabilityReporting": plain(0),
};
