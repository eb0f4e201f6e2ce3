import type { Failure } from "../../check";
import { guid } from "../../identifiers";
import { isUnknown, str, text, type Values } from "../../values";
import { awsType, type TypeFields } from "../awsType";
import {
    queueFields,
    queuePolicyFields,
    topicFields,
    topicPolicyFields,
    topicSubscriptionFields,
} from "../fields/messaging";
import { keyReference } from "../kms/references";
import { nameOf, type NameRule } from "../naming";
import { requireResourcePolicy } from "../policy/rules";
import { refer } from "../references";
import { functionToken } from "../deploy/tokens";
import { queueToken, topicToken } from "./tokens";

const fifoName = (most: number): NameRule =>
    nameOf(
        new RegExp(`^[\\w-]{1,${most}}(\\.fifo)?$`),
        `1 to ${most} letters, digits and _ -, then .fifo for a FIFO one`,
        { prefix: "namePrefix" },
    );

/** FIFO ones, and only they, have a name that ends with .fifo. */
function checkFifo(inputs: Values, property: string): Failure[] {
    const [name, wanted] = [inputs.name, inputs[property] ?? false];
    return typeof name === "string" &&
        !isUnknown(name) &&
        name.endsWith(".fifo") === !wanted &&
        typeof wanted === "boolean"
        ? [{ property: "name", reason: `"${name}" must ${wanted ? "" : "not "}end with .fifo` }]
        : [];
}

function defaultPolicy(service: string, resource: string, accountId: string): string {
    return JSON.stringify({
        Version: "2008-10-17",
        Id: "__default_policy_ID",
        Statement: [
            {
                Sid: "__default_statement_ID",
                Effect: "Allow",
                Principal: { AWS: "*" },
                Action: `${service}:*`,
                Resource: resource,
                Condition: { StringEquals: { "AWS:SourceOwner": accountId } },
            },
        ],
    });
}

const topicArn = ({
    region,
    accountId,
    name,
}: {
    region: string;
    accountId: string;
    name: string;
}) => text`arn:aws:sns:${region}:${accountId}:${name}`;

export const topic = awsType({
    of: topicFields,
    operation: "SNS: CreateTopic",
    name: fifoName(256),
    defaults: {
        contentBasedDeduplication: false,
        fifoTopic: false,
        signatureVersion: 0,
        tracingConfig: "",
    },
    references: [keyReference(["kmsMasterKeyId"], "InvalidParameter")],
    taken: {
        http: 400,
        code: "InvalidParameter",
        says: "Topic already exists with different attributes",
    },
    check: (inputs) => checkFifo(inputs, "fifoTopic"),
    id: topicArn,
    arn: topicArn,
    outputs: ({ inputs, accountId, arn }) => ({
        beginningArchiveTime: "",
        fifoThroughputScope: inputs.fifoThroughputScope ?? "",
        owner: accountId,
        policy: inputs.policy ?? (isUnknown(arn) ? arn : defaultPolicy("sns", arn, accountId)),
    }),
    beforeWrite: ({ inputs }) => requireOwnPolicy("SNS: SetTopicAttributes", inputs),
});

function requireOwnPolicy(operation: string, inputs: Values): void {
    if (str(inputs, "policy") !== "") {
        requireResourcePolicy(operation, str(inputs, "policy"));
    }
}

const noTopic = "Topic does not exist";

function policyType(
    of: TypeFields,
    operation: string,
    property: string,
    token: string,
    says: string,
) {
    return awsType({
        of,
        operation,
        puts: true,
        references: [refer([property], token, "NotFound", says, { http: 404, owner: true })],
        id: ({ inputs }) => str(inputs, property),
        ...(of === topicPolicyFields
            ? { outputs: ({ accountId }: { accountId: string }) => ({ owner: accountId }) }
            : {}),
        beforeWrite: ({ inputs }) => requireOwnPolicy(operation, inputs),
    });
}

export const topicPolicy = policyType(
    topicPolicyFields,
    "SNS: SetTopicAttributes",
    "arn",
    topicToken,
    noTopic,
);

