import { get, items, str, type Values } from "../../values";
import type { Write } from "../../resourceType";
import { awsType, type AwsType } from "../awsType";
import { awsError } from "../errors";
import {
    bucketObjectLockConfigurationFields,
    bucketOwnershipControlsFields,
    bucketPolicyFields,
    bucketPublicAccessBlockFields,
    bucketServerSideEncryptionConfigurationFields,
    bucketVersioningFields,
} from "../fields/s3";
import {
    accountPublicAccessBlockFields,
    bucketLifecycleConfigurationFields,
    bucketLoggingFields,
} from "../fields/s3More";
import { keyReference } from "../kms/references";
import { requirePolicy, requireResourcePolicy } from "../policy/rules";
import { belongingsOf, referred } from "../references";
import { bucketReference, ofBucket } from "./references";

const versioningToken = "aws:s3/bucketVersioning:BucketVersioning";
const blockToken = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const lockToken = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

/** source: S3 User Guide, "Bucket policies"; date: 2026-11-21 */
const policyBytes = 20_480;

/** A setting of a bucket: one of each kind, written over what was there. */
function setting(type: Omit<AwsType, "id" | "puts">): ReturnType<typeof awsType> {
    return awsType({
        ...type,
        puts: true,
        references: [ofBucket, ...(type.references ?? [])],
        id: ({ inputs }) => str(inputs, "bucket"),
    });
}

function bucketOf(write: Pick<Write, "store" | "scope" | "inputs">) {
    return referred(write, [ofBucket])[0]?.target;
}

/** Another setting of the same bucket. */
function beside(
    write: Pick<Write, "store" | "scope" | "inputs">,
    token: string,
): Values | undefined {
    const bucket = bucketOf(write);
    return bucket === undefined
        ? undefined
        : write.store.under(belongingsOf(bucket)).find(({ type }) => type === token)?.inputs;
}

export const bucketVersioning = setting({
    of: bucketVersioningFields,
    operation: "S3: PutBucketVersioning",
    silent: ["mfa"],
    beforeWrite: (write) => {
        const { inputs, old } = write;
        const status = str(inputs, "versioningConfiguration", "status");
        const isLocked =
            bucketOf(write)?.outputs.objectLockEnabled === true ||
            beside(write, lockToken) !== undefined;
        if (isLocked && status !== "Enabled") {
            const message =
                "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.";
            throw awsError(409, "S3: PutBucketVersioning", "InvalidBucketState", message);
        }
        const before = str(old?.inputs, "versioningConfiguration", "status");
        if (status === "Disabled" && before !== "" && before !== "Disabled") {
            const message =
                "versioning_configuration.status cannot be updated from 'Enabled' to 'Disabled'";
            throw awsError(400, "S3: PutBucketVersioning", "InvalidArgument", message);
        }
    },
});

export const bucketEncryption = setting({
    of: bucketServerSideEncryptionConfigurationFields,
    operation: "S3: PutBucketEncryption",
    references: [
        keyReference(
            ["rules", "*", "applyServerSideEncryptionByDefault", "kmsMasterKeyId"],
            "KMS.NotFoundException",
        ),
    ],
    check: (inputs) =>
        items(inputs, "rules").flatMap((_, i) => {
            const by = ["rules", i, "applyServerSideEncryptionByDefault"] as const;
            return str(inputs, ...by, "sseAlgorithm") === "AES256" &&
                get(inputs, ...by, "kmsMasterKeyId") !== undefined
                ? [
                      {
                          property: `rules[${i}].applyServerSideEncryptionByDefault.kmsMasterKeyId`,
                          reason: "must not be given with AES256",
                      },
                  ]
                : [];
        }),
});

const closed = {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
};

export const bucketPublicAccessBlock = setting({
    of: bucketPublicAccessBlockFields,
    operation: "S3: PutPublicAccessBlock",
    defaults: closed,
    silent: ["skipDestroy"],
});

