import { hex } from "../../identifiers";
import { isUnknown, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { deliveryChannelFields, recorderFields, recorderStatusFields } from "../fields/audit";
import { ruleFields } from "../fields/auditMore";
import { serviceRole } from "../iam/names";
import { keyReference } from "../kms/references";
import { nameOf } from "../naming";
import { refer } from "../references";
import { bucketReference } from "../s3/references";
import { functionToken } from "../deploy/tokens";
import { topicToken } from "../watch/tokens";

const recorderToken = "aws:cfg/recorder:Recorder";
const channelToken = "aws:cfg/deliveryChannel:DeliveryChannel";
const name = nameOf(/^[^]{1,256}$/, "1 to 256 characters");

const within = (key: string, place: { accountId: string; region: string }) =>
    key.includes(`|${place.accountId}/${place.region}|`);

/** One of an account and region. */
export const recorder = awsType({
    of: recorderFields,
    operation: "Config Service: PutConfigurationRecorder",
    puts: true,
    name,
    references: [serviceRole(["roleArn"], "InvalidRoleException")],
    id: ({ name: own }) => own,
    outputs: ({ inputs }) => ({
        recordingGroup: inputs.recordingGroup ?? {
            allSupported: true,
            includeGlobalResourceTypes: false,
        },
        recordingMode: inputs.recordingMode ?? { recordingFrequency: "CONTINUOUS" },
    }),
    beforeCreate: (write) => {
        if (
            write.store
                .list(recorderToken)
                .some(({ key, id }) => within(key, write) && id !== write.id)
        ) {
            const message =
                "Failed to put configuration recorder because the maximum number of configuration recorders: 1 is reached.";
            throw awsError(
                400,
                "Config Service: PutConfigurationRecorder",
                "MaxNumberOfConfigurationRecordersExceededException",
                message,
            );
        }
    },
});

export const deliveryChannel = awsType({
    of: deliveryChannelFields,
    operation: "Config Service: PutDeliveryChannel",
    puts: true,
    name,
    references: [
        bucketReference(["s3BucketName"], "NoSuchBucketException"),
        keyReference(["s3KmsKeyArn"], "InvalidS3KmsKeyArnException"),
        refer(
            ["snsTopicArn"],
            topicToken,
            "InvalidSNSTopicARNException",
            "The topic % does not exist",
        ),
    ],
    id: ({ name: own }) => own,
    beforeCreate: (write) => {
        const refuse = (code: string, message: string) =>
            awsError(400, "Config Service: PutDeliveryChannel", code, message);
        if (!write.store.list(recorderToken).some(({ key }) => within(key, write))) {
            throw refuse(
                "NoAvailableConfigurationRecorderException",
                "Configuration recorder is not available to put delivery channel.",
            );
        }
        if (
            write.store
                .list(channelToken)
                .some(({ key, id }) => within(key, write) && id !== write.id)
        ) {
            throw refuse(
                "MaxNumberOfDeliveryChannelsExceededException",
                "Failed to put delivery channel because the maximum number of delivery channels: 1 is reached.",
            );
        }
    },
});

export const recorderStatus = awsType({
    of: recorderStatusFields,
    operation: "Config Service: StartConfigurationRecorder",
    puts: true,
    name,
    references: [
        refer(
            ["name"],
            recorderToken,
            "NoSuchConfigurationRecorderException",
            "Cannot find configuration recorder with the specified name '%'.",
            { owner: true },
        ),
    ],
    id: ({ name: own }) => own,
    beforeWrite: (write) => {
        const hasChannel = write.store.list(channelToken).some(({ key }) => within(key, write));
        if (write.inputs.isEnabled === true && !hasChannel) {
            const message = "Delivery channel is not available to start configuration recorder.";
            throw awsError(
                400,
                "Config Service: StartConfigurationRecorder",
                "NoAvailableDeliveryChannelException",
                message,
            );
        }
    },
});

export const configRule = awsType({
    of: ruleFields,
    operation: "Config Service: PutConfigRule",
    puts: true,
    name: nameOf(/^[^]{1,128}$/, "1 to 128 characters"),
    references: [
        refer(
            ["source", "sourceIdentifier"],
            functionToken,
            "InsufficientPermissionsException",
            "The AWS Lambda function % cannot be invoked.",
            {
                name: (value) => (value.startsWith("arn:aws:lambda:") ? value : ""),
            },
        ),
    ],
    id: ({ name: own }) => own,
    arn: ({ region, accountId, name: own }) =>
        text`arn:aws:config:${region}:${accountId}:config-rule/${ruleId(own)}`,
    outputs: ({ name: own }) => ({ ruleId: ruleId(own) }),
    beforeCreate: (write) => {
        if (!write.store.list(recorderToken).some(({ key }) => within(key, write))) {
            const message = "Configuration recorder is not available to put config rule.";
            throw awsError(
                400,
                "Config Service: PutConfigRule",
                "NoAvailableConfigurationRecorderException",
                message,
            );
        }
    },
});

function ruleId(own: string): string {
    return isUnknown(own) ? own : `config-rule-${hex(6, "rule", own)}`;
}
