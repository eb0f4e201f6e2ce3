import type { Sample } from "../everything";
import { account, policy } from "./support";

const bucketArn = "arn:aws:s3:::acme-state";

/** Buckets with their settings, and secrets. */
export const storageSamples: readonly Sample[] = [
    {
        type: "aws:s3/bucket:Bucket",
        inputs: { bucket: "acme-state", objectLockEnabled: true },
        id: "acme-state",
        update: { forceDestroy: true },
        replace: { objectLockEnabled: false },
    },
    {
        type: "aws:s3/bucketVersioning:BucketVersioning",
        inputs: { bucket: "acme-state", versioningConfiguration: { status: "Enabled" } },
        id: "acme-state",
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        inputs: {
            bucket: "acme-state",
            rules: [
                {
                    applyServerSideEncryptionByDefault: {
                        sseAlgorithm: "aws:kms",
                        kmsMasterKeyId: `arn:aws:kms:eu-west-1:${account}:alias/aws/s3`,
                    },
                    bucketKeyEnabled: true,
                },
            ],
        },
        id: "acme-state",
        update: { rules: [{ bucketKeyEnabled: false }] },
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        inputs: { bucket: "acme-state", blockPublicAcls: true, blockPublicPolicy: true },
        id: "acme-state",
        update: { restrictPublicBuckets: true },
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        inputs: {
            bucket: "acme-state",
            policy: policy(
                {
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: [bucketArn, `${bucketArn}/*`],
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
                {
                    Effect: "Allow",
                    Principal: { Service: "cloudtrail.amazonaws.com" },
                    Action: ["s3:GetBucketAcl", "s3:PutObject"],
                    Resource: [bucketArn, `${bucketArn}/AWSLogs/*`],
                },
            ),
        },
        id: "acme-state",
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        inputs: {
            bucket: "acme-state",
            rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } },
        },
        id: "acme-state",
        update: { rule: { defaultRetention: { mode: "COMPLIANCE", days: 400 } } },
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        inputs: { bucket: "acme-state", rule: { objectOwnership: "BucketOwnerEnforced" } },
        id: "acme-state",
        update: { rule: { objectOwnership: "ObjectWriter" } },
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        inputs: {
            bucket: "acme-state",
            rules: [
                {
                    id: "old",
                    status: "Enabled",
                    filter: { prefix: "" },
                    noncurrentVersionExpiration: { noncurrentDays: 400 },
                },
            ],
        },
        id: "acme-state",
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/bucketLogging:BucketLogging",
        inputs: { bucket: "acme-state", targetBucket: "acme-state", targetPrefix: "log/" },
        id: "acme-state",
        update: { targetPrefix: "logs/" },
        replace: { bucket: "other" },
    },
    {
        type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
        inputs: { blockPublicAcls: true },
        id: account,
        update: { blockPublicPolicy: true },
        replace: { accountId: "210987654321" },
    },
    {
        type: "aws:secretsmanager/secret:Secret",
        inputs: { name: "prod/token", recoveryWindowInDays: 7 },
        id: /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod\/token-[0-9a-f]{6}$/,
        later: ["arn"],
        update: { description: "of production" },
        replace: { name: "other" },
    },
    {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        inputs: { secretId: "prod/token", secretString: "correct horse" },
        id: /^prod\/token\|terraform-/,
        later: ["versionId"],
        update: { versionStages: ["AWSCURRENT", "BLUE"] },
        replace: { secretString: "battery staple" },
    },
    {
        type: "aws:secretsmanager/secretPolicy:SecretPolicy",
        inputs: {
            secretArn: "prod/token",
            blockPublicPolicy: true,
            policy: policy({
                Effect: "Deny",
                Principal: "*",
                Action: "secretsmanager:DeleteSecret",
                Resource: "*",
            }),
        },
        id: "prod/token",
        update: { blockPublicPolicy: false },
        replace: { secretArn: "other" },
    },
];
