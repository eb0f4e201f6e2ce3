import type { Failure } from "../../check";
import { guid } from "../../identifiers";
import type { Change } from "../../resourceType";
import { storeKey, type StoredResource } from "../../store/record";
import { isUnknown, num, str, text, type Values } from "../../values";
import type { AwsAccount } from "../account";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { externalKeyFields, keyFields, keyPolicyFields } from "../fields/kms";
import { requirePolicy, requireResourcePolicy } from "../policy/rules";
import type { Making } from "../naming";
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
/** Of a key made by KMS, and of one whose material is brought. */
const specOf = (inputs: Values) =>
    str(inputs, "customerMasterKeySpec") || str(inputs, "keySpec") || symmetric;

const keyId = ({ inputs, once, store, accountId }: Making & AwsAccount): string =>
    once("id", () => {
        const id = guid("kms", accountId, String(store.next("aws", 0, 1)));
        return inputs.multiRegion === true ? `mrk-${id.replaceAll("-", "")}` : id;
    });

const keyArn = ({ accountId, region, id }: AwsAccount & { readonly id: string }): string =>
    text`arn:aws:kms:${region}:${accountId}:key/${id}`;

/** What stays of a deleted key until its window ends. */
function pendingDeletion({ old, accountId, region }: Change & AwsAccount): StoredResource[] {
    return [
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
    ];
}

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
    id: keyId,
    arn: keyArn,
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
    leave: pendingDeletion,
});

/** It can be used once its material was brought, by which it is enabled. */
export const externalKey = awsType({
    of: externalKeyFields,
    operation: "KMS: CreateKey",
    defaults: {
        bypassPolicyLockoutSafetyCheck: false,
        description: "",
        keySpec: symmetric,
        keyUsage: "ENCRYPT_DECRYPT",
        multiRegion: false,
    },
    silent: ["keyMaterialBase64"],
    check: (inputs) => [
        ...checkKey(inputs),
        ...(inputs.enabled === true && inputs.keyMaterialBase64 === undefined
            ? [{ property: "enabled", reason: "keys pending import can only be disabled" }]
            : []),
    ],
    id: keyId,
    arn: keyArn,
    outputs: ({ inputs, accountId }) => {
        const isHere = inputs.keyMaterialBase64 !== undefined;
        return {
            policy: inputs.policy ?? defaultPolicy(accountId),
            enabled: inputs.enabled ?? isHere,
            keyState: isHere ? "Enabled" : "PendingImport",
            expirationModel: !isHere
                ? ""
                : inputs.validTo === undefined
                  ? "KEY_MATERIAL_DOES_NOT_EXPIRE"
                  : "KEY_MATERIAL_EXPIRES",
        };
    },
    beforeWrite: ({ inputs, accountId }) => requireKeyPolicy("KMS: CreateKey", inputs, accountId),
    leave: pendingDeletion,
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
