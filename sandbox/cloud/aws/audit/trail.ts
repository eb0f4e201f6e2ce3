import { isUnknown, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { trailFields } from "../fields/audit";
import { serviceRole } from "../iam/names";
import { keyReference } from "../kms/references";
import { atMostOne, nameOf } from "../naming";
import { evaluate } from "../policy/evaluate";
import { readPolicy } from "../policy/read";
import { belongingsOf, refer, referred } from "../references";
import type { Write } from "../../resourceType";
import { bucketReference } from "../s3/references";
import { logGroupToken, topicToken } from "../watch/tokens";

/** source: CloudTrail User Guide, "Quotas in AWS CloudTrail"; date: 2026-11-21 */
const trailsPerRegion = 5;
const trailToken = "aws:cloudtrail/trail:Trail";
const ofBucket = bucketReference(["s3BucketName"], "S3BucketDoesNotExistException");

/** CloudTrail must be let in by the bucket's policy before there is a trail. */
function requireBucketPolicy(
    write: Write & { readonly accountId: string },
    trailArn: string,
): void {
    const bucket = referred(write, [ofBucket])[0]?.target;
    const found =
        bucket === undefined
            ? undefined
            : write.store
                  .under(belongingsOf(bucket))
                  .find(({ type }) => type === "aws:s3/bucketPolicy:BucketPolicy");
    const document = str(found?.inputs, "policy") || str(bucket?.inputs, "policy");
    const prefix = str(write.inputs, "s3KeyPrefix");
    const folder = prefix === "" ? "" : `${prefix}/`;
    const bucketArn = str(bucket?.outputs, "arn");
    const context = new Map([
        ["aws:sourcearn", [trailArn]],
        ["aws:sourceaccount", [write.accountId]],
        ["s3:x-amz-acl", ["bucket-owner-full-control"]],
        ["aws:securetransport", ["true"]],
    ]);
    const principal = { kind: "Service", name: "cloudtrail.amazonaws.com" };
    const may = (action: string, resource: string) =>
        document !== "" &&
        evaluate(readPolicy(document), { action, resource, principal, context }) === "allowed";
    const isLetIn =
        may("s3:GetBucketAcl", bucketArn) &&
        may("s3:PutObject", `${bucketArn}/${folder}AWSLogs/${write.accountId}/CloudTrail/x`);
    if (bucket !== undefined && !isLetIn) {
        const message = `Incorrect S3 bucket policy is detected for bucket: ${bucket.id}`;
        throw awsError(
            400,
            "CloudTrail: CreateTrail",
            "InsufficientS3BucketPolicyException",
            message,
        );
    }
}

export const trail = awsType({
    of: trailFields,
    operation: "CloudTrail: CreateTrail",
    name: nameOf(
        /^[A-Za-z0-9]([._-]?[A-Za-z0-9]){2,127}$/,
        "3 to 128 letters, digits and . _ -, no two of these in a row",
    ),
    taken: {
        http: 400,
        code: "TrailAlreadyExistsException",
        says: "Trail % already exists for this customer.",
    },
    defaults: {
        enableLogFileValidation: false,
        enableLogging: true,
        includeGlobalServiceEvents: true,
        isMultiRegionTrail: false,
        isOrganizationTrail: false,
    },
    references: [
        ofBucket,
        keyReference(["kmsKeyId"], "KmsKeyNotFoundException"),
        serviceRole(["cloudWatchLogsRoleArn"], "InvalidCloudWatchLogsRoleArnException"),
        refer(
            ["cloudWatchLogsGroupArn"],
            logGroupToken,
            "InvalidCloudWatchLogsLogGroupArnException",
            "Access denied. Check the permissions for your role: % does not exist.",
            {
                name: (value) => value.replace(/:\*$/, ""),
            },
        ),
        refer(
            ["snsTopicName"],
            topicToken,
            "InsufficientSnsTopicPolicyException",
            "SNS Topic does not exist or the topic policy is incorrect: %",
            {
                name: (value) => (value.startsWith("arn:") ? value : ""),
            },
        ),
    ],
    check: (inputs) => {
        const group = str(inputs, "cloudWatchLogsGroupArn");
        return [
            ...atMostOne(inputs, ["eventSelectors", "advancedEventSelectors"]),
            ...(inputs.isMultiRegionTrail === true && inputs.includeGlobalServiceEvents === false
                ? [
                      {
                          property: "includeGlobalServiceEvents",
                          reason: "must be true for a trail of all regions",
                      },
                  ]
                : []),
            ...(group === "" || isUnknown(group) || group.endsWith(":*")
                ? []
                : [{ property: "cloudWatchLogsGroupArn", reason: "must end with :*" }]),
            ...((inputs.cloudWatchLogsGroupArn === undefined) ===
            (inputs.cloudWatchLogsRoleArn === undefined)
                ? []
                : [
                      {
                          property: "cloudWatchLogsRoleArn",
                          reason: "must be given with cloudWatchLogsGroupArn, and not without",
                      },
                  ]),
        ];
    },
    id: ({ region, accountId, name }) =>
        text`arn:aws:cloudtrail:${region}:${accountId}:trail/${name}`,
    arn: ({ id }) => id,
    outputs: ({ region, accountId, inputs }) => {
        const topic = str(inputs, "snsTopicName");
        const isArn = topic === "" || topic.startsWith("arn:");
        return {
            homeRegion: region,
            snsTopicArn: isArn ? topic : text`arn:aws:sns:${region}:${accountId}:${topic}`,
        };
    },
    beforeWrite: (write) => requireBucketPolicy(write, write.id),
    beforeCreate: ({ store, region }) => {
        const here = store
            .list(trailToken)
            .filter(({ outputs }) => str(outputs, "homeRegion") === region);
        if (here.length >= trailsPerRegion) {
            const message = `User already has ${trailsPerRegion} trails in the current region.`;
            throw awsError(
                400,
                "CloudTrail: CreateTrail",
                "MaximumNumberOfTrailsExceededException",
                message,
            );
        }
    },
});
