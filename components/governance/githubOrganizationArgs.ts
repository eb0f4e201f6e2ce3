import type * as pulumi from "@pulumi/pulumi";

import type { GuardCheck, GuardTeam } from "../repositories/guardPartArgs";

/** What may be said of a repository: a custom property with a list of values. */
export interface OrganizationProperty {
    /** Name of the property, for example "tier". */
    name: string;
    /** The values it may have, at most 200. */
    allowedValues: string[];
    /**
     * What it is for.
     * @default empty
     */
    description?: string;
    /**
     * Value of every repository that was given no other.
     * @default none: a repository without a value has none
     */
    defaultValue?: string;
}

/** Addresses from which the organisations of an enterprise may be reached. */
export interface OrganizationAddress {
    /** An address, or a range no wider than /16 (IPv6: /32). */
    range: string;
    /** Whose it is, for example "office". */
    name: string;
}

/** A bucket of Amazon S3 that GitHub writes to under a role, without a secret. */
export interface AuditStreamBucket {
    /** Name of the bucket. */
    bucket: pulumi.Input<string>;
    /** Region of the bucket. */
    region: pulumi.Input<string>;
    /** ARN of the role that GitHub assumes over OpenID Connect. */
    roleArn: pulumi.Input<string>;
}

/** An event hub of Azure. */
export interface AuditStreamEventHub {
    /** Name of the event hub. */
    name: pulumi.Input<string>;
    /** Connection string that may send, and nothing else. A secret. */
    connectionString: pulumi.Input<string>;
}

/** The enterprise account that the organisation belongs to. */
export interface OrganizationEnterprise {
    /** Short name of the enterprise. */
    slug: string;
    /**
     * Addresses from which the enterprise may be reached. An owner has to switch the list on.
     * @default none
     */
    addresses?: OrganizationAddress[];
    /**
     * Bucket that the audit log is streamed to.
     * @default not streamed to a bucket
     */
    auditBucket?: AuditStreamBucket;
    /**
     * Event hub that the audit log is streamed to. One of both at most.
     * @default not streamed to an event hub
     */
    auditEventHub?: AuditStreamEventHub;
}

/** Arguments of `GitHubOrganization`. */
export interface GitHubOrganizationArgs {
    /** Name of the organisation. */
    organization: string;
    /**
     * Plan of the organisation: "free", "team" or "enterprise". What it lacks is refused.
     * @default "enterprise"
     */
    githubPlan?: string;
    /** Address that GitHub sends bills to; GitHub demands it with every change of the settings. */
    billingEmail: string;
    /**
     * Names of the repositories that a `GitHubRepositoryGuard` guards. The rules for the default
     * branches of all others leave them out, or they would refuse the files the guard begins with.
     * @default none: the rules hold for every repository
     */
    guardedRepositories?: string[];
    /**
     * Checks that must be green before a merge to the default branch of any other repository. All of
     * them must report these.
     * @default none
     */
    checks?: GuardCheck[];
    /**
     * Teams that see every repository's security alerts and settings, at most 10.
     * @default none
     */
    securityManagers?: GuardTeam[];
    /**
     * What may be said of a repository, for rules to aim at.
     * @default none
     */
    properties?: OrganizationProperty[];
    /**
     * What is to be set for the enterprise as a whole. Give it to one of its organisations only.
     * @default nothing
     */
    enterprise?: OrganizationEnterprise;
    /**
     * Lets members create private repositories.
     * @default false
     */
    allowMemberRepositories?: boolean;
    /**
     * Starts new repositories without GitHub's paid Advanced Security.
     * @default false
     */
    allowNoAdvancedSecurity?: boolean;
    /**
     * Leaves repositories without a guard of their own to themselves: no rules for branches and tags
     * of the organisation as a whole.
     * @default false
     */
    allowUnguardedRepositories?: boolean;
}
