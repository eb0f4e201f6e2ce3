import {
    fixed,
    flag,
    integer,
    list,
    map,
    number,
    object,
    oneOf,
    required,
    secret,
    text,
} from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const signingProfileFields: TypeFields = {
    token: "aws:signer/signingProfile:SigningProfile",
    tagged: true,
    fields: {
        name: fixed(text),
        namePrefix: fixed(text),
        platformId: required(
            fixed(
                oneOf(
                    "AWSLambda-SHA384-ECDSA",
                    "Notation-OCI-SHA384-ECDSA",
                    "AWSIoTDeviceManagement-SHA256-ECDSA",
                    "AmazonFreeRTOS-TI-CC3220SF",
                    "AmazonFreeRTOS-Default",
                ),
            ),
        ),
        signatureValidityPeriod: fixed(
            object({ type: required(oneOf("DAYS", "MONTHS", "YEARS")), value: required(number) }),
        ),
        signingMaterial: fixed(object({ certificateArn: required(text) })),
        signingParameters: fixed(map(text)),
    },
};

export const signingProfilePermissionFields: TypeFields = {
    token: "aws:signer/signingProfilePermission:SigningProfilePermission",
    fields: {
        action: required(
            fixed(
                oneOf(
                    "signer:StartSigningJob",
                    "signer:GetSigningProfile",
                    "signer:RevokeSignature",
                    "signer:SignPayload",
                ),
            ),
        ),
        principal: required(fixed(text)),
        profileName: required(fixed(text)),
        profileVersion: fixed(text),
        statementId: fixed(text),
        statementIdPrefix: fixed(text),
    },
};

export const acmCertificateFields: TypeFields = {
    token: "aws:acm/certificate:Certificate",
    tagged: true,
    fields: {
        certificateAuthorityArn: fixed(text),
        certificateBody: text,
        certificateChain: text,
        domainName: fixed(text),
        earlyRenewalDuration: text,
        keyAlgorithm: fixed(
            oneOf(
                "RSA_1024",
                "RSA_2048",
                "RSA_3072",
                "RSA_4096",
                "EC_prime256v1",
                "EC_secp384r1",
                "EC_secp521r1",
            ),
        ),
        options: object({ certificateTransparencyLoggingPreference: text, export: text }),
        privateKey: secret(text),
        privateKeyWo: secret(text),
        privateKeyWoVersion: number,
        subjectAlternativeNames: fixed(list(text)),
        validationMethod: fixed(oneOf("DNS", "EMAIL", "HTTP", "NONE")),
        validationOptions: fixed(
            list(object({ domainName: required(text), validationDomain: required(text) })),
        ),
    },
};

export const certificateAuthorityFields: TypeFields = {
    token: "aws:acmpca/certificateAuthority:CertificateAuthority",
    tagged: true,
    fields: {
        certificateAuthorityConfiguration: required(
            fixed(
                object({
                    keyAlgorithm: required(
                        oneOf(
                            "RSA_2048",
                            "RSA_3072",
                            "RSA_4096",
                            "EC_prime256v1",
                            "EC_secp384r1",
                            "EC_secp521r1",
                            "ML_DSA_44",
                            "ML_DSA_65",
                            "ML_DSA_87",
                            "SM2",
                        ),
                    ),
                    signingAlgorithm: required(
                        oneOf(
                            "SHA256WITHECDSA",
                            "SHA384WITHECDSA",
                            "SHA512WITHECDSA",
                            "SHA256WITHRSA",
                            "SHA384WITHRSA",
                            "SHA512WITHRSA",
                            "SM3WITHSM2",
                            "ML_DSA_44",
                            "ML_DSA_65",
                            "ML_DSA_87",
                        ),
                    ),
                    subject: required(
                        object({
                            commonName: text,
                            country: text,
                            distinguishedNameQualifier: text,
                            generationQualifier: text,
                            givenName: text,
                            initials: text,
                            locality: text,
                            organization: text,
                            organizationalUnit: text,
                            pseudonym: text,
                            state: text,
                            surname: text,
                            title: text,
                        }),
                    ),
                }),
            ),
        ),
        enabled: flag,
        keyStorageSecurityStandard: fixed(
            oneOf(
                "FIPS_140_2_LEVEL_2_OR_HIGHER",
                "FIPS_140_2_LEVEL_3_OR_HIGHER",
                "CCPC_LEVEL_1_OR_HIGHER",
            ),
        ),
        permanentDeletionTimeInDays: integer(7, 30),
        revocationConfiguration: object({
            crlConfiguration: object({
                customCname: text,
                customPath: text,
                enabled: flag,
                expirationInDays: number,
                s3BucketName: text,
                s3ObjectAcl: text,
            }),
            ocspConfiguration: object({ enabled: required(flag), ocspCustomCname: text }),
        }),
        type: fixed(oneOf("ROOT", "SUBORDINATE")),
        usageMode: fixed(oneOf("GENERAL_PURPOSE", "SHORT_LIVED_CERTIFICATE")),
    },
};

export const acmpcaCertificateFields: TypeFields = {
    token: "aws:acmpca/certificate:Certificate",
    fields: {
        apiPassthrough: fixed(text),
        certificateAuthorityArn: required(fixed(text)),
        certificateSigningRequest: required(fixed(text)),
        signingAlgorithm: required(
            fixed(
                oneOf(
                    "SHA256WITHECDSA",
                    "SHA384WITHECDSA",
                    "SHA512WITHECDSA",
                    "SHA256WITHRSA",
                    "SHA384WITHRSA",
                    "SHA512WITHRSA",
                    "SM3WITHSM2",
                    "ML_DSA_44",
                    "ML_DSA_65",
                    "ML_DSA_87",
                ),
            ),
        ),
        templateArn: fixed(text),
        validity: required(
            fixed(
                object({
                    type: required(oneOf("ABSOLUTE", "DAYS", "END_DATE", "MONTHS", "YEARS")),
                    value: required(text),
                }),
            ),
        ),
    },
};

export const acmpcaPermissionFields: TypeFields = {
    token: "aws:acmpca/permission:Permission",
    fields: {
        actions: required(
            fixed(list(oneOf("IssueCertificate", "GetCertificate", "ListPermissions"))),
        ),
        certificateAuthorityArn: required(fixed(text)),
        principal: required(fixed(oneOf("acm.amazonaws.com"))),
        sourceAccount: fixed(text),
    },
};

export const acmpcaPolicyFields: TypeFields = {
    token: "aws:acmpca/policy:Policy",
    fields: { policy: required(document), resourceArn: required(fixed(text)) },
};
