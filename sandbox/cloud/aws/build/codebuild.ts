import type { Failure } from "../../check";
import { guid, hex } from "../../identifiers";
import { str, text, type Values } from "../../values";
import type { Write } from "../../resourceType";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { connectionFields, sourceCredentialFields, webhookFields } from "../fields/build";
import { projectFields } from "../fields/codebuildProject";
import { serviceRole } from "../iam/names";
import { keyReference } from "../kms/references";
import { nameOf } from "../naming";
import { ec2Reference } from "../network/ec2";
import { refer, referred } from "../references";

const projectToken = "aws:codebuild/project:Project";
const connectionToken = "aws:codeconnections/connection:Connection";
const invalid = "InvalidInputException";

function checkProject(inputs: Values): Failure[] {
    const [artifacts, source] = [str(inputs, "artifacts", "type"), str(inputs, "source", "type")];
    const needsPlace = [
        "GITHUB",
        "GITHUB_ENTERPRISE",
        "GITLAB",
        "GITLAB_SELF_MANAGED",
        "BITBUCKET",
        "CODECOMMIT",
        "S3",
    ];
    const location = str(inputs, "source", "location");
    return [
        ...(artifacts === "S3" && str(inputs, "artifacts", "location") === ""
            ? [
                  {
                      property: "artifacts.location",
                      reason: "missing required property of artifacts in S3",
                  },
              ]
            : []),
        ...(needsPlace.includes(source) && location === ""
            ? [
                  {
                      property: "source.location",
                      reason: `missing required property of a source ${source}`,
                  },
              ]
            : []),
        ...((artifacts === "CODEPIPELINE") !== (source === "CODEPIPELINE") &&
        [artifacts, source].includes("CODEPIPELINE")
            ? [
                  {
                      property: "source.type",
                      reason: "CODEPIPELINE must be the type of both source and artifacts",
                  },
              ]
            : []),
    ];
}

export const project = awsType({
    of: projectFields,
    operation: "CodeBuild: CreateProject",
    name: nameOf(
        /^[A-Za-z0-9][\w-]{1,149}$/,
        "2 to 150 letters, digits and - _, beginning with a letter or digit",
    ),
    taken: { http: 400, code: "ResourceAlreadyExistsException", says: "Project already exists: %" },
    defaults: {
        autoRetryLimit: 0,
        badgeEnabled: false,
        buildTimeout: 60,
        description: "",
        projectVisibility: "PRIVATE",
        queuedTimeout: 480,
    },
    references: [
        serviceRole(["serviceRole"], invalid),
        keyReference(["encryptionKey"], invalid),
        ec2Reference("vpc", ["vpcConfig", "vpcId"]),
        ec2Reference("subnet", ["vpcConfig", "subnets", "*"]),
        ec2Reference("securityGroup", ["vpcConfig", "securityGroupIds", "*"]),
        refer(
            ["source", "auth", "resource"],
            connectionToken,
            invalid,
            "Failed to get access token from %",
            {
                name: (value) => (/:code(star-)?connections:/.test(value) ? value : ""),
            },
        ),
    ],
    check: checkProject,
    id: ({ accountId, region, name }) =>
        text`arn:aws:codebuild:${region}:${accountId}:project/${name}`,
    arn: ({ id }) => id,
    outputs: ({ inputs, accountId, region, id, once }) => ({
        badgeUrl: inputs.badgeEnabled === true ? once("badgeUrl", () => badge(region, id)) : "",
        encryptionKey: inputs.encryptionKey ?? `arn:aws:kms:${region}:${accountId}:alias/aws/s3`,
        publicProjectAlias: "",
    }),
    names: ({ outputs }) => [str(outputs, "name")],
});

function badge(region: string, id: string): string {
    return `https://codebuild.${region}.amazonaws.com/badges?uuid=${hex(32, "badge", id)}&branch=main`;
}

const ofProject = refer(
    ["projectName"],
    projectToken,
    "ResourceNotFoundException",
    "Project cannot be found: %",
    { owner: true },
);
const hosted = ["GITHUB", "GITHUB_ENTERPRISE", "GITLAB", "GITLAB_SELF_MANAGED", "BITBUCKET"];

