import { guid } from "../../identifiers";
import { get, isUnknown, items, str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    secretPolicyFields,
    secretRotationFields,
    secretVersionFields,
} from "../fields/secretsmanager";
import { atMostOne } from "../naming";
import { requirePolicy, requireResourcePolicy } from "../policy/rules";
import { lookUp, refer } from "../references";
import { functionToken } from "../deploy/tokens";
import { secretToken } from "./secret";

const missing = "Secrets Manager can't find the specified secret: %";
const ofSecret = (property: string) =>
    refer([property], secretToken, "ResourceNotFoundException", missing, { owner: true });

/** source: Secrets Manager User Guide, "Quotas"; date: 2026-11-21 */
const limits = { valueBytes: 65_536, policyBytes: 20_480, stages: 20 } as const;

export const secretVersion = awsType({
    of: secretVersionFields,
    operation: "Secrets Manager: PutSecretValue",
    references: [ofSecret("secretId")],
    silent: ["secretStringWo"],
    check: (inputs) => atMostOne(inputs, ["secretString", "secretBinary", "secretStringWo"]),
    id: ({ inputs, once, store }) =>
        text`${str(inputs, "secretId")}|${once("versionId", () => `terraform-${guid("version", String(store.next("aws", 0, 1)))}`)}`,
    outputs: ({ inputs, id, store, accountId, region }) => {
        const secretId = str(inputs, "secretId");
        const place = { accountId, region, defaultTags: {} };
        const found = lookUp(store, place, [secretToken], secretId)?.id;
        const arn = found ?? secretId;
        return {
            arn,
            secretArn: arn,
            hasSecretStringWo: inputs.secretStringWo !== undefined,
            versionId: isUnknown(id) ? id : (id.split("|").pop() ?? ""),
            versionStages: inputs.versionStages ?? ["AWSCURRENT"],
        };
    },
    beforeWrite: ({ inputs }) => {
        const operation = "Secrets Manager: PutSecretValue";
        const value =
            str(inputs, "secretString") ||
            str(inputs, "secretBinary") ||
            str(inputs, "secretStringWo");
        if (Buffer.byteLength(value) > limits.valueBytes) {
            const message = `The secret value is longer than ${limits.valueBytes} bytes`;
            throw awsError(400, operation, "ValidationException", message);
        }
        if (items(inputs, "versionStages").length > limits.stages) {
            const message = `A version has at most ${limits.stages} staging labels`;
            throw awsError(400, operation, "LimitExceededException", message);
        }
    },
});

export const secretRotation = awsType({
    of: secretRotationFields,
    operation: "Secrets Manager: RotateSecret",
    puts: true,
    references: [
        ofSecret("secretId"),
        refer(
            ["rotationLambdaArn"],
            functionToken,
            "AccessDeniedException",
            "Secrets Manager cannot invoke the specified Lambda function: %",
        ),
    ],
    defaults: { rotateImmediately: true },
    check: (inputs) => {
        const rules = ["rotationRules"] as const;
        const days = get(inputs, ...rules, "automaticallyAfterDays");
        const schedule = get(inputs, ...rules, "scheduleExpression");
        const isGiven = typeof inputs.rotationRules === "object";
        return isGiven && (days === undefined) === (schedule === undefined)
            ? [
                  {
                      property: "rotationRules",
                      reason: "exactly one of automaticallyAfterDays, scheduleExpression must be given",
                  },
              ]
            : [];
    },
    id: ({ inputs }) => str(inputs, "secretId"),
    outputs: () => ({ rotationEnabled: true }),
});

export const secretPolicy = awsType({
    of: secretPolicyFields,
    operation: "Secrets Manager: PutResourcePolicy",
    puts: true,
    references: [ofSecret("secretArn")],
    defaults: { blockPublicPolicy: false },
    id: ({ inputs }) => str(inputs, "secretArn"),
    beforeWrite: ({ inputs }) => {
        const operation = "Secrets Manager: PutResourcePolicy";
        const document = str(inputs, "policy");
        requireResourcePolicy(operation, document);
        const isPublic = requirePolicy(operation, document).statements.some(
            ({ effect, principals, conditions }) =>
                effect === "Allow" &&
                conditions.length === 0 &&
                [...(principals?.values() ?? [])].flat().includes("*"),
        );
        if (inputs.blockPublicPolicy === true && isPublic) {
            const message =
                "This resource policy grants broad access to the secret because it includes wildcard principals.";
            throw awsError(400, operation, "PublicPolicyException", message);
        }
    },
});
