import {
    Bucket,
    BucketObjectLockConfiguration,
    BucketOwnershipControls,
    BucketPolicy,
    BucketPublicAccessBlock,
    BucketServerSideEncryptionConfiguration,
    BucketVersioning,
} from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";

import { bucketPolicy } from "./documents";
import type { AwsFacts, AwsNames } from "./facts";

/** The bucket of the log files, and all that must stand before the first of them comes. */
export interface LogBucket {
    bucket: Bucket;
    settings: pulumi.Resource[];
}

/** The bucket of the log files: each version of each stays until its time is over. */
export function createBucket(
    parent: pulumi.Resource,
    name: string,
    facts: AwsFacts,
    names: AwsNames,
    given: { bucketName: string; keyArn: pulumi.Input<string>; mode: string },
): LogBucket {
    const { region, tags } = facts;
    const bucket = new Bucket(
        `${name}-bucket`,
        { region, bucket: given.bucketName, objectLockEnabled: true, forceDestroy: false, tags },
        { parent, protect: facts.protect },
    );
    const of = { region, bucket: bucket.bucket };
    const versioning = new BucketVersioning(
        `${name}-bucket-versions`,
        { ...of, versioningConfiguration: { status: "Enabled" } },
        { parent },
    );
    const lock = new BucketObjectLockConfiguration(
        `${name}-bucket-lock`,
        { ...of, rule: { defaultRetention: { mode: given.mode, days: facts.retentionDays } } },
        { parent, dependsOn: [versioning] },
    );
    const encryption = new BucketServerSideEncryptionConfiguration(
        `${name}-bucket-encryption`,
        {
            ...of,
            rules: [
                {
                    applyServerSideEncryptionByDefault: {
                        sseAlgorithm: "aws:kms",
                        kmsMasterKeyId: given.keyArn,
                    },
                },
            ],
        },
        { parent },
    );
    const owner = new BucketOwnershipControls(
        `${name}-bucket-owner`,
        { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
        { parent },
    );
    const closed = new BucketPublicAccessBlock(
        `${name}-bucket-closed`,
        {
            ...of,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        },
        { parent },
    );
    const policy = new BucketPolicy(
        `${name}-bucket-policy`,
        { ...of, policy: bucketPolicy(facts, names, given.bucketName) },
        // S3 takes one change of who may come in at a time.
        { parent, dependsOn: [owner, closed] },
    );
    return { bucket, settings: [lock, encryption, policy] };
}
