import type * as pulumi from "@pulumi/pulumi";

/** A repository whose jobs may run in the pool. */
export interface AwsRunnerRepository {
    /** Its name, without the organisation. */
    name: string;
    /** Its number at GitHub; the `repoId` of a `github.Repository`. */
    repoId: pulumi.Input<number>;
}

/** Machines that register themselves, take one job and are terminated. */
export interface AwsRunnerInstances {
    /**
     * Id of the machine image, "ami-…": Amazon Linux 2023 or Ubuntu 24.04 with one volume.
     * @default the image in `imageParameter`
     */
    imageId?: pulumi.Input<string>;
    /**
     * SSM parameter with the id of the machine image, and its version: "/acme/images/runner:7".
     * @default the image in `imageId`
     */
    imageParameter?: string;
    /**
     * What the image holds: "AMAZON_LINUX_2023" or "UBUNTU".
     * @default "AMAZON_LINUX_2023"
     */
    operatingSystem?: string;
    /**
     * Kind of machine, with memory for the job's folder and 4 GiB besides.
     * @default "m7i.xlarge", 16 GiB
     */
    instanceType?: string;
    /** Number of machines, 1 to 100: waiting for a job, at work, or being replaced. */
    maximum: number;
    /**
     * Size of the volume, 20 to 1000 GiB.
     * @default 30
     */
    volumeGigabytes?: number;
    /**
     * ARN of the KMS key for the volumes. Its policy must let the account's role
     * AWSServiceRoleForAutoScaling use it.
     * @default the account's own key for volumes
     */
    volumeKeyArn?: pulumi.Input<string>;
    /** Client id of the GitHub App that registers runners; it needs no other permission. */
    appClientId: string;
    /** Number of the App's installation in the organisation. */
    installationId: number;
    /** ARN of the KMS key that is the App's private key, in the pool's region. */
    appKeyArn: pulumi.Input<string>;
    /**
     * Memory the job's folder may use, 2048 to 1048576 MiB.
     * @default 8192
     */
    workFolderMegabytes?: number;
    /**
     * When patches are installed on machines that wait for a job, as a cron or rate expression of
     * Systems Manager, in UTC.
     * @default "cron(0 3 ? * * *)", every night at three
     */
    patchSchedule?: string;
}

/** Containers that AWS CodeBuild starts, one for each job. */
export interface AwsRunnerBuilds {
    /**
     * ARN of a connection of AWS CodeConnections to GitHub, whose GitHub App may manage webhooks and
     * self-hosted runners of the organisation.
     * @default a connection of the pool's own, which waits until somebody approves it in the console
     */
    connectionArn?: pulumi.Input<string>;
    /**
     * Image of the containers.
     * @default "aws/codebuild/amazonlinux-x86_64-standard:5.0"
     */
    image?: string;
    /**
     * Size of a container, as CodeBuild names it.
     * @default "BUILD_GENERAL1_MEDIUM"
     */
    computeType?: string;
    /** Most jobs at a time, 1 to 1000. */
    maximum: number;
    /**
     * Minutes a job may take, 5 to 2160.
     * @default 60
     */
    timeoutMinutes?: number;
}

/** Arguments of `AwsRunnerPool`. */
export interface AwsRunnerPoolArgs {
    /** Name of the pool, 3 to 17 lower case letters, digits, single hyphens. With the tier it is the name of all that belongs to it. */
    poolName: string;
    /** What the jobs may reach: "pullRequest", "development", "staging" or "production". */
    tier: string;
    /** AWS account the pool stands in: twelve digits. */
    accountId: string;
    /** AWS region, for example "eu-west-1". */
    region: string;
    /** Id of the network, see `AwsAgentNetwork`. */
    vpcId: pulumi.Input<string>;
    /** Ids of the subnets for agents. */
    subnetIds: pulumi.Input<string[]>;
    /** Id of the security group for agents. */
    securityGroupId: pulumi.Input<string>;
    /** GitHub organisation. */
    organization: string;
    /** Repositories whose jobs may run in the pool: at least one. */
    repositories: AwsRunnerRepository[];
    /**
     * Workflows whose jobs may run in the pool, each as "owner/repository/.github/workflows/file.yml@ref"
     * with a full ref ("refs/heads/main") or a commit. Needs GitHub Enterprise Cloud. A production
     * pool needs at least one.
     * @default any workflow of the repositories
     */
    workflows?: string[];
    /**
     * Machines that take one job each; or else `codeBuild` is needed.
     * @default none
     */
    instances?: AwsRunnerInstances;
    /**
     * Containers of AWS CodeBuild; or else `instances` is needed.
     * @default none
     */
    codeBuild?: AwsRunnerBuilds;
    /**
     * ARN of the permissions boundary of the pool's role.
     * @default one of its own, which allows what the pool needs
     */
    permissionsBoundaryArn?: pulumi.Input<string>;
    /**
     * ARN of the KMS key for the log. Its policy must let the region's CloudWatch Logs use it.
     * @default a key of its own, which is rotated every year
     */
    logKeyArn?: pulumi.Input<string>;
    /**
     * Days the log is kept: 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
     * @default 365
     */
    logRetentionDays?: number;
    /**
     * Tags of every resource in the component that has tags.
     * @default none but a name
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the log and its key. Otherwise they are protected resources.
     * @default false
     */
    allowDestroy?: boolean;
}
