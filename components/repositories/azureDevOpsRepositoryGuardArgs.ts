import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup } from "../shared/devOpsGroup";

/** A pipeline of the repository. */
export interface DevOpsGate {
    /**
     * Name of the pipeline. The build definition is called repository, hyphen, this name: pipelines are
     * trusted by name, so two repositories of a project must not share one.
     */
    name: string;
    /**
     * YAML file of the pipeline in the repository.
     * @default ".azuredevops/", the pipeline's name and ".yml"
     */
    pipelineFile?: string;
    /**
     * Text of that file, written when the repository is new, before the policies stand that refuse
     * the write. Later changes come by pull request; then let Pulumi take note. Not with `adopt`.
     * @default none: a gate stays red until a pull request brings the file
     */
    pipeline?: string;
}

/** A status that somebody other than a pipeline must set before a merge. */
export interface DevOpsStatus {
    /** Name of the status, for example "secrets". */
    name: string;
    /** Genre of the status: who says it, for example "scanner". */
    genre: string;
    /** Id of the only identity that may set it: that of a service principal, or a person's. */
    authorId: pulumi.Input<string>;
}

/** Branches besides the default branch, and how they are guarded. */
export interface DevOpsBranch {
    /**
     * Name of a branch, "develop", or a folder with all branches in it at any depth: "release/*", or
     * "release/**" as GitHub writes it.
     */
    pattern: string;
    /**
     * "feature": open to push; "integration": pull request, one review and the gates; "production":
     * guarded as the default branch is.
     */
    tier: string;
    /**
     * Creates the branch, from the default branch. Only for one of tier integration or production,
     * which people cannot create. One that stands already is refused by Azure DevOps; one that is taken
     * off the list stays there, unless allowDestroy is given.
     * @default false
     */
    create?: boolean;
}

/** Arguments of `AzureDevOpsRepositoryGuard`. */
export interface AzureDevOpsRepositoryGuardArgs {
    /** Name of the project. */
    project: string;
    /** Id of the project, a GUID. */
    projectId: pulumi.Input<string>;
    /** Name of the repository. */
    repository: string;
    /**
     * Name of the default branch.
     * @default "main"
     */
    defaultBranch?: string;
    /** Group that may push and owns the code. */
    team: DevOpsGroup;
    /** Group that may push and owns pipelines and policies. It may be the same group. */
    codeOwners: DevOpsGroup;
    /**
     * Group of which one member approves each change of a production branch, whatever it touches.
     * @default none
     */
    leads?: DevOpsGroup;
    /**
     * Groups that may read.
     * @default none
     */
    readers?: DevOpsGroup[];
    /**
     * Approving reviews that a merge to a production branch needs, 1 to 10.
     * @default 2
     */
    reviews?: number;
    /** Pipelines that must succeed before a merge. */
    checks: DevOpsGate[];
    /**
     * Pipelines that judge no change, for example one that deploys. They are guarded as gates are.
     * @default none
     */
    pipelines?: DevOpsGate[];
    /**
     * Statuses that must be set before a merge. Whoever sets one needs "Contribute to pull requests"
     * on the repository.
     * @default none
     */
    statusChecks?: DevOpsStatus[];
    /**
     * Branches besides the default branch. Without one of tier "feature" people create branches in
     * the folders feature and users.
     * @default none
     */
    branches?: DevOpsBranch[];
    /**
     * Ways to complete a pull request: "squash" and "rebase". Both keep history linear.
     * @default squash
     */
    mergeTypes?: string[];
    /**
     * Addresses of authors whose commits may be pushed; a star stands for any text before the at
     * sign, for example "*@acme.example".
     * @default any
     */
    authorEmails?: string[];
    /**
     * Largest file that may be pushed, in megabytes: 1, 2, 5, 10, 50, 100 or 200.
     * @default 10
     */
    maxFileSize?: number;
    /**
     * Longest path that may be pushed, in characters.
     * @default 248, with which Windows can check it out
     */
    maxPathLength?: number;
    /**
     * Paths that may not be pushed: exact ones begin with a slash, a star stands for any text.
     * @default files that hold private keys or passwords, "*.pfx" for example
     */
    blockedPaths?: string[];
    /**
     * Searches the repository for secrets and refuses pushes that hold one: Secret Protection of GitHub
     * Advanced Security for Azure DevOps, which Microsoft charges for each committer. The package
     * `gatehouse-hosts` sets it.
     * @default false
     */
    secretProtection?: boolean;
    /**
     * Folder of the build definitions.
     * @default the name of the repository
     */
    pipelineFolder?: string;
    /**
     * Agent pool of a gate whose YAML names none.
     * @default "Azure Pipelines"
     */
    agentPool?: string;
    /**
     * Takes over a repository that exists instead of creating one. Its settings stay as they are
     * until this is taken away; the policies and permissions around it are created at once.
     * @default false
     */
    adopt?: boolean;
    /**
     * Accepts that neither a gate nor a status is given.
     * @default false
     */
    allowNoChecks?: boolean;
    /**
     * Accepts changes of production branches without a work item: for a project without boards.
     * @default false
     */
    allowNoWorkItems?: boolean;
    /**
     * Leaves Project Administrators to edit policies and permissions. For a deploying identity that is
     * no more than that; otherwise it has to be a Project Collection Administrator.
     * @default false
     */
    allowProjectAdministrators?: boolean;
    /**
     * Lets project administrators push and merge past the policies.
     * @default false
     */
    allowBypass?: boolean;
    /**
     * Keeps approvals when new commits are pushed.
     * @default false
     */
    allowStaleReviews?: boolean;
    /**
     * Lets Pulumi delete the repository with all in it.
     * @default false
     */
    allowDestroy?: boolean;
}
