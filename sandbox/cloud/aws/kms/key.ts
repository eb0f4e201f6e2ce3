import type { Failure } from "../../check";
import { guid } from "../../identifiers";
import { storeKey } from "../../store/record";
import { isUnknown, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { keyFields, keyPolicyFields } from "../fields/kms";
import { requirePolicy, requireResourcePolicy } from "../policy/rules";
import { keyReference } from "./references";

/** Keys that wait for their end; nothing can use them any more. */
export const deletedKeyType = "aws:kms:KeyPendingDeletion";

/** source: AWS KMS Developer Guide, "Key policies" and "Quotas"; date: 2026-11-21 */
const policyBytes = 32_768;

/** What a key of each kind may be used for, first its default. */
function usesOf(spec: string): readonly string[] {
    if (spec.startsWith("HMAC_")) {
        return ["GENERATE_VERIFY_MAC"];
    }
    if (spec.startsWith("ML_DSA_") || spec === "ECC_SECG_P256K1" || spec.includes("EDWARDS")) {
        return ["SIGN_VERIFY"];
    }
    if (spec.startsWith("ECC_")) {
        return ["SIGN_VERIFY", "KEY_AGREEMENT"];
    }
    if (spec.startsWith("RSA_")) {
        return ["ENCRYPT_DECRYPT", "SIGN_VERIFY"];
    }
    return spec === "SM2"
        ? ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"]
        : ["ENCRYPT_DECRYPT"];
}

const symmetric = "SYMMETRIC_DEFAULT";
const specOf = (inputs: Values) => str(inputs, "customerMasterKeySpec") || symmetric;

function checkKey(inputs: Values): Failure[] {
    const [spec, usage] = [specOf(inputs), str(inputs, "keyUsage") || "ENCRYPT_DECRYPT"];
    const failures: Failure[] = [];
    if (!isUnknown(spec) && !isUnknown(usage) && !usesOf(spec).includes(usage)) {
        const reason = `${usage} is not compatible with key spec ${spec}: ${usesOf(spec).join(", ")}`;
        failures.push({ property: "keyUsage", reason });
    }
    if (inputs.rotationPeriodInDays !== undefined && inputs.enableKeyRotation === false) {
        failures.push({ property: "rotationPeriodInDays", reason: "needs enableKeyRotation" });
    }
    return failures;
}

/** The policy a key gets when none is given: the account may do everything. */
function defaultPolicy(accountId: string): string {
    return JSON.stringify({
        Id: "key-default-1",
        Statement: [
            {
                Action: "kms:*",
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${accountId}:root` },
                Resource: "*",
                Sid: "Enable IAM User Permissions",
            },
        ],
        Version: "2012-10-17",
    });
}

/** KMS refuses a policy after which nobody of the account could change the policy again. */
function requireKeyPolicy(operation: string, inputs: Values, accountId: string): void {
    const document = str(inputs, "policy");
    if (document === "") {
        return;
    }
    if (Buffer.byteLength(document) > policyBytes) {
        throw awsError(
            400,
            operation,
            "LimitExceededException",
            `The policy exceeds ${policyBytes} bytes`,
        );
    }
    requireResourcePolicy(operation, document);
    const canChange = requirePolicy(operation, document).statements.some(
        ({ effect, principals, actions = [] }) =>
            effect === "Allow" &&
            actions.some((one) => /^(\*|kms:(\*|put\*|putkeypolicy))$/i.test(one)) &&
            [...(principals?.values() ?? [])]
                .flat()
                .some((one) => one === "*" || one.includes(accountId)),
    );
    if (!canChange && inputs.bypassPolicyLockoutSafetyCheck !== true) {
        const message =
            "The new key policy will not allow you to update the key policy in the future.";
        throw awsError(400, operation, "MalformedPolicyDocumentException", message);
    }
}

export const key = awsType({
    of: keyFields,
    operation: "KMS: CreateKey",
    defaults: {
        bypassPolicyLockoutSafetyCheck: false,
        customerMasterKeySpec: symmetric,
        description: "",
        enableKeyRotation: false,
        isEnabled: true,
        keyUsage: "ENCRYPT_DECRYPT",
        multiRegion: false,
    },
    check: checkKey,
    id: ({ inputs, once, store, accountId }) =>
        once("id", () => {
            const id = guid("kms", accountId, String(store.next("aws", 0, 1)));
            return inputs.multiRegion === true ? `mrk-${id.replaceAll("-", "")}` : id;
        }),
    arn: ({ accountId, region, id }) => text`arn:aws:kms:${region}:${accountId}:key/${id}`,
    outputs: ({ inputs, id, accountId }) => ({
        keyId: id,
        policy: inputs.policy ?? defaultPolicy(accountId),
        ...(inputs.enableKeyRotation === true
            ? { rotationPeriodInDays: inputs.rotationPeriodInDays ?? 365 }
            : {}),
    }),
    beforeWrite: ({ inputs, accountId }) => {
        requireKeyPolicy("KMS: CreateKey", inputs, accountId);
        if (inputs.enableKeyRotation === true && specOf(inputs) !== symmetric) {
            const message = "Automatic rotation is available for symmetric encryption keys only.";
            throw awsError(400, "KMS: EnableKeyRotation", "UnsupportedOperationException", message);
        }
    },
    leave: ({ old, accountId, region }) => [
        {
            ...old,
            key: storeKey(deletedKeyType, old.id, `${accountId}/${region}`),
            type: deletedKeyType,
            outputs: {
                ...old.outputs,
                deletionWindowInDays: num(old.inputs, "deletionWindowInDays") ?? 30,
            },
            claims: [],
            parents: [],
        },
    ],
});

export const keyPolicy = awsType({
    of: keyPolicyFields,
    operation: "KMS: PutKeyPolicy",
    puts: true,
    references: [{ ...keyReference(["keyId"]), owner: true }],
    defaults: { bypassPolicyLockoutSafetyCheck: false },
    id: ({ inputs }) => str(inputs, "keyId"),
    beforeWrite: ({ inputs, accountId }) =>
        requireKeyPolicy("KMS: PutKeyPolicy", inputs, accountId),
});
