import {
    fixed,
    flag,
    integer,
    list,
    map,
    object,
    oneOf,
    required,
    secret,
    text,
} from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

const keySpec = oneOf(
    "SYMMETRIC_DEFAULT",
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "HMAC_224",
    "HMAC_256",
    "HMAC_384",
    "HMAC_512",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ECC_SECG_P256K1",
    "ECC_NIST_EDWARDS25519",
    "ML_DSA_44",
    "ML_DSA_65",
    "ML_DSA_87",
    "SM2",
);

/** A key whose material somebody brings. */
export const externalKeyFields: TypeFields = {
    token: "aws:kms/externalKey:ExternalKey",
    tagged: true,
    fields: {
        bypassPolicyLockoutSafetyCheck: flag,
        deletionWindowInDays: integer(7, 30),
        description: text,
        enabled: flag,
        keyMaterialBase64: fixed(secret(text)),
        keySpec: fixed(keySpec),
        keyUsage: fixed(oneOf("ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC")),
        multiRegion: fixed(flag),
        policy: document,
        validTo: text,
    },
};

export const keyFields: TypeFields = {
    token: "aws:kms/key:Key",
    tagged: true,
    fields: {
        bypassPolicyLockoutSafetyCheck: flag,
        customKeyStoreId: fixed(text),
        customerMasterKeySpec: fixed(keySpec),
        deletionWindowInDays: integer(7, 30),
        description: text,
        enableKeyRotation: flag,
        isEnabled: flag,
        keyUsage: fixed(
            oneOf("ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"),
        ),
        multiRegion: fixed(flag),
        policy: document,
        rotationPeriodInDays: integer(90, 2560),
        xksKeyId: fixed(text),
    },
};

export const kmsAliasFields: TypeFields = {
    token: "aws:kms/alias:Alias",
    fields: { name: fixed(text), namePrefix: fixed(text), targetKeyId: required(text) },
};

export const keyPolicyFields: TypeFields = {
    token: "aws:kms/keyPolicy:KeyPolicy",
    fields: {
        bypassPolicyLockoutSafetyCheck: flag,
        keyId: required(fixed(text)),
        policy: required(document),
    },
};

export const grantFields: TypeFields = {
    token: "aws:kms/grant:Grant",
    fields: {
        constraints: fixed(
            list(
                object({ encryptionContextEquals: map(text), encryptionContextSubset: map(text) }),
            ),
        ),
        grantCreationTokens: fixed(list(text)),
        granteePrincipal: required(fixed(text)),
        keyId: required(fixed(text)),
        name: fixed(text),
        operations: required(
            fixed(
                list(
                    oneOf(
                        "Decrypt",
                        "Encrypt",
                        "GenerateDataKey",
                        "GenerateDataKeyWithoutPlaintext",
                        "ReEncryptFrom",
                        "ReEncryptTo",
                        "Sign",
                        "Verify",
                        "GetPublicKey",
                        "CreateGrant",
                        "RetireGrant",
                        "DescribeKey",
                        "GenerateDataKeyPair",
                        "GenerateDataKeyPairWithoutPlaintext",
                        "GenerateMac",
                        "VerifyMac",
                        "DeriveSharedSecret",
                    ),
                ),
            ),
        ),
        retireOnDelete: fixed(flag),
        retiringPrincipal: fixed(text),
    },
};
