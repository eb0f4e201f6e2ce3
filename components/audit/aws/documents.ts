import { awsArn } from "../../shared/awsNaming";
import type { AwsFacts, AwsNames } from "./facts";

/** A statement of an IAM policy. */
interface Statement {
    Sid: string;
    Effect: "Allow" | "Deny";
    Principal?: "*" | { Service?: string | string[]; AWS?: string };
    Action: string | readonly string[];
    Resource: string | readonly string[];
    Condition?: Record<string, Record<string, string>>;
}

function policy(...Statement: Statement[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

const cloudTrail = { Service: "cloudtrail.amazonaws.com" };

/** The account governs its keys by its own policies; without this nobody could mend the key policy. */
function ownAccount({ accountId }: AwsFacts): Statement {
    return {
        Sid: "OwnAccount",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
    };
}

/**
 * The key of the log files and the log group: for this trail and this log group, nothing else.
 *
 * source: AWS CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail"; Amazon
 * CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS"
 * date: 2026-11-21
 */
export function logKeyPolicy(facts: AwsFacts, names: AwsNames): string {
    const ofTrail = { "aws:SourceArn": names.trailArn };
    return policy(
        ownAccount(facts),
        {
            Sid: "CloudTrailEncrypts",
            Effect: "Allow",
            Principal: cloudTrail,
            Action: "kms:GenerateDataKey*",
            Resource: "*",
            Condition: {
                StringEquals: {
                    ...ofTrail,
                    "kms:EncryptionContext:aws:cloudtrail:arn": names.trailArn,
                },
            },
        },
        {
            Sid: "CloudTrailLooksAtKey",
            Effect: "Allow",
            Principal: cloudTrail,
            Action: "kms:DescribeKey",
            Resource: "*",
            Condition: { StringEquals: ofTrail },
        },
        {
            Sid: "LogGroupEncrypts",
            Effect: "Allow",
            Principal: { Service: `logs.${facts.region}.amazonaws.com` },
            Action: [
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncrypt*",
                "kms:GenerateDataKey*",
                "kms:DescribeKey",
            ],
            Resource: "*",
            Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": names.logGroupArn } },
        },
    );
}

/**
 * The key of the alerts, apart from that of the logs, because EventBridge names no source when it uses
 * a key: a condition on it would silently drop every alert. CloudWatch does.
 *
 * source: Amazon EventBridge User Guide, "Using resource-based policies" and Amazon SNS Developer
 * Guide, "Key management" (event sources and encrypted topics), as cited by the typed documentation
 * of aws-mdaa "grantCloudWatchAlarmsTopicAccess"
 * date: 2026-11-21
 */
export function alertKeyPolicy(facts: AwsFacts): string {
    const use = {
        Effect: "Allow",
        Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
        Resource: "*",
    } as const;
    return policy(
        ownAccount(facts),
        { Sid: "EventBridgeTells", ...use, Principal: { Service: "events.amazonaws.com" } },
        {
            Sid: "CloudWatchTells",
            ...use,
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": facts.accountId } },
        },
    );
}

/** The topic: EventBridge and this account's alarms publish, encrypted on the way. */
export function topicPolicy(facts: AwsFacts, topicArn: string): string {
    const publish = { Action: "sns:Publish", Resource: topicArn };
    return policy(
        {
            Sid: "EventBridgeTells",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            ...publish,
        },
        {
            Sid: "CloudWatchTells",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            ...publish,
            Condition: { StringEquals: { "aws:SourceAccount": facts.accountId } },
        },
        {
            Sid: "EncryptedOnly",
            Effect: "Deny",
            Principal: "*",
            ...publish,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    );
}

/**
 * The bucket: this trail writes, nobody without TLS does anything.
 *
 * source: AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail"; date: 2026-11-21
 */
export function bucketPolicy(facts: AwsFacts, names: AwsNames, bucket: string): string {
    const arn = `arn:aws:s3:::${bucket}`;
    const ofTrail = { "aws:SourceArn": names.trailArn };
    return policy(
        {
            Sid: "CloudTrailLooksAtBucket",
            Effect: "Allow",
            Principal: cloudTrail,
            Action: "s3:GetBucketAcl",
            Resource: arn,
            Condition: { StringEquals: ofTrail },
        },
        {
            Sid: "CloudTrailWrites",
            Effect: "Allow",
            Principal: cloudTrail,
            Action: "s3:PutObject",
            Resource: `${arn}/AWSLogs/${facts.accountId}/*`,
            Condition: {
                StringEquals: { ...ofTrail, "s3:x-amz-acl": "bucket-owner-full-control" },
            },
        },
        {
            Sid: "EncryptedOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [arn, `${arn}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    );
}

/** What a service may be: asked for by this account alone. */
export function trustOf(service: string, condition: Record<string, string>): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: service },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: condition },
            },
        ],
    });
}

/** CloudTrail writes its own streams of the log group. */
export function logWriterPolicy(facts: AwsFacts, names: AwsNames): string {
    const streams = `${facts.accountId}_CloudTrail_${facts.region}*`;
    return policy({
        Sid: "WriteStreams",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${names.logGroupArn}:log-stream:${streams}`,
    });
}

/** Rules of other regions hand events on to the bus of the home region. */
export function forwarderPolicy({ accountId, region }: AwsFacts): string {
    return policy({
        Sid: "HandOn",
        Effect: "Allow",
        Action: "events:PutEvents",
        Resource: busArn(accountId, region),
    });
}

/** The bus that every account has in every region. */
export function busArn(accountId: string, region: string): string {
    return awsArn("events", { accountId, region }, "event-bus/default");
}
