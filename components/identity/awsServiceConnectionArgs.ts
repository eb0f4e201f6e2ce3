import type * as pulumi from "@pulumi/pulumi";

import type { DevOpsGroup, DevOpsPipeline } from "../shared/devOpsGroup";
import type { DevOpsChecks } from "../shared/protection/devOpsChecksArgs";
import type {
    EcrRepositoryTarget,
    EcsServiceTarget,
    LambdaAliasTarget,
    S3SiteTarget,
} from "./awsFederatedRoleArgs";

/** Arguments of `AwsServiceConnection`. */
export interface AwsServiceConnectionArgs {
    /** Azure DevOps organisation, as it is written in addresses. */
    organization: string;
    /** Name of the project. */
    project: string;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Name of the connection, by which pipelines refer to it. */
    connection: string;
    /**
     * What it is for.
     * @default nothing
     */
    description?: string;
    /**
     * Who signs the tokens: "https://vstoken.dev.azure.com/" and the id of the organisation. The AWS
     * toolkit knows no other issuer yet.
     */
    issuer: string;
    /** Name of the role: 1 to 64 letters, digits and + = , . @ - _. */
    roleName: string;
    /** The AWS account of the role and of everything it deploys to, twelve digits. */
    accountId: string;
    /** The one region in which the role may act, for example "eu-west-1". */
    region: string;
    /** ARN of the account's provider for the issuer, from `AwsOidcProvider`. */
    providerArn: pulumi.Input<string>;
    /**
     * What pipelines do with the targets: "apply" deploys to them, "plan" only reads what a preview
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
     * Names of secrets of the account that the jobs read.
     * @default none
     */
    secretNames?: string[];
    /**
     * Aliases, without "alias/", of keys in KMS that the jobs sign with.
     * @default none
     */
    signingKeyAliases?: string[];
    /**
     * ARN of a permissions boundary to use in place of the role's own.
     * @default a boundary of its own
     */
    permissionsBoundaryArn?: pulumi.Input<string>;
    /**
     * Installs the AWS toolkit in the organisation first, which brings the kind of connection. It is
     * installed once for all of them, and stays when the component goes.
     * @default false: it is installed already
     */
    installToolkit?: boolean;
    /** What a run has to pass before it uses the connection. */
    checks: DevOpsChecks;
    /**
     * Pipelines that may use the connection.
     * @default none: no pipeline uses it
     */
    pipelines?: DevOpsPipeline[];
    /**
     * Groups that administer the connection: whoever does can take its checks away.
     * @default none beside those who administer all connections of the project
     */
    administrators?: DevOpsGroup[];
    /**
     * Groups that may refer to the connection in pipelines. Administering is denied to them, which
     * holds for whoever is in a group of administrators as well.
     * @default none beside those the project gives it to
     */
    users?: DevOpsGroup[];
    /**
     * Tags of the role and the boundary.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
}
