import type * as pulumi from "@pulumi/pulumi";

/** A workflow that must pass before a merge. */
export interface EstateRequiredWorkflow {
    /** Repository of the estate that holds the workflow. */
    repository: string;
    /** Path of the workflow there, for example ".github/workflows/scan.yml". */
    path: string;
    /** Reference at which it is taken, for example "refs/heads/main". */
    ref: string;
}

/** Settings of the GitHub organisation. */
export interface EstateGitHub {
    /** Address that GitHub sends its bills to. */
    billingEmail: string;
    /**
     * Team whose members see the security alerts of every repository.
     * @default none
     */
    securityTeam?: string;
    /** Workflows that must pass before a merge to the default branch of the estate's repositories. */
    requiredWorkflows: EstateRequiredWorkflow[];
}

/** What deployments from Azure DevOps to AWS need. */
export interface EstateDevOpsAws {
    /** Id of the Azure DevOps organisation, a GUID: its tokens for AWS are signed under it. */
    organizationId: string;
    /** Uses the OIDC provider for the organisation that the account has already. */
    adoptProvider: boolean;
    /**
     * The organisation has the AWS toolkit already, without which it knows no connections to AWS. One
     * that the estate installs stays when the estate goes.
     */
    adoptToolkit: boolean;
}

/** Where events of the Azure DevOps project are sent. */
export interface EstateAuditSink {
    /** Address, https. */
    url: string;
    /** User name that it asks for. */
    username: string;
    /** Password that it asks for; kept as a secret. */
    password: pulumi.Input<string>;
}

/** A place that a feed gets packages from. */
export interface EstateFeedSource {
    /** Name, unlike that of the feed's other sources. */
    name: string;
    /** Kind of package, for example "npm". */
    protocol: string;
    /** Address, https. */
    location: string;
}

/** A feed of packages. */
export interface EstateFeed {
    /** Name of the feed. */
    name: string;
    /** Teams that install what is in it. */
    readers: string[];
    /** Teams that besides let packages in from the sources. */
    collectors: string[];
    /** Teams that besides publish packages of their own. */
    publishers: string[];
    /** All places it gets packages from. */
    sources: EstateFeedSource[];
}

/** Feeds, in a project of their own: whoever writes to the project of a feed may publish in it. */
export interface EstatePackages {
    /** Name of the project; the estate makes it. */
    project: string;
    /** The feeds. */
    feeds: EstateFeed[];
}

/** Azure DevOps project of pools and repositories. */
export interface EstateAzureDevOps {
    /** Organisation, for example "acme". */
    organization: string;
    /** Name of the project; the estate makes it. */
    project: string;
    /** Addresses that authors of commits may have, for example "*@acme.example". */
    authorEmails: string[];
    /**
     * What deployments from there to AWS need.
     * @default nothing there deploys in AWS
     */
    aws?: EstateDevOpsAws;
    /**
     * Feeds from which the pipelines of the project get packages.
     * @default none
     */
    packages?: EstatePackages;
    /**
     * Where pushes, steps of pull requests, runs and changes of connections are sent.
     * @default nowhere
     */
    audit?: EstateAuditSink;
    /**
     * Keeps the audit log of the whole organisation in a workspace of its own: for one of its estates.
     * @default false
     */
    auditStream?: boolean;
    /**
     * The project exists already and is imported.
     * @default false
     */
    adopt?: boolean;
    /**
     * Object id of the tenant's service principal "DevOpsInfrastructure", which joins managed pools to
     * their network.
     * @default it has the rights to do so already
     */
    infrastructurePrincipalId?: string;
}

/** Branches that are guarded beside the default one. */
export interface EstateBranch {
    /** Name or pattern, for example "release/*". */
    pattern: string;
    /** "feature", "integration" or "production". */
    tier: string;
    /**
     * The branch stands already. Otherwise the estate makes it on Azure DevOps, where people cannot, unless
     * it is a pattern or the repository is being adopted.
     * @default false
     */
    exists?: boolean;
}
