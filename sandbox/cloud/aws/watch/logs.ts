import { hex } from "../../identifiers";
import { num, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    logGroupFields,
    logMetricFilterFields,
    logResourcePolicyFields,
    logSubscriptionFilterFields,
} from "../fields/cloudwatch";
import { serviceRole } from "../iam/names";
import { keyReference } from "../kms/references";
import { exactlyOne, nameOf } from "../naming";
import { requireResourcePolicy } from "../policy/rules";
import { belongingsOf, refer, referred } from "../references";
import { functionToken } from "../deploy/tokens";
import { logGroupToken } from "./tokens";

/** source: CloudWatch Logs API reference, PutRetentionPolicy; date: 2026-11-21 */
const retentions = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

export const logGroup = awsType({
    of: logGroupFields,
    operation: "CloudWatch Logs: CreateLogGroup",
    name: nameOf(/^[\w.\-/#]{1,512}$/, "1 to 512 letters, digits and _ . - / #", {
        prefix: "namePrefix",
    }),
    taken: {
        http: 400,
        code: "ResourceAlreadyExistsException",
        says: "The specified log group already exists",
    },
    defaults: {
        deletionProtectionEnabled: false,
        logGroupClass: "STANDARD",
        retentionInDays: 0,
        skipDestroy: false,
    },
    references: [keyReference(["kmsKeyId"], "InvalidParameterException")],
    check: (inputs) => {
        const days = num(inputs, "retentionInDays");
        return days === undefined || retentions.includes(days)
            ? []
            : [
                  {
                      property: "retentionInDays",
                      reason: `${days} is not one of ${retentions.join(", ")}`,
                  },
              ];
    },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:logs:${region}:${accountId}:log-group:${name}`,
    beforeDelete: ({ old }) => {
        if (old.inputs.deletionProtectionEnabled === true) {
            const message = "Log group has deletion protection enabled.";
            throw awsError(400, "CloudWatch Logs: DeleteLogGroup", "ValidationException", message);
        }
    },
});

const missing = "The specified log group does not exist.";
const ofGroup = (property: string) =>
    refer([property], logGroupToken, "ResourceNotFoundException", missing, { owner: true });

export const logMetricFilter = awsType({
    of: logMetricFilterFields,
    operation: "CloudWatch Logs: PutMetricFilter",
    puts: true,
    within: "logGroupName",
    name: nameOf(/^[^:*]{1,512}$/, "1 to 512 characters without : and *"),
    defaults: { applyOnTransformedLogs: false },
    references: [ofGroup("logGroupName")],
    id: ({ name }) => name,
});

/** source: CloudWatch Logs User Guide, "CloudWatch Logs quotas"; date: 2026-11-21 */
const quotas = { filtersPerGroup: 2, policiesPerRegion: 10, policyBytes: 5120 } as const;

const subscriptionToken = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";

export const logSubscriptionFilter = awsType({
    of: logSubscriptionFilterFields,
    operation: "CloudWatch Logs: PutSubscriptionFilter",
    name: nameOf(/^[^:*]{1,512}$/, "1 to 512 characters without : and *"),
    defaults: { applyOnTransformedLogs: false, distribution: "ByLogStream" },
    references: [
        ofGroup("logGroup"),
        serviceRole(["roleArn"], "InvalidParameterException"),
        refer(
            ["destinationArn"],
            functionToken,
            "InvalidParameterException",
            "Could not execute the lambda function: %",
            {
                name: (value) => (value.includes(":lambda:") ? value : ""),
            },
        ),
    ],
    id: ({ inputs, once }) =>
        once(
            "id",
            () =>
                `cwlsf-${Number.parseInt(hex(8, str(inputs, "logGroup"), str(inputs, "name")), 16)}`,
        ),
    outputs: ({ inputs }) => ({ roleArn: inputs.roleArn ?? "" }),
    beforeCreate: (write) => {
        const group = referred(write, [ofGroup("logGroup")])[0]?.target;
        const beside = write.store.under(group === undefined ? "" : belongingsOf(group));
        if (
            beside.filter(({ type }) => type === subscriptionToken).length >= quotas.filtersPerGroup
        ) {
            const message = "Resource limit exceeded.";
            throw awsError(
                400,
                "CloudWatch Logs: PutSubscriptionFilter",
                "LimitExceededException",
                message,
            );
        }
    },
});

const policyToken = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

export const logResourcePolicy = awsType({
    of: logResourcePolicyFields,
    operation: "CloudWatch Logs: PutResourcePolicy",
    puts: true,
    check: (inputs) => exactlyOne(inputs, ["policyName", "resourceArn"]),
    id: ({ inputs }) => str(inputs, "policyName") || str(inputs, "resourceArn"),
    outputs: ({ inputs, each, id }) => ({
        policyScope: inputs.resourceArn === undefined ? "ACCOUNT" : "RESOURCE",
        revisionId: each(() => hex(16, id, str(inputs, "policyDocument"))),
    }),
    beforeWrite: ({ inputs, store, old }) => {
        const operation = "CloudWatch Logs: PutResourcePolicy";
        const document = str(inputs, "policyDocument");
        requireResourcePolicy(operation, document);
        const isFull =
            old === undefined && store.list(policyToken).length >= quotas.policiesPerRegion;
        if (isFull || Buffer.byteLength(document) > quotas.policyBytes) {
            throw awsError(400, operation, "LimitExceededException", "Resource limit exceeded.");
        }
    },
});
