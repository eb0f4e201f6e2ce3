import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { Key } from "@pulumi/aws/kms/key";
import type * as pulumi from "@pulumi/pulumi";

import { awsArn } from "../../shared/awsNaming";
import { common, type Placement } from "./placement";

/**
 * Days CloudWatch Logs can keep events, from a year on.
 *
 * source: CloudWatch Logs API reference, PutRetentionPolicy
 * date: 2026-11-21
 */
export const retentionChoices = [
    365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** ARN of a log group. */
export function logGroupArn(place: Placement, groupName: string): string {
    return awsArn("logs", place, `log-group:${groupName}`);
}

/** A log group under a customer key, and the key. */
export interface EncryptedGroup {
    group: LogGroup;
    groupName: string;
    keyArn: pulumi.Input<string>;
}

/** A log group under a customer key. */
export function createLogGroup(
    place: Placement,
    what: string,
    groupName: string,
    retentionInDays: number,
    kmsKeyId: pulumi.Input<string>,
): LogGroup {
    const { parent, name, protect, dependsOn } = place;
    return new LogGroup(
        `${name}-${what}`,
        { ...common(place, what), name: groupName, retentionInDays, kmsKeyId },
        { parent, protect, dependsOn },
    );
}

/**
 * A key only the region's CloudWatch Logs uses, and only for the named groups. The account's
 * administrators manage it through IAM, as with any key; without that statement nobody could ever
 * change its policy again.
 */
export function createLogKey(place: Placement, groupNames: string[]): Key {
    const { parent, name, prefix, accountId, region, protect, dependsOn } = place;
    const policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "AccountManagesKey",
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${accountId}:root` },
                Action: "kms:*",
                Resource: "*",
            },
            {
                Sid: "LogsEncrypts",
                Effect: "Allow",
                Principal: { Service: `logs.${region}.amazonaws.com` },
                Action: [
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                ],
                Resource: "*",
                Condition: {
                    ArnEquals: {
                        "kms:EncryptionContext:aws:logs:arn": groupNames.map((one) =>
                            logGroupArn(place, one),
                        ),
                    },
                },
            },
        ],
    });
    return new Key(
        `${name}-log-key`,
        {
            ...common(place, "logs"),
            description: `Logs of ${prefix}`,
            enableKeyRotation: true,
            deletionWindowInDays: 30,
            policy,
        },
        { parent, protect, dependsOn },
    );
}
