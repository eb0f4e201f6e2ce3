/**
 * Groups every project is born with, as far as they are used here.
 *
 * source: Microsoft Learn, "Security groups, service accounts, and permissions reference"
 * date: 2026-11-21
 */
export const builtInGroups = {
    readers: "Readers",
    contributors: "Contributors",
    buildAdministrators: "Build Administrators",
    projectAdministrators: "Project Administrators",
} as const;

/** All names a project's own groups cannot have; source and date: the same. */
export const reservedGroupNames: readonly string[] = [
    ...Object.values(builtInGroups),
    "Deployment Group Administrators",
    "Endpoint Administrators",
    "Endpoint Creators",
    "Project Valid Users",
    "Release Administrators",
];

/** Group of the organisation that holds the identities of jobs not limited to one project. */
export const collectionBuildServices = "Project Collection Build Service Accounts";

/**
 * Name of the identity of a project's jobs.
 *
 * source: terraform-provider-azuredevops, acceptance test of its Git permissions, which looks it up so
 * date: 2026-11-21
 */
export function buildServiceName(project: string, organization: string): string {
    return `${project} Build Service (${organization})`;
}

/**
 * Permissions, as Azure DevOps calls them.
 *
 * source: Microsoft Learn, "Security namespaces and permissions reference"
 * date: 2026-11-21
 */
export const permissionNames = {
    build: [
        "ViewBuilds",
        "EditBuildQuality",
        "RetainIndefinitely",
        "DeleteBuilds",
        "ManageBuildQualities",
        "DestroyBuilds",
        "UpdateBuildInformation",
        "QueueBuilds",
        "ManageBuildQueue",
        "StopBuilds",
        "ViewBuildDefinition",
        "EditBuildDefinition",
        "DeleteBuildDefinition",
        "OverrideBuildCheckInValidation",
        "AdministerBuildPermissions",
        "CreateBuildDefinition",
    ],
    library: ["View", "Administer", "Create", "ViewSecrets", "Use", "Owner"],
    endpoint: ["Use", "Administer", "Create", "ViewAuthorization", "ViewEndpoint"],
} as const;

/**
 * Scopes of security roles that hold for all environments and all agent queues of a project; the
 * resource is the project's id. Contributors are "Creator" of environments and "User" of queues until
 * somebody says otherwise.
 *
 * source: Microsoft Learn, "About pipeline security roles"; the scopes are those the web portal uses
 * date: 2026-11-21
 */
export const projectRoleScopes = {
    environments: "distributedtask.globalenvironmentreferencerole",
    queues: "distributedtask.globalagentqueuerole",
} as const;

/** What a project can offer; source: documentation of the provider's project; date: 2026-11-21 */
export const projectFeatures: readonly string[] = [
    "artifacts",
    "boards",
    "pipelines",
    "repositories",
    "testplans",
];

/**
 * Sizes the policy on files offers, in megabytes.
 *
 * source: terraform-provider-azuredevops, policy on the size of files
 * date: 2026-11-21
 */
export const fileSizes: readonly number[] = [1, 2, 5, 10, 50, 100, 200];

/**
 * Events that say who changed what: every push, every step of a pull request, every run that ended,
 * every repository and service connection made, changed or taken away. Work items are no evidence.
 *
 * source: Microsoft Learn, "Service hooks events", as the provider's webhook calls them
 * date: 2026-11-21
 */
export const auditedEvents = [
    "buildCompleted",
    "gitPullRequestCreated",
    "gitPullRequestMergeAttempted",
    "gitPullRequestUpdated",
    "gitPush",
    "repositoryCreated",
    "repositoryDeleted",
    "repositoryForked",
    "repositoryRenamed",
    "repositoryStatusChanged",
    "serviceConnectionCreated",
    "serviceConnectionUpdated",
] as const;
