import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup } from "../devOpsGroup";

/** When a protected resource may be used. */
export interface DevOpsBusinessHours {
    /** Days of the week, for example ["monday", "tuesday"]: at least one. */
    days: string[];
    /** Beginning, as "08:00". */
    from: string;
    /** End on the same day, as "16:30". */
    to: string;
    /**
     * Time zone by its Windows name, for example "GMT Standard Time".
     * @default "UTC"
     */
    timeZone?: string;
}

/** A template that pipelines have to extend. */
export interface DevOpsTemplate {
    /** Repository, as "project/repository"; "owner/repository" where it is not in Azure Repos. */
    repository: string;
    /** Branch it is taken from, as "refs/heads/main". */
    ref: string;
    /** Path of the template in the repository, for example "release.yml". */
    path: string;
    /**
     * Where the repository is: "azuregit", "github", "githubenterprise" or "bitbucket".
     * @default "azuregit"
     */
    repositoryType?: string;
}

/** A service of one's own that decides. */
export interface DevOpsRestCheck {
    /** What people see, for example "Change calendar". */
    displayName: string;
    /** Name of the service connection it is called through. */
    connection: pulumi.Input<string>;
    /**
     * Whether that is a connection to Azure; otherwise it is a generic one.
     * @default false
     */
    azure?: boolean;
    /**
     * Method: "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" or "TRACE".
     * @default "POST"
     */
    method?: string;
    /**
     * What is put behind the connection's address.
     * @default nothing
     */
    urlSuffix?: string;
    /**
     * Headers, as JSON. No secrets: whoever may see the check reads them.
     * @default none
     */
    headers?: string;
    /**
     * Body. No secrets: whoever may see the check reads it.
     * @default none
     */
    body?: string;
    /**
     * Expression over the answer, for example "eq(root['status'], 'open')". With it the answer
     * decides; without it the service calls back.
     * @default none: the service calls back
     */
    successCriteria?: string;
    /**
     * Minutes between two tries: fewer than ten tries fit into the waiting time. Only with
     * `successCriteria`.
     * @default one try
     */
    retryMinutes?: number;
}

/** What a run has to pass before it uses a protected resource of Azure DevOps. */
export interface DevOpsChecks {
    /**
     * Groups that approve each use. Azure DevOps counts a group as one approver, whichever of its
     * members speaks for it. Whoever is in two of them speaks for both.
     */
    approvers: DevOpsGroup[];
    /**
     * How many of the groups have to approve.
     * @default all of them
     */
    minimumApprovers?: number;
    /**
     * What approvers are told, at most 1024 characters.
     * @default nothing
     */
    instructions?: string;
    /**
     * Branches from which runs come, in full: "refs/heads/main". Every repository a run draws from has
     * to be at one of them, templates included.
     */
    branches: string[];
    /**
     * Minutes a run waits for approvals, hours, a service or its turn before it fails, 1 to 43200.
     * @default 4320, three days
     */
    waitMinutes?: number;
    /**
     * Hours of use.
     * @default any time
     */
    businessHours?: DevOpsBusinessHours;
    /**
     * Lets one run at a time use the resource. Those that wait are cancelled in favour of the latest,
     * unless their YAML says `lockBehavior: sequential`.
     * @default true for environments, false for everything else: a run that needs two locks could wait for another that has one of them
     */
    exclusiveLock?: boolean;
    /**
     * Template that pipelines have to extend. With `branches` its `ref` has to be one of them, if it is in
     * Azure Repos.
     * @default none
     */
    requiredTemplate?: DevOpsTemplate;
    /**
     * Service that decides, too.
     * @default none
     */
    restApi?: DevOpsRestCheck;
    /**
     * Accepts an empty list of approvers: nobody approves.
     * @default false
     */
    allowNoApproval?: boolean;
    /**
     * Lets whoever asked for a run approve it.
     * @default false
     */
    allowSelfApproval?: boolean;
    /**
     * Lets runs of every branch use the resource; `branches` is then ignored.
     * @default false
     */
    allowAnyBranch?: boolean;
    /**
     * Accepts branches that no policy protects.
     * @default false
     */
    allowUnprotectedBranches?: boolean;
}