export const accountPublicAccessBlock = awsType({
    of: accountPublicAccessBlockFields,
    operation: "S3Control: PutPublicAccessBlock",
    puts: true,
    defaults: closed,
    id: ({ accountId, inputs }) => str(inputs, "accountId") || accountId,
    outputs: ({ id }) => ({ accountId: id }),
});

/** A statement that lets anybody in, whatever the conditions but those on who or where. */
function isPublic(document: string): boolean {
    return requirePolicy("S3: PutBucketPolicy", document).statements.some(
        ({ effect, principals, conditions }) =>
            effect === "Allow" &&
            conditions.length === 0 &&
            [...(principals?.values() ?? [])].flat().includes("*"),
    );
}

export const bucketPolicy = setting({
    of: bucketPolicyFields,
    operation: "S3: PutBucketPolicy",
    beforeWrite: (write) => {
        const document = str(write.inputs, "policy");
        if (Buffer.byteLength(document) > policyBytes) {
            const message = `Bucket policies are limited to ${policyBytes} bytes`;
            throw awsError(400, "S3: PutBucketPolicy", "PolicyTooLarge", message);
        }
        requireResourcePolicy("S3: PutBucketPolicy", document);
        requireOwnResources(document, str(write.inputs, "bucket"));
        if (beside(write, blockToken)?.blockPublicPolicy === true && isPublic(document)) {
            const message =
                "User is not authorized to perform: s3:PutBucketPolicy because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.";
            throw awsError(403, "S3: PutBucketPolicy", "AccessDenied", message);
        }
    },
});

function requireOwnResources(document: string, name: string): void {
    const own = `arn:aws:s3:::${name}`;
    const foreign = requirePolicy("S3: PutBucketPolicy", document)
        .statements.flatMap(({ resources = [] }) => resources)
        .some((one) => one !== own && !one.startsWith(`${own}/`) && !one.startsWith(`${own}*`));
    if (foreign) {
        throw awsError(
            400,
            "S3: PutBucketPolicy",
            "MalformedPolicy",
            "Policy has invalid resource",
        );
    }
}

export const bucketObjectLock = setting({
    of: bucketObjectLockConfigurationFields,
    operation: "S3: PutObjectLockConfiguration",
    defaults: { objectLockEnabled: "Enabled" },
    silent: ["token"],
    check: (inputs) => {
        const retention = ["rule", "defaultRetention"] as const;
        const [days, years] = [
            get(inputs, ...retention, "days"),
            get(inputs, ...retention, "years"),
        ];
        const isGiven = typeof get(inputs, ...retention) === "object";
        return isGiven && (days === undefined) === (years === undefined)
            ? [
                  {
                      property: "rule.defaultRetention",
                      reason: "exactly one of days, years must be given",
                  },
              ]
            : [];
    },
    beforeCreate: (write) => {
        const versioning = str(beside(write, versioningToken), "versioningConfiguration", "status");
        if (bucketOf(write)?.outputs.objectLockEnabled !== true && versioning !== "Enabled") {
            const message =
                "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
            throw awsError(409, "S3: PutObjectLockConfiguration", "InvalidBucketState", message);
        }
    },
});

export const bucketOwnershipControls = setting({
    of: bucketOwnershipControlsFields,
    operation: "S3: PutBucketOwnershipControls",
});

export const bucketLogging = setting({
    of: bucketLoggingFields,
    operation: "S3: PutBucketLogging",
    references: [bucketReference(["targetBucket"], "InvalidTargetBucketForLogging")],
});

export const bucketLifecycle = setting({
    of: bucketLifecycleConfigurationFields,
    operation: "S3: PutBucketLifecycleConfiguration",
    defaults: { transitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
    silent: ["timeouts"],
    check: (inputs) => {
        const ids = items(inputs, "rules").map((_, i) => str(inputs, "rules", i, "id"));
        return ids.flatMap((id, i) =>
            id !== "" && ids.indexOf(id) < i
                ? [{ property: `rules[${i}].id`, reason: `${JSON.stringify(id)} is used twice` }]
                : [],
        );
    },
});
