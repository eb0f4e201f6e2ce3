/**
 * Paths that decide what a pipeline runs and what judges it, as path filters of a policy: exact from
 * a slash on, a star for any text.
 *
 * source: Microsoft Learn, "Branch policies", path filters; Azure Pipelines and Pulumi
 * documentation (names of their files)
 * date: 2026-11-21
 */
export const guardedPathFilters: readonly string[] = [
    "/.azuredevops/*",
    "/.pipelines/*",
    "*azure-pipelines*.yml",
    "*azure-pipelines*.yaml",
    "/templates/*",
    "/policies/*",
    "*Pulumi.yaml",
    "*Pulumi.*.yaml",
];

/**
 * Files that hold private keys or passwords and nothing else.
 *
 * source: own choice, by the formats' documentation (PKCS #12, Java keystore, OpenSSH, KeePass,
 * Terraform state, publish profiles)
 * date: 2026-11-21
 */
export const secretFiles: readonly string[] = [
    "*.pfx",
    "*.p12",
    "*.jks",
    "*.keystore",
    "*.kdbx",
    "*.tfstate",
    "*.publishsettings",
    "*/.env",
    "*/id_rsa",
    "*/id_ecdsa",
    "*/id_ed25519",
];

/**
 * Folders in which people create branches when no branch of tier "feature" is given.
 *
 * source: Microsoft Learn, "Require branches to be created in folders"
 * date: 2026-11-21
 */
export const featureFolders: readonly string[] = ["feature/*", "users/*"];

/**
 * Git permissions that go around branch policies. `ForcePush` rewrites history and deletes branches
 * and tags; a tag is moved by nothing else.
 *
 * source: Microsoft Learn, "Security namespaces and permissions reference" and "Git repository
 * permissions"
 * date: 2026-11-21
 */
export const bypassPermissions: readonly string[] = [
    "ForcePush",
    "PolicyExempt",
    "PullRequestBypassPolicy",
    "RemoveOthersLocks",
];

/** Git permissions that change the guard itself. source and date: as above */
export const guardPermissions: readonly string[] = [
    "Administer",
    "DeleteRepository",
    "EditPolicies",
    "ManagePermissions",
    "RenameRepository",
];

/** Git permissions by which content or a vote gets into a repository. source and date: as above */
export const writePermissions: readonly string[] = [
    "CreateBranch",
    "CreateTag",
    "GenericContribute",
    "ManageNote",
    "PullRequestContribute",
];

/** Build permissions that change a pipeline, its record or who may. source and date: as above */
export const pipelineEditPermissions: readonly string[] = [
    "AdministerBuildPermissions",
    "DeleteBuildDefinition",
    "DeleteBuilds",
    "DestroyBuilds",
    "EditBuildDefinition",
    "OverrideBuildCheckInValidation",
];

/**
 * Groups every project is born with.
 *
 * source: Microsoft Learn, "Security groups, service accounts, and permissions reference"
 * date: 2026-11-21
 */
export const projectGroups = {
    everybody: "Project Valid Users",
    administrators: "Project Administrators",
    contributors: "Contributors",
    buildAdministrators: "Build Administrators",
} as const;
