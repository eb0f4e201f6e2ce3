import type { ApiLine } from "./apiLine";

const counted = "counted from source" as const;

function line(
    [reads, writes]: readonly [number, number],
    refreshReads: number,
    more: Partial<ApiLine> = {},
): ApiLine {
    return {
        create: { reads, writes },
        refresh: { reads: refreshReads, writes: 0 },
        basis: counted,
        ...more,
    };
}

const token = (name: string): string =>
    `azuredevops:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

/** A policy or a check: written, read once. */
const written = line([1, 1], 1);

/**
 * Permissions on a token: identity, list and namespace; the write; after five seconds identity and list
 * again until they show it; then all three to read it.
 */
const permissions = line([8, 1], 3, { waits: 5 });

/** The same, where the token has to be looked up each time. */
const permissionsByPath = line([10, 1], 4, { waits: 5 });

const serviceConnection = line([2, 1], 1, {
    waits: 10,
    note: "asked for until it is ready, after ten seconds for the first time",
});

const sameForAll = (names: readonly string[], calls: ApiLine): Record<string, ApiLine> =>
    Object.fromEntries(names.map((name) => [token(name), calls]));

/**
 * Requests by type, when everything is new, nothing fails and nothing has to be asked for twice.
 *
 * source: microsoft/terraform-provider-azuredevops at 3bd1fdb3a3c70695a6a232a87cb31e5ebebbb811, which
 * the Pulumi provider wraps, azuredevops/internal/service; the release inside the installed one may
 * differ
 * date: 2026-11-21
 */
export const azureDevOpsCalls: Record<string, ApiLine> = {
    ...sameForAll(
        [
            "BranchPolicyAutoReviewers",
            "BranchPolicyBuildValidation",
            "BranchPolicyCommentResolution",
            "BranchPolicyMergeTypes",
            "BranchPolicyMinReviewers",
            "BranchPolicyStatusCheck",
            "BranchPolicyWorkItemLinking",
            "BuildDefinition",
            "BuildFolder",
            "CheckApproval",
            "CheckBranchControl",
            "CheckBusinessHours",
            "CheckExclusiveLock",
            "CheckRequiredTemplate",
            "CheckRestApi",
            "Environment",
            "Extension",
            "Feed",
            "FeedRetentionPolicy",
            "ProjectPipelineSettings",
            "RepositoryPolicyAuthorEmailPattern",
            "RepositoryPolicyCaseEnforcement",
            "RepositoryPolicyCheckCredentials",
            "RepositoryPolicyFilePathPattern",
            "RepositoryPolicyMaxFileSize",
            "RepositoryPolicyMaxPathLength",
            "RepositoryPolicyReservedNames",
            "ServicePrincipalEntitlement",
            "ServicehookWebhookTfs",
        ],
        written,
    ),
    ...sameForAll(
        [
            "GitPermissions",
            "LibraryPermissions",
            "ProjectPermissions",
            "ServicehookPermissions",
            "ServiceendpointPermissions",
            "VariableGroupPermissions",
        ],
        permissions,
    ),
    ...sameForAll(["BuildDefinitionPermissions", "BuildFolderPermissions"], permissionsByPath),
    ...sameForAll(["ServiceEndpointAws", "ServiceEndpointAzureRM"], serviceConnection),
    [token("ElasticPool")]: line([4, 2], 2, { waits: 6, note: "the pool's state is asked twice" }),
    [token("FeedPermission")]: line([12, 1], 3, {
        waits: 15,
        note: "key, identity and permissions: before, twice after, and to read",
    }),
    [token("Git")]: line([2, 3], 1, {
        waits: 1,
        note: "made, first push, default branch; asked for until the branch is there",
    }),
    [token("GitRepositoryBranch")]: line([2, 1], 1),
    [token("GitRepositoryFile")]: line([7, 1], 4, {
        note: "branch, file and last commit; after the push repository, branch, file and commit",
    }),
    [token("Group")]: line([4, 1], 3, {
        each: "members",
        note: "descriptor of the scope; group, members, storage key",
    }),
    [token("GroupMembership")]: line([3, 0], 1, { each: "members", waits: 10 }),
    [token("PipelineAuthorization")]: line([2, 1], 1, { waits: 5 }),
    [token("Pool")]: line([3, 2], 1, { waits: 6, note: "the pool's state is asked twice" }),
    [token("Project")]: line([7, 2], 3, {
        waits: 10,
        note: "made in the background: asked for twice; process template and features",
        basis: "assumed",
    }),
    [token("Queue")]: line([2, 1], 1),
    [token("SecurityroleAssignment")]: line([3, 1], 1, { waits: 15 }),
    [token("VariableGroup")]: line([4, 2], 2, {
        waits: 10,
        note: "asked for twice; with a vault one more for each twenty pages of its secrets",
    }),
};

/**
 * Requests of our own provider plugin on Azure DevOps.
 *
 * source: hosts/plugin/resources/azureDevOps*.ts
 * date: 2026-11-21
 */
export const azureDevOpsHostsCalls: Record<string, ApiLine> = {
    "gatehouse-hosts:index:AzureDevOpsAdvancedSecurity": line([0, 1], 1),
    "gatehouse-hosts:index:AzureDevOpsAuditStream": line([1, 1], 1),
    "gatehouse-hosts:index:AzureDevOpsFeedUpstreams": line([1, 1], 1),
    "gatehouse-hosts:index:AzureDevOpsPipelineSettings": line([0, 1], 1),
};
