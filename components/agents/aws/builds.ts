import { Project } from "@pulumi/aws/codebuild/project";
import { Webhook } from "@pulumi/aws/codebuild/webhook";
import { Connection } from "@pulumi/aws/codeconnections/connection";
import type { Role } from "@pulumi/aws/iam/role";
import * as pulumi from "@pulumi/pulumi";

import { awsArn } from "../../shared/awsNaming";
import type { AwsRunnerBuilds, AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import { logGroupArn, type EncryptedGroup } from "./logs";
import { common, type Placement } from "./placement";
import { createPoolRole, writesTo, type PoolStatement } from "./poolRole";

/** Stands for "any repository the webhook sends"; an organisation's webhook needs it. */
const anyWebhookSource = "CODEBUILD_DEFAULT_WEBHOOK_SOURCE_LOCATION";

/** The way to GitHub: given, or one that a person has to approve in the console. */
export function connectionOf(place: Placement, builds: AwsRunnerBuilds): pulumi.Input<string> {
    const { parent, name, prefix, dependsOn } = place;
    return (
        builds.connectionArn ??
        new Connection(
            `${name}-connection`,
            { ...common(place, "github"), name: prefix, providerType: "GitHub" },
            { parent, dependsOn },
        ).arn
    );
}

/** The role of the containers: its log, its place in the network, and the connection. */
export function createBuildRole(
    place: Placement,
    args: AwsRunnerPoolArgs,
    connectionArn: pulumi.Input<string>,
    logs: EncryptedGroup,
): Role {
    const { accountId, prefix } = place;
    const statements: PoolStatement[] = [
        writesTo(logGroupArn(place, logs.groupName)),
        ...inNetwork(place, args),
        {
            Sid: "UseConnection",
            Effect: "Allow",
            Action: ["codeconnections:GetConnection", "codeconnections:GetConnectionToken"],
            Resource: connectionArn,
        },
        {
            Sid: "EncryptBuild",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
            Resource: logs.keyArn,
        },
    ];
    const trust = {
        service: "codebuild.amazonaws.com",
        condition: {
            StringEquals: {
                "aws:SourceAccount": accountId,
                "aws:SourceArn": awsArn("codebuild", place, `project/${prefix}`),
            },
        },
    };
    return createPoolRole(place, trust, statements, args.permissionsBoundaryArn);
}

/**
 * Network interfaces in the pool's own subnets, for CodeBuild and nobody else.
 *
 * source: CodeBuild User Guide, "Allow CodeBuild access to AWS services required to create a VPC
 * network interface"; Service Authorization Reference for EC2; from memory
 * date: 2026-11-21
 */
function inNetwork(place: Placement, args: AwsRunnerPoolArgs): PoolStatement[] {
    const subnets = pulumi
        .output(args.subnetIds)
        .apply((ids) => ids.map((id) => awsArn("ec2", place, `subnet/${id}`)));
    const group = pulumi
        .output(args.securityGroupId)
        .apply((id) => awsArn("ec2", place, `security-group/${id}`));
    const interfaces = awsArn("ec2", place, "network-interface/*");
    const inSubnets = { ArnEquals: { "ec2:Subnet": subnets } };
    return [
        {
            Sid: "FindNetwork",
            Effect: "Allow",
            Action: [
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            Resource: "*",
        },
        {
            Sid: "CreateInterfaceIn",
            Effect: "Allow",
            Action: ["ec2:CreateNetworkInterface"],
            Resource: pulumi.all([subnets, group]).apply(([inside, one]) => [...inside, one]),
        },
        {
            Sid: "UseInterface",
            Effect: "Allow",
            Action: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
            Resource: interfaces,
            Condition: inSubnets,
        },
        {
            Sid: "HandInterfaceOver",
            Effect: "Allow",
            Action: ["ec2:CreateNetworkInterfacePermission"],
            Resource: interfaces,
            Condition: {
                ...inSubnets,
                StringEquals: { "ec2:AuthorizedService": "codebuild.amazonaws.com" },
            },
        },
    ];
}

/** The project: one fresh container for each job, registered in the pool's runner group. */
export function createProject(
    place: Placement,
    args: AwsRunnerPoolArgs,
    builds: AwsRunnerBuilds,
    given: {
        role: Role;
        connectionArn: pulumi.Input<string>;
        runnerGroupId: pulumi.Input<string>;
        logs: EncryptedGroup;
    },
): Project {
    const { parent, name, prefix } = place;
    const variables: [string, pulumi.Input<string>][] = [
        ["CODEBUILD_CONFIG_GITHUB_ACTIONS_ORG_REGISTRATION_NAME", args.organization],
        ["CODEBUILD_CONFIG_GITHUB_ACTIONS_RUNNER_GROUP_ID", given.runnerGroupId],
    ];
    return new Project(
        `${name}-project`,
        {
            ...common(place, "project"),
            name: prefix,
            description: `Runners of ${prefix}: a container for each job`,
            serviceRole: given.role.arn,
            artifacts: { type: "NO_ARTIFACTS" },
            cache: { type: "NO_CACHE" },
            environment: {
                type: "LINUX_CONTAINER",
                computeType: builds.computeType ?? "BUILD_GENERAL1_MEDIUM",
                image: builds.image ?? "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                imagePullCredentialsType: "CODEBUILD",
                privilegedMode: false,
                environmentVariables: variables.map(([key, value]) => ({
                    name: key,
                    value,
                    type: "PLAINTEXT",
                })),
            },
            source: {
                type: "GITHUB",
                location: anyWebhookSource,
                auth: { type: "CODECONNECTIONS", resource: given.connectionArn },
                insecureSsl: false,
                reportBuildStatus: false,
            },
            vpcConfig: {
                vpcId: args.vpcId,
                subnets: args.subnetIds,
                securityGroupIds: [args.securityGroupId],
            },
            logsConfig: {
                cloudwatchLogs: { status: "ENABLED", groupName: given.logs.group.name },
                s3Logs: { status: "DISABLED" },
            },
            encryptionKey: given.logs.keyArn,
            projectVisibility: "PRIVATE",
            badgeEnabled: false,
            buildTimeout: builds.timeoutMinutes ?? 60,
            queuedTimeout: 60,
            concurrentBuildLimit: builds.maximum,
        },
        { parent },
    );
}

/** GitHub tells CodeBuild of a queued job; it listens for the pool's repositories only. */
export function createWebhook(place: Placement, args: AwsRunnerPoolArgs, project: Project): void {
    const { parent, name, region } = place;
    const names = args.repositories.map((one) => one.name.replaceAll(".", "\\."));
    new Webhook(
        `${name}-webhook`,
        {
            region,
            projectName: project.name,
            buildType: "BUILD",
            scopeConfiguration: { name: args.organization, scope: "GITHUB_ORGANIZATION" },
            filterGroups: [
                {
                    filters: [
                        { type: "EVENT", pattern: "WORKFLOW_JOB_QUEUED" },
                        { type: "REPOSITORY_NAME", pattern: `^(${names.join("|")})$` },
                    ],
                },
            ],
            pullRequestBuildPolicy: {
                requiresCommentApproval: "ALL_PULL_REQUESTS",
                approverRoles: ["GITHUB_MAINTAIN", "GITHUB_ADMIN"],
            },
        },
        { parent },
    );
}
