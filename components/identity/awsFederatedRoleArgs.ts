import type * as pulumi from "@pulumi/pulumi";

/** An ECS service that a pipeline deploys to. */
export interface EcsServiceTarget {
    /** Name of the cluster. */
    cluster: string;
    /** Name of the service. */
    service: string;
    /**
     * Family of the service's task definitions.
     * @default the name of the service
     */
    taskFamily?: string;
    /**
     * ARNs of the roles that the tasks may be given: the task role and the execution role. Pass them
     * to nothing but ECS tasks.
     * @default none: the tasks run without roles
     */
    passRoleArns?: pulumi.Input<string>[];
}

/** A Lambda function whose alias a pipeline moves to new code. */
export interface LambdaAliasTarget {
    /** Name of the function. */
    functionName: string;
    /** Name of the alias that callers use. */
    alias: string;
}

/** A website in a bucket, with the CloudFront distribution before it. */
export interface S3SiteTarget {
    /** Name of the bucket. */
    bucket: string;
    /**
     * Beginning of the keys that belong to the site, ending with a slash, for example "shop/".
     * @default the whole bucket
     */
    prefix?: string;
    /**
     * Id of the CloudFront distribution whose cached copies the pipeline may invalidate.
     * @default none
     */
    distributionId?: string;
}

/** An ECR repository that a pipeline pushes images to. */
export interface EcrRepositoryTarget {
    /** Name of the repository, without the registry. */
    repository: string;
}

/** A service connection of Azure DevOps, by its names. */
export interface TrustedConnection {
    /** Organisation, as it is written in addresses. */
    organization: string;
    /** Name of the project. */
    project: string;
    /** Name of the service connection. */
    connection: string;
    /**
     * Id of the service connection, a GUID. Needed where Entra signs the tokens, whose subjects carry
     * it.
     * @default none: the subject holds the names
     */
    connectionId?: pulumi.Input<string>;
}

/** Arguments of `AwsFederatedRole`. Either `repository` with `environment`, or `azureDevOps`. */
export interface AwsFederatedRoleArgs {
    /** Name of the role: 1 to 64 letters, digits and + = , . @ - _. Its path is "/pipeline/". */
    roleName: string;
    /** The AWS account of the role and of everything it deploys to, twelve digits. */
    accountId: string;
    /** The one region in which the role may act, for example "eu-west-1". */
    region: string;
    /** ARN of the account's provider for the issuer, from `AwsOidcProvider`. */
    providerArn: pulumi.Input<string>;
    /**
     * The GitHub repository trusted, as "owner/name", in the case in which GitHub writes it.
     * @default none: Azure DevOps is trusted
     */
    repository?: string;
    /**
     * The GitHub environment trusted, in the case in which the workflow writes it.
     * @default none: Azure DevOps is trusted
     */
    environment?: string;
    /**
     * The service connection of Azure DevOps trusted.
     * @default none: GitHub is trusted
     */
    azureDevOps?: TrustedConnection;
    /**
     * The exact subject trusted: of the environment of the repository, or of the service connection.
     */
    subject: pulumi.Input<string>;
    /**
     * Numeric id of the GitHub repository, which nobody else can ever have. Demanded of the token beside
     * the subject.
     * @default not demanded
     */
    repositoryId?: pulumi.Input<number>;
    /**
     * Git reference whose jobs alone may use the role, for example "refs/heads/main".
     * @default what the environment lets through
     */
    ref?: string;
    /**
     * Workflow whose jobs alone may use the role, at a branch or tag:
     * "acme/ci/.github/workflows/deploy.yml@refs/heads/main".
     * @default any workflow of the repository
     */
    workflow?: string;
    /**
     * Who signs the tokens. Needed for Azure DevOps.
     * @default "https://token.actions.githubusercontent.com"
     */
    issuer?: string;
    /**
     * Whom the tokens are meant for.
     * @default "sts.amazonaws.com" for GitHub, "api://AzureADTokenExchange" for Azure DevOps
     */
    audience?: string;
    /**
     * What the role may do with the targets: "apply" deploys to them, "plan" only reads what a preview
     * compares.
     * @default "apply"
     */
    access?: string;
    /**
     * ECS services.
     * @default none
     */
    ecsServices?: EcsServiceTarget[];
    /**
     * Lambda functions with an alias.
     * @default none
     */
    lambdaAliases?: LambdaAliasTarget[];
    /**
     * Websites in buckets.
     * @default none
     */
    s3Sites?: S3SiteTarget[];
    /**
     * Image repositories.
     * @default none
     */
    ecrRepositories?: EcrRepositoryTarget[];
    /**
     * Names of secrets of the account that the jobs read, for example "shop/smtp". Whoever owns a
     * secret has to name the role as a reader, too: `AwsSecretVault` does.
     * @default none
     */
    secretNames?: string[];
    /**
     * Aliases, without "alias/", of keys in KMS that the jobs sign with. Whoever owns a key has to name
     * the role as a signer, too: `SigningKey` does.
     * @default none
     */
    signingKeyAliases?: string[];
    /**
     * ARN of a permissions boundary to use in place of the component's own. It must be one of the same
     * account.
     * @default a boundary of its own, "<roleName>-boundary"
     */
    permissionsBoundaryArn?: pulumi.Input<string>;
    /**
     * Tags of the role and the boundary.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
}
