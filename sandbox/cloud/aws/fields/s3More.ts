import { fixed, flag, list, map, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const bucketLifecycleConfigurationFields: TypeFields = {
    token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    fields: {
        bucket: required(fixed(text)),
        expectedBucketOwner: fixed(text),
        rules: list(
            object({
                abortIncompleteMultipartUpload: object({ daysAfterInitiation: number }),
                expiration: object({ date: text, days: number, expiredObjectDeleteMarker: flag }),
                filter: object({
                    and: object({
                        objectSizeGreaterThan: number,
                        objectSizeLessThan: number,
                        prefix: text,
                        tags: map(text),
                    }),
                    objectSizeGreaterThan: number,
                    objectSizeLessThan: number,
                    prefix: text,
                    tag: object({ key: required(text), value: required(text) }),
                }),
                id: required(text),
                noncurrentVersionExpiration: object({
                    newerNoncurrentVersions: number,
                    noncurrentDays: required(number),
                }),
                noncurrentVersionTransitions: list(
                    object({
                        newerNoncurrentVersions: number,
                        noncurrentDays: required(number),
                        storageClass: required(
                            oneOf(
                                "GLACIER",
                                "STANDARD_IA",
                                "ONEZONE_IA",
                                "INTELLIGENT_TIERING",
                                "DEEP_ARCHIVE",
                                "GLACIER_IR",
                            ),
                        ),
                    }),
                ),
                prefix: text,
                status: required(oneOf("Enabled", "Disabled")),
                transitions: list(
                    object({
                        date: text,
                        days: number,
                        storageClass: required(
                            oneOf(
                                "GLACIER",
                                "STANDARD_IA",
                                "ONEZONE_IA",
                                "INTELLIGENT_TIERING",
                                "DEEP_ARCHIVE",
                                "GLACIER_IR",
                            ),
                        ),
                    }),
                ),
            }),
            { min: 1, max: 1000 },
        ),
        timeouts: object({ create: text, update: text }),
        transitionDefaultMinimumObjectSize: oneOf(
            "varies_by_storage_class",
            "all_storage_classes_128K",
        ),
    },
};

export const bucketLoggingFields: TypeFields = {
    token: "aws:s3/bucketLogging:BucketLogging",
    fields: {
        bucket: required(fixed(text)),
        expectedBucketOwner: fixed(text),
        targetBucket: required(text),
        targetGrants: list(
            object({
                grantee: required(
                    object({
                        displayName: text,
                        emailAddress: text,
                        id: text,
                        type: required(text),
                        uri: text,
                    }),
                ),
                permission: required(text),
            }),
        ),
        targetObjectKeyFormat: object({
            partitionedPrefix: object({ partitionDateSource: required(text) }),
            simplePrefix: object({}),
        }),
        targetPrefix: required(text),
    },
};

export const accountPublicAccessBlockFields: TypeFields = {
    token: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    global: true,
    fields: {
        accountId: fixed(text),
        blockPublicAcls: flag,
        blockPublicPolicy: flag,
        ignorePublicAcls: flag,
        restrictPublicBuckets: flag,
    },
};