export const topicSubscription = awsType({
    of: topicSubscriptionFields,
    operation: "SNS: Subscribe",
    references: [
        refer(["topic"], topicToken, "NotFound", noTopic, { http: 404, owner: true }),
        refer(
            ["endpoint"],
            [queueToken, functionToken],
            "InvalidParameter",
            "Invalid parameter: endpoint %",
            {
                name: (value) => (/^arn:aws:(sqs|lambda):/.test(value) ? value : ""),
            },
        ),
    ],
    defaults: {
        confirmationTimeoutInMinutes: 1,
        endpointAutoConfirms: false,
        rawMessageDelivery: false,
    },
    check: (inputs) => {
        const [protocol, endpoint] = [str(inputs, "protocol"), str(inputs, "endpoint")];
        const forms: Record<string, RegExp> = {
            email: /^\S+@\S+$/,
            "email-json": /^\S+@\S+$/,
            http: /^http:\/\//,
            https: /^https:\/\//,
            sqs: /^arn:aws:sqs:/,
            lambda: /^arn:aws:lambda:/,
            sms: /^\+?\d+$/,
        };
        const isFit = forms[protocol]?.test(endpoint) !== false;
        return isFit || isUnknown(endpoint)
            ? []
            : [{ property: "endpoint", reason: `"${endpoint}" is no endpoint of ${protocol}` }];
    },
    id: ({ inputs, once, store }) =>
        text`${str(inputs, "topic")}:${once("id", () => guid("subscription", String(store.next("aws", 0, 1))))}`,
    arn: ({ id }) => id,
    outputs: ({ inputs, accountId }) => {
        const isOpen = /^(email|http)/.test(str(inputs, "protocol"));
        return {
            confirmationWasAuthenticated: !isOpen,
            filterPolicyScope: inputs.filterPolicyScope ?? "",
            ownerId: accountId,
            // Somebody must answer the message that asks.
            pendingConfirmation: isOpen,
        };
    },
});

const queueUrl = ({
    region,
    accountId,
    name,
}: {
    region: string;
    accountId: string;
    name: string;
}) => text`https://sqs.${region}.amazonaws.com/${accountId}/${name}`;

export const queue = awsType({
    of: queueFields,
    operation: "SQS: CreateQueue",
    name: fifoName(80),
    defaults: {
        contentBasedDeduplication: false,
        delaySeconds: 0,
        fifoQueue: false,
        maxMessageSize: 262_144,
        messageRetentionSeconds: 345_600,
        receiveWaitTimeSeconds: 0,
        visibilityTimeoutSeconds: 30,
    },
    references: [keyReference(["kmsMasterKeyId"], "InvalidParameterValue")],
    taken: {
        http: 400,
        code: "QueueAlreadyExists",
        says: "A queue already exists with the same name and a different value for an attribute.",
    },
    check: (inputs) => [
        ...checkFifo(inputs, "fifoQueue"),
        ...(inputs.kmsMasterKeyId !== undefined && inputs.sqsManagedSseEnabled === true
            ? [{ property: "sqsManagedSseEnabled", reason: "must not be true with kmsMasterKeyId" }]
            : []),
    ],
    id: queueUrl,
    arn: ({ region, accountId, name }) => text`arn:aws:sqs:${region}:${accountId}:${name}`,
    outputs: ({ inputs, id }) => ({
        deduplicationScope: inputs.deduplicationScope ?? "",
        fifoThroughputLimit: inputs.fifoThroughputLimit ?? "",
        kmsDataKeyReusePeriodSeconds: inputs.kmsDataKeyReusePeriodSeconds ?? 300,
        policy: inputs.policy ?? "",
        redriveAllowPolicy: inputs.redriveAllowPolicy ?? "",
        redrivePolicy: inputs.redrivePolicy ?? "",
        sqsManagedSseEnabled: inputs.sqsManagedSseEnabled ?? inputs.kmsMasterKeyId === undefined,
        url: id,
    }),
    beforeWrite: ({ inputs }) => requireOwnPolicy("SQS: SetQueueAttributes", inputs),
});

export const queuePolicy = policyType(
    queuePolicyFields,
    "SQS: SetQueueAttributes",
    "queueUrl",
    queueToken,
    "The specified queue does not exist.",
);
