import { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import type { Role } from "@pulumi/aws/iam/role";
import type * as pulumi from "@pulumi/pulumi";

import { awsArn } from "../../shared/awsNaming";
import type { AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import type { Placement } from "./placement";
import { createPoolRole, writesTo, type PoolStatement } from "./poolRole";

/** The role of the machines, and the profile that carries it to them. */
export function createInstanceRole(
    place: Placement,
    args: AwsRunnerPoolArgs,
    appKeyArn: pulumi.Input<string>,
    groupArn: string,
): { role: Role; profile: InstanceProfile } {
    const { parent, name, prefix, tags } = place;
    const statements = [
        signs(appKeyArn),
        writesTo(groupArn),
        ...managed(place),
        logsSessions(groupArn),
    ];
    const trust = { service: "ec2.amazonaws.com" };
    const role = createPoolRole(place, trust, statements, args.permissionsBoundaryArn);
    const profile = new InstanceProfile(
        `${name}-profile`,
        { name: `${prefix}-runner`, role: role.name, tags },
        { parent },
    );
    return { role, profile };
}

/** The App's token is signed in one way only. */
function signs(appKeyArn: pulumi.Input<string>): PoolStatement {
    return {
        Sid: "SignForApp",
        Effect: "Allow",
        Action: ["kms:Sign"],
        Resource: appKeyArn,
        Condition: {
            StringEquals: {
                "kms:MessageType": "DIGEST",
                "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256",
            },
        },
    };
}

/**
 * What the agent of Systems Manager needs. Narrower than AmazonSSMManagedInstanceCore, which lets a
 * machine read every parameter of the account, secrets among them.
 *
 * source: AWS managed policy AmazonSSMManagedInstanceCore, without ssm:GetParameter and
 * ssm:GetParameters; Service Authorization Reference (which actions know resources); from memory
 * date: 2026-11-21
 */
function managed({ accountId, region }: Placement): PoolStatement[] {
    const own = awsArn("ec2", { accountId, region }, "instance/*");
    return [
        {
            Sid: "ReportToSystemsManager",
            Effect: "Allow",
            Action: [
                "ssm:ListInstanceAssociations",
                "ssm:PutComplianceItems",
                "ssm:PutInventory",
                "ssm:UpdateInstanceAssociationStatus",
                "ssm:UpdateInstanceInformation",
            ],
            Resource: own,
        },
        {
            // These know no resource, or one that the machine cannot choose.
            Sid: "TakeCommands",
            Effect: "Allow",
            Action: [
                "ec2messages:AcknowledgeMessage",
                "ec2messages:DeleteMessage",
                "ec2messages:FailMessage",
                "ec2messages:GetEndpoint",
                "ec2messages:GetMessages",
                "ec2messages:SendReply",
                "ssm:DescribeAssociation",
                "ssm:DescribeDocument",
                "ssm:GetDeployablePatchSnapshotForInstance",
                "ssm:GetDocument",
                "ssm:GetManifest",
                "ssm:ListAssociations",
                "ssm:PutConfigurePackageResult",
                "ssm:UpdateAssociationStatus",
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resource: "*",
        },
    ];
}

/** A session's log needs two questions besides writing. */
function logsSessions(groupArn: string): PoolStatement {
    return {
        Sid: "FindLog",
        Effect: "Allow",
        Action: ["logs:DescribeLogGroups", "logs:DescribeLogStreams"],
        Resource: [groupArn, groupArn.replace(/log-group:.*$/, "log-group:*")],
    };
}