/** CodeBuild registers a webhook with a host it can reach: by credential, or the source's own connection. */
function requireAccess(write: Write): void {
    const found = referred(write, [ofProject])[0]?.target;
    const source = str(found?.inputs, "source", "type");
    const refuse = (message: string) => awsError(400, "CodeBuild: CreateWebhook", invalid, message);
    if (!hosted.includes(source)) {
        throw refuse(`Unsupported source type ${source} for webhook`);
    }
    const hasCredential = write.store
        .list("aws:codebuild/sourceCredential:SourceCredential")
        .some(({ inputs }) => str(inputs, "serverType") === source);
    if (!hasCredential && str(found?.inputs, "source", "auth", "resource") === "") {
        throw refuse(`Could not find access token for server type ${source}`);
    }
}

export const webhook = awsType({
    of: webhookFields,
    operation: "CodeBuild: CreateWebhook",
    references: [ofProject],
    taken: {
        http: 400,
        code: "ResourceAlreadyExistsException",
        says: "Webhook already exists for project %",
    },
    check: (inputs) =>
        inputs.branchFilter !== undefined && inputs.filterGroups !== undefined
            ? [
                  {
                      property: "filterGroups",
                      reason: "only one of branchFilter, filterGroups may be given",
                  },
              ]
            : [],
    id: ({ inputs }) => str(inputs, "projectName"),
    outputs: ({ inputs, once, region, id }) => ({
        buildType: inputs.buildType ?? "BUILD",
        payloadUrl: once(
            "payloadUrl",
            () => `https://codebuild.${region}.amazonaws.com/webhooks?t=${hex(40, "hook", id)}&v=1`,
        ),
        pullRequestBuildPolicy: inputs.pullRequestBuildPolicy ?? {
            requiresCommentApproval: "ALL_PULL_REQUESTS",
            approverRoles: ["GITHUB_ADMIN", "GITHUB_MAINTAIN", "GITHUB_WRITE"],
        },
        secret: once("secret", () => hex(40, "secret", id)),
        url: once(
            "url",
            () => `https://api.github.com/repos/emulated/hooks/${Number.parseInt(hex(8, id), 16)}`,
        ),
    }),
    beforeCreate: requireAccess,
});

/** One of a kind of server in an account and region. */
export const sourceCredential = awsType({
    of: sourceCredentialFields,
    operation: "CodeBuild: ImportSourceCredentials",
    taken: {
        http: 400,
        code: "ResourceAlreadyExistsException",
        says: "Access token with server type already exists: %",
    },
    check: (inputs) =>
        inputs.authType === "BASIC_AUTH" && inputs.userName === undefined
            ? [{ property: "userName", reason: "missing required property of BASIC_AUTH" }]
            : [],
    id: ({ accountId, region, inputs }) => {
        const server = str(inputs, "serverType");
        return text`arn:aws:codebuild:${region}:${accountId}:token/${server}`;
    },
    arn: ({ id }) => id,
});

export const connection = awsType({
    of: connectionFields,
    operation: "CodeConnections: CreateConnection",
    name: nameOf(/^[^]{1,32}$/, "1 to 32 characters", { fit: (name) => name.slice(-32) }),
    silent: ["timeouts"],
    check: (inputs) =>
        inputs.hostArn === undefined && inputs.providerType === undefined
            ? [
                  {
                      property: "providerType",
                      reason: "exactly one of providerType, hostArn must be given",
                  },
              ]
            : [],
    id: ({ accountId, region, once, store }) =>
        once(
            "id",
            () =>
                `arn:aws:codeconnections:${region}:${accountId}:connection/${guid("connection", String(store.next("aws", 0, 1)))}`,
        ),
    arn: ({ id }) => id,
    // Somebody must approve it at the host.
    outputs: ({ accountId, inputs }) => ({
        connectionStatus: "PENDING",
        ownerAccountId: accountId,
        providerType: inputs.providerType ?? "",
    }),
});
