import { fixed, flag, integer, number, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const topicFields: TypeFields = {
    token: "aws:sns/topic:Topic",
    tagged: true,
    fields: {
        applicationFailureFeedbackRoleArn: text,
        applicationSuccessFeedbackRoleArn: text,
        applicationSuccessFeedbackSampleRate: number,
        archivePolicy: text,
        contentBasedDeduplication: flag,
        deliveryPolicy: text,
        displayName: text,
        fifoThroughputScope: oneOf("Topic", "MessageGroup"),
        fifoTopic: fixed(flag),
        firehoseFailureFeedbackRoleArn: text,
        firehoseSuccessFeedbackRoleArn: text,
        firehoseSuccessFeedbackSampleRate: number,
        httpFailureFeedbackRoleArn: text,
        httpSuccessFeedbackRoleArn: text,
        httpSuccessFeedbackSampleRate: number,
        kmsMasterKeyId: text,
        lambdaFailureFeedbackRoleArn: text,
        lambdaSuccessFeedbackRoleArn: text,
        lambdaSuccessFeedbackSampleRate: number,
        name: fixed(text),
        namePrefix: fixed(text),
        policy: document,
        signatureVersion: integer(1, 2),
        sqsFailureFeedbackRoleArn: text,
        sqsSuccessFeedbackRoleArn: text,
        sqsSuccessFeedbackSampleRate: number,
        tracingConfig: oneOf("Active", "PassThrough"),
    },
};

export const topicPolicyFields: TypeFields = {
    token: "aws:sns/topicPolicy:TopicPolicy",
    fields: { arn: required(fixed(text)), policy: required(document) },
};

export const topicSubscriptionFields: TypeFields = {
    token: "aws:sns/topicSubscription:TopicSubscription",
    fields: {
        confirmationTimeoutInMinutes: number,
        deliveryPolicy: text,
        endpoint: required(fixed(text)),
        endpointAutoConfirms: flag,
        filterPolicy: text,
        filterPolicyScope: oneOf("MessageAttributes", "MessageBody"),
        protocol: required(
            fixed(
                oneOf(
                    "application",
                    "email",
                    "email-json",
                    "firehose",
                    "http",
                    "https",
                    "lambda",
                    "sms",
                    "sqs",
                ),
            ),
        ),
        rawMessageDelivery: flag,
        redrivePolicy: text,
        replayPolicy: text,
        subscriptionRoleArn: text,
        topic: required(fixed(text)),
    },
};

export const queueFields: TypeFields = {
    token: "aws:sqs/queue:Queue",
    tagged: true,
    fields: {
        contentBasedDeduplication: flag,
        deduplicationScope: oneOf("messageGroup", "queue"),
        delaySeconds: integer(0, 900),
        fifoQueue: fixed(flag),
        fifoThroughputLimit: oneOf("perQueue", "perMessageGroupId"),
        kmsDataKeyReusePeriodSeconds: integer(60, 86400),
        kmsMasterKeyId: text,
        maxMessageSize: integer(1024, 1048576),
        messageRetentionSeconds: integer(60, 1209600),
        name: fixed(text),
        namePrefix: fixed(text),
        policy: document,
        receiveWaitTimeSeconds: integer(0, 20),
        redriveAllowPolicy: text,
        redrivePolicy: text,
        sqsManagedSseEnabled: flag,
        visibilityTimeoutSeconds: integer(0, 43200),
    },
};

export const queuePolicyFields: TypeFields = {
    token: "aws:sqs/queuePolicy:QueuePolicy",
    fields: { policy: required(document), queueUrl: required(fixed(text)) },
};
