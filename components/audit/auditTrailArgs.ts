import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `AuditTrail`. Exactly one of `azure` and `aws` is given: a trail for each cloud. */
export interface AuditTrailArgs {
    /** Organisation whose trail it is; names begin with it. A GitHub account name. */
    organization: string;
    /** Addresses that get every alert, at least one. A group's, rather than a person's. */
    emails: string[];
    /**
     * The trail of an Azure subscription.
     * @default none; then `aws` is given
     */
    azure?: AuditTrailAzure;
    /**
     * The trail of an AWS account.
     * @default none; then `azure` is given
     */
    aws?: AuditTrailAws;
    /**
     * Days for which the logs are kept, 90 to 730. AWS keeps its log group for the next longer time
     * CloudWatch offers.
     * @default 365
     */
    retentionDays?: number;
    /**
     * Tags of every resource in the component that can have them.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete what holds the logs. Otherwise these are protected resources: removing them
     * from the program, and `pulumi destroy`, fail. What a lock on the objects keeps stays anyway.
     * @default false
     */
    allowDestroy?: boolean;
}

/** The trail of an Azure subscription. */
export interface AuditTrailAzure {
    /** Subscription whose activity log is kept: the one Pulumi deploys to. */
    subscriptionId: string;
    /** Resource group of the workspace and the alerts. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /**
     * Object ids of the identities that deploy: what they change raises no alert that speaks of
     * changes "outside the apply identities".
     */
    applyPrincipalIds: pulumi.Input<string>[];
    /**
     * Object ids of accounts for emergencies: what they change raises an alert. Sign-ins are seen only
     * where the tenant sends its `SignInLogs` to the workspace, which is a setting of Entra.
     * @default none, and no such alert
     */
    breakGlassPrincipalIds?: pulumi.Input<string>[];
    /**
     * Ids of the subnets in which agents run. Needs flow logs with traffic analytics to the workspace.
     * @default none: denials by network security groups raise no alert
     */
    agentSubnetIds?: pulumi.Input<string>[];
    /**
     * IPv4 ranges from which agents reach an Azure Firewall that logs to the workspace, for example
     * "10.20.1.0/24".
     * @default none: denials by a firewall raise no alert
     */
    agentRanges?: string[];
    /**
     * Systems that get every alert, besides the mails.
     * @default none
     */
    webhooks?: AuditWebhook[];
    /**
     * Name of a storage account, unique in all of Azure, that keeps a second copy of the activity log
     * which cannot be changed for `retentionDays`: 3 to 24 small letters and digits.
     * @default no copy
     */
    archiveAccountName?: string;
    /**
     * Plans of Defender for Cloud to turn on for the subscription. Each costs money; see
     * `components/audit/azure/defenderPlans.ts` for all of them and what they are paid by.
     * @default "Arm", "KeyVaults" and "VirtualMachines"
     */
    defenderPlans?: string[];
}

/** A system that gets alerts from Azure, and checks a token of Entra ID before it believes one. */
export interface AuditWebhook {
    /** Name of the receiver, unique in the trail. */
    name: string;
    /** Address it listens on: https only. */
    serviceUri: string;
    /** Object id of the Entra application that protects the address. */
    objectId: pulumi.Input<string>;
    /** Identifier URI of that application: the audience of the token. */
    identifierUri: string;
    /** Tenant of that application. */
    tenantId: pulumi.Input<string>;
}

/** The trail of an AWS account. */
export interface AuditTrailAws {
    /** Account whose events are kept: the one Pulumi deploys to. */
    accountId: string;
    /** Home region of the trail, for example "eu-west-1". */
    region: string;
    /** Name of the bucket, unique in all of AWS. */
    bucketName: string;
    /**
     * ARNs of the roles that deploy the estate itself: what they change raises no alert that speaks of
     * changes "outside the apply roles". Roles that deploy applications do not belong here: they should
     * change nothing of the kind. There is room for 1200 characters, a dozen or more.
     */
    applyRoleArns: pulumi.Input<string>[];
    /**
     * ARNs of roles for emergencies: taking one on raises an alert, as does what it changes.
     * There is room for 600 characters.
     * @default none, and no such alert but that for the root user
     */
    breakGlassRoleArns?: pulumi.Input<string>[];
    /**
     * Names of the log groups of the flow logs of networks in which agents run, in `region`.
     * @default none: denied connections raise no alert
     */
    agentFlowLogGroups?: pulumi.Input<string>[];
    /**
     * ARNs of buckets whose every object read and write is logged, such as that of Pulumi's state.
     * Uses of keys and reads of secrets are logged without being named here. Costs by event.
     * @default none
     */
    dataBucketArns?: pulumi.Input<string>[];
    /**
     * Further regions whose events raise alerts. IAM speaks in "us-east-1" only, which is why that is
     * one of them unless it is `region`. All regions are logged, whatever stands here.
     * @default "us-east-1"
     */
    watchedRegions?: string[];
    /**
     * Features of GuardDuty to turn on. Each costs money.
     * @default "S3_DATA_EVENTS" and "RUNTIME_MONITORING", with the agent on machines managed by AWS
     */
    guardDutyFeatures?: string[];
    /**
     * Turns Security Hub on, with its default standards. Costs by check.
     * @default false
     */
    securityHub?: boolean;
    /**
     * Keeps the log files in governance mode: who holds `s3:BypassGovernanceRetention` can delete
     * them. Otherwise nobody can, the root user and AWS included, until `retentionDays` are over.
     * @default false
     */
    allowGovernanceMode?: boolean;
    /**
     * Creates no GuardDuty detector and no Access Analyzer, for an account whose organisation has set
     * them up. Findings of such a detector still raise alerts.
     * @default false
     */
    allowNoDetection?: boolean;
}
