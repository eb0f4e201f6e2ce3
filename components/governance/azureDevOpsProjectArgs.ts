import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `AzureDevOpsProject`. */
export interface AzureDevOpsProjectArgs {
    /** Name of the project. */
    project: string;
    /**
     * What the project is for.
     * @default empty
     */
    description?: string;
    /**
     * Process of the work items, for example "Basic". It is given when the project is made; a later
     * change, which would need another project, is left out of account.
     * @default "Agile"
     */
    process?: string;
    /**
     * What the project offers: "repositories", "pipelines", "artifacts", "boards", "testplans".
     * @default repositories and pipelines
     */
    features?: string[];
    /** Groups of the project: who belongs to none of them can do nothing in it. */
    groups: DevOpsProjectGroup[];
    /**
     * Addresses that commits may have as their author: exact ones, or a star before the domain, such
     * as "*@acme.example"; what begins with an exclamation mark is refused. The order matters. The
     * deploying identity's own has to be among them: the first commit of a repository is judged too. Or
     * leave this empty and give them to `AzureDevOpsRepositoryGuard`, which commits before it judges.
     */
    authorEmails: string[];
    /**
     * Largest file that can be pushed, in megabytes: 1, 2, 5, 10, 50, 100 or 200.
     * @default 10
     */
    maxFileSize?: number;
    /**
     * Longest path of a file that can be pushed, in characters, 1 to 10000.
     * @default 248, with which Windows can check it out
     */
    maxPathLength?: number;
    /**
     * Paths that cannot be pushed, for example "*.pfx". A leading exclamation mark excepts a path.
     * @default none
     */
    blockedPaths?: string[];
    /**
     * Where events of the project are sent.
     * @default nowhere
     */
    audit?: DevOpsAuditHook;
    /**
     * Where the audit log of the whole organisation is sent; so it is given in one of its projects.
     * @default nowhere
     */
    auditStream?: DevOpsAuditStream;
    /**
     * New repositories are searched for secrets, and pushes that hold one are refused: Secret
     * Protection of GitHub Advanced Security, which is paid for by committer.
     * @default false
     */
    secretProtection?: boolean;
    /**
     * Dependencies of new repositories are looked at in each of their runs: Code Security of GitHub
     * Advanced Security, which is paid for by committer.
     * @default false
     */
    codeSecurity?: boolean;
    /**
     * The project exists: it is taken over, and changed only once this is taken away. Its members
     * stay as well until then. What else the component makes is made at once.
     * @default false
     */
    adopt?: boolean;
    /**
     * Lets Pulumi delete the project with all in it.
     * @default false
     */
    allowDestroy?: boolean;
    /**
     * Accepts an empty `authorEmails`: commits have any author.
     * @default false
     */
    allowAnyAuthor?: boolean;
    /**
     * Leaves the built-in group Project Administrators its members, and lets them edit policies and
     * permissions, pipelines, connections and the project. For a deploying identity that is no more
     * than that; otherwise it has to be a Project Collection Administrator.
     * @default false
     */
    allowProjectAdministrators?: boolean;
    /**
     * Lets groups that operate administer connections, the library and the permissions of pipelines.
     * Each of their members can then take an approval off a connection.
     * @default false
     */
    allowOperatorsToAdminister?: boolean;
    /**
     * Lets a job start pipelines with its token. Whoever makes a pipeline start another is not the one
     * who asked for that run, and can approve it.
     * @default false
     */
    allowJobsToQueue?: boolean;
}

/** A group of a project, and what its members may do. */
export interface DevOpsProjectGroup {
    /** Name of the group, unlike that of any built-in group. */
    name: string;
    /**
     * "read": see code and runs, review, approve; "write": besides push branches and start pipelines;
     * "operate": besides edit pipelines, create connections and variable groups. Somebody who belongs to
     * a group that writes and to one that operates may not create connections: a refusal beats a grant.
     */
    access: string;
    /**
     * What the group is for.
     * @default empty
     */
    description?: string;
    /**
     * Object ids of the Entra groups whose members belong to it.
     * @default none
     */
    entraGroups?: string[];
    /**
     * Sign-in names of people who belong to it, for example "ada@acme.example"; each has access to
     * the organisation already. An Entra group is better: who leaves it leaves here too.
     * @default none
     */
    members?: string[];
}

/** Where events of a project are sent. */
export interface DevOpsAuditHook {
    /** Address of the sink, https. Give a secret where the address itself lets in. */
    url: pulumi.Input<string>;
    /** User name the sink asks for. */
    username: string;
    /** Password the sink asks for; kept as a secret. */
    password: pulumi.Input<string>;
}

/** A workspace of Azure Monitor, for the audit log of an organisation. */
export interface DevOpsAuditStream {
    /** Id of the workspace, a GUID: its `customerId`, not its id in Azure. */
    workspaceId: pulumi.Input<string>;
    /**
     * A key of the workspace; kept as a secret. Azure DevOps has no other way in, so the workspace must
     * accept keys: give it one of its own.
     */
    sharedKey: pulumi.Input<string>;
}
