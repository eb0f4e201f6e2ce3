import { Trail } from "@pulumi/aws/cloudtrail";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import { logWriterPolicy, trustOf } from "./documents";
import type { AwsFacts, AwsNames } from "./facts";

/**
 * Days a log group can keep its entries, from the shortest we allow.
 *
 * source: Amazon CloudWatch Logs API reference, PutRetentionPolicy; date: 2026-11-21
 */
export const retentions: readonly number[] = [90, 120, 150, 180, 365, 400, 545, 731];

/** The log group that can be searched, and that CloudTrail writes to besides the bucket. */
export function createLogGroup(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    keyArn: pulumi.Input<string>,
): LogGroup {
    return new LogGroup(
        `${name}-log-group`,
        {
            region: facts.region,
            name: names.logGroup,
            retentionInDays: retentions.find((days) => days >= facts.retentionDays),
            kmsKeyId: keyArn,
            tags: facts.tags,
        },
        { parent, protect: facts.protect },
    );
}

/** What the trail writes to and with. */
export interface TrailParts {
    bucketName: pulumi.Input<string>;
    keyArn: pulumi.Input<string>;
    logGroup: LogGroup;
    /** Settings of the bucket; CloudTrail looks whether it may write before there is a trail. */
    after: pulumi.Resource[];
}

/** The trail of all regions. */
export function createTrail(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    parts: TrailParts,
): Trail {
    const { writer, policy } = createWriter(parent, name, facts, names);
    return new Trail(
        `${name}-trail`,
        {
            region: facts.region,
            name: names.trail,
            s3BucketName: parts.bucketName,
            kmsKeyId: parts.keyArn,
            // CloudTrail wants the streams of the group, not the group.
            cloudWatchLogsGroupArn: pulumi.interpolate`${parts.logGroup.arn}:*`,
            cloudWatchLogsRoleArn: writer.arn,
            enableLogging: true,
            enableLogFileValidation: true,
            isMultiRegionTrail: true,
            includeGlobalServiceEvents: true,
            advancedEventSelectors: eventSelectors(facts.dataBucketArns),
            tags: facts.tags,
        },
        { parent, dependsOn: [...parts.after, policy], protect: facts.protect },
    );
}

/** All management events, reads included, and every use of the objects in the given buckets. */
function eventSelectors(buckets: readonly pulumi.Input<string>[]) {
    const management = {
        name: "Management events",
        fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
    };
    const objects = {
        name: "Objects of watched buckets",
        fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            {
                field: "resources.ARN",
                startsWiths: buckets.map((arn) => pulumi.interpolate`${arn}/`),
            },
        ],
    };
    return buckets.length === 0 ? [management] : [management, objects];
}

function createWriter(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
): { writer: Role; policy: RolePolicy } {
    const writer = new Role(
        `${name}-log-writer`,
        {
            name: names.logWriter,
            description: "Lets CloudTrail write to the log group of the audit trail.",
            assumeRolePolicy: trustOf("cloudtrail.amazonaws.com", {
                "aws:SourceArn": names.trailArn,
            }),
            tags: facts.tags,
        },
        { parent },
    );
    const policy = new RolePolicy(
        `${name}-log-writer-policy`,
        { role: writer.name, name: "write-streams", policy: logWriterPolicy(facts, names) },
        { parent },
    );
    return { writer, policy };
}
