import type { Sample } from "../everything";
import { arn, deployArn } from "./support";

/** Management of machines, and builds. */
export const managementSamples: readonly Sample[] = [
    {
        type: "aws:ssm/parameter:Parameter",
        inputs: { name: "/acme/runner", type: "SecureString", value: "hush" },
        id: "/acme/runner",
        update: { description: "x" },
        replace: { name: "/other" },
    },
    {
        type: "aws:ssm/document:Document",
        inputs: {
            name: "session",
            documentType: "Session",
            content: JSON.stringify({ schemaVersion: "1.0", sessionType: "Standard_Stream" }),
        },
        id: "session",
        later: ["createdDate"],
        update: { versionName: "two" },
        replace: { documentType: "Command" },
    },
    {
        type: "aws:ssm/patchBaseline:PatchBaseline",
        inputs: {
            name: "runners",
            operatingSystem: "AMAZON_LINUX_2023",
            approvalRules: [
                {
                    approveAfterDays: 3,
                    complianceLevel: "HIGH",
                    patchFilters: [{ key: "CLASSIFICATION", values: ["Security"] }],
                },
            ],
        },
        id: /^pb-[0-9a-f]{17}$/,
        later: ["arn"],
        update: { description: "x" },
        replace: { operatingSystem: "UBUNTU" },
    },
    {
        type: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
        inputs: {
            baselineId: "{aws:ssm/patchBaseline:PatchBaseline}",
            operatingSystem: "AMAZON_LINUX_2023",
        },
        id: "AMAZON_LINUX_2023",
        replace: { operatingSystem: "UBUNTU" },
    },
    {
        type: "aws:ssm/patchGroup:PatchGroup",
        inputs: { baselineId: "{aws:ssm/patchBaseline:PatchBaseline}", patchGroup: "runners" },
        id: "runners,{aws:ssm/patchBaseline:PatchBaseline}",
        replace: { patchGroup: "other" },
    },
    {
        type: "aws:ssm/association:Association",
        inputs: {
            name: "AWS-RunPatchBaseline",
            targets: [{ key: "tag:tier", values: ["production"] }],
            scheduleExpression: "rate(1 day)",
        },
        id: /^[0-9a-f-]{36}$/,
        later: ["associationId"],
        update: { complianceSeverity: "HIGH" },
        replace: { name: "AWS-UpdateSSMAgent" },
    },
    {
        type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
        inputs: { name: "night", schedule: "cron(0 3 ? * * *)", duration: 3, cutoff: 1 },
        id: /^mw-[0-9a-f]{17}$/,
        update: { duration: 4 },
    },
    {
        type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
        inputs: {
            name: "runners",
            windowId: "{aws:ssm/maintenanceWindow:MaintenanceWindow}",
            resourceType: "INSTANCE",
            targets: [{ key: "tag:tier", values: ["production"] }],
        },
        id: /^[0-9a-f-]{36}$/,
        update: { description: "x" },
        replace: { windowId: "other" },
    },
    {
        type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
        inputs: {
            name: "patch",
            windowId: "{aws:ssm/maintenanceWindow:MaintenanceWindow}",
            taskType: "RUN_COMMAND",
            taskArn: "AWS-RunPatchBaseline",
            targets: [{ key: "WindowTargetIds", values: ["x"] }],
        },
        id: /^[0-9a-f-]{36}$/,
        later: ["windowTaskId"],
        update: { priority: 2 },
        replace: { windowId: "other" },
    },
    {
        type: "aws:codeconnections/connection:Connection",
        inputs: { name: "github", providerType: "GitHub" },
        id: /^arn:aws:codeconnections:eu-west-1:\d{12}:connection\/[0-9a-f-]{36}$/,
        later: ["arn"],
        update: { tags: { a: "b" } },
        replace: { providerType: "GitLab" },
    },
    {
        type: "aws:codebuild/sourceCredential:SourceCredential",
        inputs: { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: "hush" },
        id: arn("codebuild", "token/GITHUB"),
        replace: { serverType: "GITLAB" },
    },
    {
        type: "aws:codebuild/project:Project",
        inputs: {
            name: "runner",
            serviceRole: deployArn,
            artifacts: { type: "NO_ARTIFACTS" },
            environment: {
                type: "LINUX_CONTAINER",
                computeType: "BUILD_GENERAL1_SMALL",
                image: "aws/codebuild/standard:7.0",
            },
            source: { type: "GITHUB", location: "https://github.com/acme/web.git" },
            vpcConfig: {
                vpcId: "{aws:ec2/vpc:Vpc}",
                subnets: ["{aws:ec2/subnet:Subnet}"],
                securityGroupIds: ["{aws:ec2/securityGroup:SecurityGroup}"],
            },
        },
        id: arn("codebuild", "project/runner"),
        update: { buildTimeout: 30 },
        replace: { name: "other" },
    },
    {
        type: "aws:codebuild/webhook:Webhook",
        inputs: {
            projectName: "runner",
            filterGroups: [{ filters: [{ type: "EVENT", pattern: "WORKFLOW_JOB_QUEUED" }] }],
        },
        id: "runner",
        later: ["payloadUrl", "secret"],
        update: { buildType: "BUILD" },
        replace: { projectName: "other" },
    },
];
