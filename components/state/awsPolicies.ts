import { policyDocument, type Statement } from "../shared/awsDocument";
import { keyPolicy } from "../vault/keyPolicy";
import type { StateStoreAws } from "./stateStoreArgs";
import { objectActions } from "./storageFacts";

/** ARNs of the roles around a store. */
export interface StoreRoles {
    administrators: string[];
    writers: string[];
    planners: string[];
    readers: string[];
}

/** What removes a version or the promise that it stays. source: S3 User Guide, "Object Lock"; date: 2026-11-21 */
const removals = [
    "s3:BypassGovernanceRetention",
    "s3:DeleteObjectVersion",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
];

/** What changes an object. */
const changes = [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:DeleteObjectTagging",
    "s3:PutObject",
    "s3:PutObjectAcl",
    "s3:PutObjectTagging",
    "s3:ReplicateDelete",
    "s3:ReplicateObject",
    "s3:RestoreObject",
];

/** The policy of the key of the data at rest: through S3 and for this bucket only. */
export function storageKeyPolicy(
    { bucketName, region }: StateStoreAws,
    { administrators, writers, planners, readers }: StoreRoles,
): string {
    const condition = {
        StringEquals: {
            "kms:ViaService": `s3.${region}.amazonaws.com`,
            // With a bucket key, S3 encrypts for the bucket and not for each object.
            "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${bucketName}`,
        },
    };
    return keyPolicy(administrators, [
        {
            sid: "Write",
            principals: writers,
            actions: ["kms:Decrypt", "kms:GenerateDataKey"],
            condition,
        },
        {
            sid: "Read",
            principals: [...planners, ...readers],
            actions: ["kms:Decrypt"],
            condition,
        },
    ]);
}

/** The policy of the key that encrypts the key of each stack's secrets. */
export function secretsKeyPolicy({ administrators, writers, planners }: StoreRoles): string {
    return keyPolicy(administrators, [
        { sid: "Apply", principals: writers, actions: ["kms:Decrypt", "kms:Encrypt"] },
        { sid: "Preview", principals: planners, actions: ["kms:Decrypt"] },
    ]);
}

/**
 * What the bucket says to everybody. It allows the named roles all that they need, and denies the
 * rest even where IAM allows it.
 */
export function bucketPolicy(
    { bucketName, accountId }: StateStoreAws,
    { writers, planners, readers }: StoreRoles,
): string {
    const bucket = `arn:aws:s3:::${bucketName}`;
    const objects = [`${bucket}/*`];
    const all = [...writers, ...planners, ...readers];
    const everybodyBut = (arns: string[]) => ({
        // An operator with an empty list is refused; nobody has this ARN.
        ArnNotEquals: { "aws:PrincipalArn": arns.length === 0 ? [nobody] : arns },
    });
    const deny = (
        Sid: string,
        rest: Omit<Statement, "Sid" | "Effect" | "Principal">,
    ): Statement => ({
        Sid,
        Effect: "Deny",
        Principal: "*",
        ...rest,
    });
    const allow = (Sid: string, arns: string[], actions: string[]): Statement[] =>
        arns.length === 0
            ? []
            : [
                  {
                      Sid: `${Sid}List`,
                      Effect: "Allow",
                      Principal: { AWS: arns },
                      Action: ["s3:ListBucket"],
                      Resource: [bucket],
                  },
                  {
                      Sid,
                      Effect: "Allow",
                      Principal: { AWS: arns },
                      Action: actions,
                      Resource: objects,
                  },
              ];
    const everything = { Action: ["s3:*"], Resource: [bucket, ...objects] };
    return policyDocument([
        deny("EncryptedOnTheWay", {
            ...everything,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
        deny("ModernTls", {
            ...everything,
            Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
        }),
        deny("OwnAccount", {
            ...everything,
            Condition: { StringNotEquals: { "aws:PrincipalAccount": accountId } },
        }),
        deny("NamedRoles", { Action: ["s3:*"], Resource: objects, Condition: everybodyBut(all) }),
        deny("Writers", { Action: changes, Resource: objects, Condition: everybodyBut(writers) }),
        deny("VersionsStay", { Action: removals, Resource: objects }),
        deny("BucketStays", { Action: ["s3:DeleteBucket"], Resource: [bucket] }),
        // Whoever says nothing gets the bucket's key; whoever says something could say another.
        deny("OwnKey", {
            Action: ["s3:PutObject"],
            Resource: objects,
            Condition: { Null: { "s3:x-amz-server-side-encryption": "false" } },
        }),
        ...allow("Apply", writers, objectActions.write),
        ...allow("Preview", [...planners, ...readers], objectActions.read),
    ]);
}

const nobody = "arn:aws:iam::000000000000:role/nobody";
