/** AWS account of the estate. */
export interface EstateAws {
    /** Account id: twelve digits. */
    accountId: string;
    /** AWS region, for example "eu-west-2". */
    region: string;
    /** Uses the OIDC provider for GitHub that the account has already. */
    adoptProvider: boolean;
}

/** Accounts, identities and roles of people. */
export interface EstatePrincipals {
    /** Entra object ids. */
    azure: string[];
    /** ARNs of IAM roles. */
    aws: string[];
}

/** GitHub App by which self-hosted runners register. */
export interface EstateGitHubApp {
    /** Client id of the app. */
    clientId: string;
    /** Id of its installation in the organisation. */
    installationId: number;
}

/** An ECS service that an environment deploys. */
export interface EstateEcsService {
    /** Name of the cluster. */
    cluster: string;
    /** Name of the service. */
    service: string;
    /** Family of its task definitions. */
    taskFamily: string;
    /** Names of the roles that its tasks run with. */
    passRoles: string[];
}

/** An alias of a Lambda function that an environment moves. */
export interface EstateLambdaAlias {
    /** Name of the function. */
    function: string;
    /** Name of the alias. */
    alias: string;
}

/** A static site in S3 that an environment writes. */
export interface EstateS3Site {
    /** Name of the bucket. */
    bucket: string;
    /**
     * Id of the CloudFront distribution whose cache is invalidated.
     * @default none
     */
    distribution?: string;
}

/** What an environment deploys in AWS. */
export interface EstateAwsTargets {
    /** ECS services. */
    ecsServices: EstateEcsService[];
    /** Aliases of Lambda functions. */
    lambdaAliases: EstateLambdaAlias[];
    /** Static sites in S3. */
    s3Sites: EstateS3Site[];
    /** Names of ECR repositories that images are pushed to. */
    ecrRepositories: string[];
}

/** A pool of self-hosted agents. */
export interface EstatePool {
    /** Name of the pool. */
    name: string;
    /** In Azure "ephemeral", "scaleSet" or "managed", in AWS "instances" or "codeBuild". */
    kind: string;
    /** "github" or "azureDevOps". */
    host: string;
    /** "pullRequest", "development", "staging" or "production". */
    tier: string;
    /** Repositories whose jobs may run in the pool. */
    repositories: string[];
    /** Workflows that may use the runners, at a reference; empty: any of the repositories. */
    workflows: string[];
    /** Most machines at a time. */
    maximum: number;
    /**
     * ARN of an approved connection of AWS to GitHub, for "codeBuild".
     * @default the pool makes one, which somebody has to approve
     */
    connection?: string;
    /**
     * Size of a machine, as the cloud names it.
     * @default that of the pool's component
     */
    size?: string;
    /**
     * In Azure "publisher:offer:sku:version", the id of a version in a gallery, or for a managed pool
     * the name of an image that Microsoft keeps; in AWS the id of a machine image.
     * @default none: only "codeBuild" needs none
     */
    image?: string;
}

/** The network of self-hosted agents in one cloud, and their pools. */
export interface EstateAgents {
    /** In Azure "nat" or "firewall", in AWS "endpoints" or "firewall". */
    egress: string;
    /** Private addresses of the network, for example "10.65.0.0/22". */
    addresses: string;
    /** The pools. */
    pools: EstatePool[];
}

/** Where Pulumi keeps the estate's own state. */
export interface EstateState {
    /** "azure" or "aws". */
    cloud: string;
    /** Name of the storage account or bucket. */
    name: string;
    /** Stacks to make in it, for which the exact commands are given out. */
    stacks: string[];
    /** Plans that may read it, as "repository/plan"; in Azure only. */
    planners: string[];
}

/** A key that signs and never leaves its vault. */
export interface EstateSigningKey {
    /** Name of the key. */
    name: string;
    /** "azure" or "aws". */
    cloud: string;
    /**
     * Last day of its first version, not included, for example "2027-11-21".
     * @default none: required in Azure
     */
    expires?: string;
    /** Deployments whose identities may sign, as "repository/environment". */
    signers: string[];
    /** Deployments whose identities may verify only, as "repository/environment". */
    verifiers: string[];
}

/** A secret that deployments read. Its value is written by those who rotate it. */
export interface EstateSecret {
    /** Name of the secret. */
    name: string;
    /** "azure" or "aws". */
    cloud: string;
    /** Team that answers for it. */
    owner: string;
    /** Last day on which it is valid, for example "2027-06-30". */
    expires: string;
    /** Deployments whose identities may read it, as "repository/environment". */
    readers: string[];
    /**
     * ARN of the role that writes its values.
     * @default none: required in AWS
     */
    writer?: string;
    /**
     * What writes a new value before the old one expires: the id of an Azure Function, or the ARN of a
     * Lambda function.
     * @default nothing: the owner does
     */
    rotation?: string;
}
