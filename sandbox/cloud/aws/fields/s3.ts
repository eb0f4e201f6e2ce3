import {
    fixed,
    flag,
    integer,
    list,
    map,
    number,
    object,
    oneOf,
    required,
    secret,
    text,
} from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const bucketFields: TypeFields = {
    token: "aws:s3/bucket:Bucket",
    tagged: true,
    fields: {
        accelerationStatus: oneOf("Enabled", "Suspended"),
        acl: text,
        bucket: fixed(text),
        bucketNamespace: fixed(text),
        bucketPrefix: fixed(text),
        corsRules: list(
            object({
                allowedHeaders: list(text),
                allowedMethods: required(list(text)),
                allowedOrigins: required(list(text)),
                exposeHeaders: list(text),
                maxAgeSeconds: number,
            }),
        ),
        forceDestroy: flag,
        grants: list(
            object({
                id: text,
                permissions: required(list(text)),
                type: required(text),
                uri: text,
            }),
        ),
        lifecycleRules: list(
            object({
                abortIncompleteMultipartUploadDays: number,
                enabled: required(flag),
                expiration: object({ date: text, days: number, expiredObjectDeleteMarker: flag }),
                id: text,
                noncurrentVersionExpiration: object({ days: number }),
                noncurrentVersionTransitions: list(
                    object({ days: number, storageClass: required(text) }),
                ),
                prefix: text,
                tags: map(text),
                transitions: list(
                    object({ date: text, days: number, storageClass: required(text) }),
                ),
            }),
        ),
        logging: object({ targetBucket: required(text), targetPrefix: text }),
        objectLockConfiguration: object({
            objectLockEnabled: text,
            rule: object({
                defaultRetention: required(object({ days: number, mode: text, years: number })),
            }),
        }),
        objectLockEnabled: fixed(flag),
        policy: document,
        replicationConfiguration: object({
            role: required(text),
            rules: required(
                list(
                    object({
                        deleteMarkerReplicationStatus: text,
                        destination: required(
                            object({
                                accessControlTranslation: object({ owner: required(text) }),
                                accountId: text,
                                bucket: required(text),
                                metrics: object({ minutes: number, status: text }),
                                replicaKmsKeyId: text,
                                replicationTime: object({ minutes: number, status: text }),
                                storageClass: text,
                            }),
                        ),
                        filter: object({ prefix: text, tags: map(text) }),
                        id: text,
                        prefix: text,
                        priority: number,
                        sourceSelectionCriteria: object({
                            sseKmsEncryptedObjects: object({ enabled: required(flag) }),
                        }),
                        status: required(text),
                    }),
                ),
            ),
        }),
        requestPayer: oneOf("BucketOwner", "Requester"),
        serverSideEncryptionConfiguration: object({
            rule: required(
                object({
                    applyServerSideEncryptionByDefault: object({
                        kmsMasterKeyId: text,
                        sseAlgorithm: required(text),
                    }),
                    blockedEncryptionTypes: list(text),
                    bucketKeyEnabled: flag,
                }),
            ),
        }),
        versioning: object({ enabled: flag, mfaDelete: flag }),
        website: object({
            errorDocument: text,
            indexDocument: text,
            redirectAllRequestsTo: text,
            routingRules: text,
        }),
    },
};

export const bucketVersioningFields: TypeFields = {
    token: "aws:s3/bucketVersioning:BucketVersioning",
    fields: {
        bucket: required(fixed(text)),
        expectedBucketOwner: fixed(text),
        mfa: text,
        versioningConfiguration: required(
            object({
                mfaDelete: oneOf("Enabled", "Disabled"),
                status: required(oneOf("Enabled", "Suspended", "Disabled")),
            }),
        ),
    },
};

export const bucketServerSideEncryptionConfigurationFields: TypeFields = {
    token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    fields: {
        bucket: required(fixed(text)),
        expectedBucketOwner: fixed(text),
        rules: required(
            list(
                object({
                    applyServerSideEncryptionByDefault: object({
                        kmsMasterKeyId: text,
                        sseAlgorithm: required(oneOf("AES256", "aws:kms", "aws:kms:dsse")),
                    }),
                    blockedEncryptionTypes: list(text),
                    bucketKeyEnabled: flag,
                }),
            ),
        ),
    },
};

export const bucketPublicAccessBlockFields: TypeFields = {
    token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    fields: {
        blockPublicAcls: flag,
        blockPublicPolicy: flag,
        bucket: required(fixed(text)),
        ignorePublicAcls: flag,
        restrictPublicBuckets: flag,
        skipDestroy: flag,
    },
};

export const bucketPolicyFields: TypeFields = {
    token: "aws:s3/bucketPolicy:BucketPolicy",
    fields: { bucket: required(fixed(text)), policy: required(document) },
};

export const bucketObjectLockConfigurationFields: TypeFields = {
    token: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    fields: {
        bucket: required(fixed(text)),
        expectedBucketOwner: fixed(text),
        objectLockEnabled: fixed(oneOf("Enabled")),
        rule: object({
            defaultRetention: required(
                object({
                    days: integer(1, 36500),
                    mode: oneOf("COMPLIANCE", "GOVERNANCE"),
                    years: integer(1, 100),
                }),
            ),
        }),
        token: secret(text),
    },
};

export const bucketOwnershipControlsFields: TypeFields = {
    token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    fields: {
        bucket: required(fixed(text)),
        rule: required(
            object({
                objectOwnership: required(
                    oneOf("BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"),
                ),
            }),
        ),
    },
};
