import type { Failure } from "../../check";
import { guid, hex } from "../../identifiers";
import { items, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    acmCertificateFields,
    acmpcaCertificateFields,
    acmpcaPermissionFields,
    acmpcaPolicyFields,
    certificateAuthorityFields,
} from "../fields/trust";
import { requireResourcePolicy } from "../policy/rules";
import { refer } from "../references";
import { authorityToken } from "./tokens";

const ofAuthority = (property: string, owner = false) =>
    refer(
        [property],
        authorityToken,
        "ResourceNotFoundException",
        "Could not find Certificate Authority %",
        { owner },
    );

function checkCertificate(inputs: Values): Failure[] {
    const imported = inputs.certificateBody !== undefined;
    const hasKey = inputs.privateKey !== undefined || inputs.privateKeyWo !== undefined;
    const isPrivate = inputs.certificateAuthorityArn !== undefined;
    return [
        ...(imported === (inputs.domainName !== undefined)
            ? [
                  {
                      property: "domainName",
                      reason: "exactly one of domainName, certificateBody must be given",
                  },
              ]
            : []),
        ...(imported && !hasKey
            ? [
                  {
                      property: "privateKey",
                      reason: "missing required property of an imported certificate",
                  },
              ]
            : []),
        ...(!imported && !isPrivate && inputs.validationMethod === undefined
            ? [
                  {
                      property: "validationMethod",
                      reason: "missing required property of a public certificate",
                  },
              ]
            : []),
    ];
}

export const certificate = awsType({
    of: acmCertificateFields,
    operation: "ACM: RequestCertificate",
    references: [ofAuthority("certificateAuthorityArn")],
    silent: ["privateKeyWo"],
    check: checkCertificate,
    id: ({ region, accountId, once, store }) =>
        once(
            "id",
            () =>
                `arn:aws:acm:${region}:${accountId}:certificate/${guid("certificate", String(store.next("aws", 0, 1)))}`,
        ),
    arn: ({ id }) => id,
    outputs: ({ inputs, id, once }) => {
        const domains = [
            str(inputs, "domainName"),
            ...items(inputs, "subjectAlternativeNames").flatMap((one) =>
                typeof one === "string" ? one : [],
            ),
        ];
        const isPublic =
            inputs.certificateAuthorityArn === undefined && inputs.certificateBody === undefined;
        const byDns = isPublic && str(inputs, "validationMethod") === "DNS";
        return {
            domainName: inputs.domainName ?? "",
            domainValidationOptions: byDns
                ? [...new Set(domains)]
                      .filter((one) => one !== "")
                      .map((domain) => ({
                          domainName: domain,
                          resourceRecordName: once(
                              `record ${domain}`,
                              () => `_${hex(32, "record", id, domain)}.${domain}.`,
                          ),
                          resourceRecordType: "CNAME",
                          resourceRecordValue: once(
                              `value ${domain}`,
                              () => `_${hex(32, "value", id, domain)}.acm-validations.aws.`,
                          ),
                      }))
                : [],
            keyAlgorithm: inputs.keyAlgorithm ?? "RSA_2048",
            notAfter: "",
            notBefore: "",
            options: inputs.options ?? {
                certificateTransparencyLoggingPreference: "ENABLED",
                export: "DISABLED",
            },
            pendingRenewal: false,
            renewalEligibility: "INELIGIBLE",
            renewalSummaries: [],
            // A public one waits until somebody shows that the domain is theirs.
            status: isPublic ? "PENDING_VALIDATION" : "ISSUED",
            subjectAlternativeNames:
                inputs.subjectAlternativeNames ?? domains.filter((one) => one !== ""),
            type:
                inputs.certificateBody !== undefined
                    ? "IMPORTED"
                    : isPublic
                      ? "AMAZON_ISSUED"
                      : "PRIVATE",
            validationEmails: [],
            validationMethod: inputs.validationMethod ?? "NONE",
        };
    },
});

export const certificateAuthority = awsType({
    of: certificateAuthorityFields,
    operation: "ACM PCA: CreateCertificateAuthority",
    defaults: {
        enabled: true,
        permanentDeletionTimeInDays: 30,
        type: "SUBORDINATE",
        usageMode: "GENERAL_PURPOSE",
    },
    id: ({ region, accountId, once, store }) =>
        once(
            "id",
            () =>
                `arn:aws:acm-pca:${region}:${accountId}:certificate-authority/${guid("authority", String(store.next("aws", 0, 1)))}`,
        ),
    arn: ({ id }) => id,
    outputs: ({ inputs, once, id }) => ({
        certificate: "",
        certificateChain: "",
        certificateSigningRequest: once(
            "certificateSigningRequest",
            () =>
                `-----BEGIN CERTIFICATE REQUEST-----\n${Buffer.from(hex(64, "request", id)).toString("base64")}\n-----END CERTIFICATE REQUEST-----\n`,
        ),
        keyStorageSecurityStandard:
            inputs.keyStorageSecurityStandard ?? "FIPS_140_2_LEVEL_3_OR_HIGHER",
        notAfter: "",
        notBefore: "",
        serial: "",
    }),
});

export const issuedCertificate = awsType({
    of: acmpcaCertificateFields,
    operation: "ACM PCA: IssueCertificate",
    references: [ofAuthority("certificateAuthorityArn")],
    defaults: { templateArn: "arn:aws:acm-pca:::template/EndEntityCertificate/V1" },
    id: ({ inputs, once, store }) =>
        text`${str(inputs, "certificateAuthorityArn")}/certificate/${once("id", () => hex(32, "issued", String(store.next("aws", 0, 1))))}`,
    arn: ({ id }) => id,
    outputs: ({ id, once }) => ({
        certificate: once(
            "certificate",
            () =>
                `-----BEGIN CERTIFICATE-----\n${Buffer.from(hex(64, "pem", id)).toString("base64")}\n-----END CERTIFICATE-----\n`,
        ),
        certificateChain: "",
    }),
    beforeCreate: ({ inputs, store }) => {
        const authority = store.holder(str(inputs, "certificateAuthorityArn"));
        const days =
            str(inputs, "validity", "type") === "DAYS"
                ? Number(str(inputs, "validity", "value"))
                : 0;
        if (str(authority?.outputs, "usageMode") === "SHORT_LIVED_CERTIFICATE" && days > 7) {
            const message = "Certificates of a short-lived CA are valid for seven days at most";
            throw awsError(400, "ACM PCA: IssueCertificate", "InvalidArgsException", message);
        }
    },
});

export const authorityPermission = awsType({
    of: acmpcaPermissionFields,
    operation: "ACM PCA: CreatePermission",
    references: [ofAuthority("certificateAuthorityArn", true)],
    taken: {
        http: 400,
        code: "PermissionAlreadyExistsException",
        says: "A permission already exists for this principal",
    },
    id: ({ inputs, accountId }) => {
        const account = str(inputs, "sourceAccount") || accountId;
        return text`${str(inputs, "certificateAuthorityArn")},${str(inputs, "principal")},${account}`;
    },
    outputs: ({ inputs, accountId }) => ({
        policy: "",
        sourceAccount: inputs.sourceAccount ?? accountId,
    }),
});

export const authorityPolicy = awsType({
    of: acmpcaPolicyFields,
    operation: "ACM PCA: PutPolicy",
    puts: true,
    references: [ofAuthority("resourceArn", true)],
    id: ({ inputs }) => str(inputs, "resourceArn"),
    beforeWrite: ({ inputs }) => requireResourcePolicy("ACM PCA: PutPolicy", str(inputs, "policy")),
});
