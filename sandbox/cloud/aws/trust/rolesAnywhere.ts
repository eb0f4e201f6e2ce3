import { guid } from "../../identifiers";
import { isObject, items, str, text } from "../../values";
import { awsType } from "../awsType";
import { profileFields, trustAnchorFields } from "../fields/trustMore";
import { serviceRole } from "../iam/names";
import { managedPolicyReference } from "../iam/policy";
import type { Making } from "../naming";
import { nameOf } from "../naming";
import { refer } from "../references";
import { authorityToken } from "./tokens";

const name = nameOf(/^[ \w-]{1,255}$/, "1 to 255 letters, digits, spaces, - and _");

const made =
    (kind: string) =>
    ({ once, store }: Making) =>
        once("id", () => guid(kind, String(store.next("aws", 0, 1))));

export const trustAnchor = awsType({
    of: trustAnchorFields,
    operation: "RolesAnywhere: CreateTrustAnchor",
    name,
    defaults: { enabled: true },
    references: [
        refer(
            ["source", "sourceData", "acmPcaArn"],
            authorityToken,
            "ValidationException",
            "The certificate authority % does not exist",
        ),
    ],
    check: (inputs) => {
        const type = str(inputs, "source", "sourceType");
        const wanted = { AWS_ACM_PCA: "acmPcaArn", CERTIFICATE_BUNDLE: "x509CertificateData" }[
            type
        ];
        const data = isObject(inputs.source) ? inputs.source.sourceData : undefined;
        return wanted !== undefined && isObject(data) && data[wanted] === undefined
            ? [
                  {
                      property: `source.sourceData.${wanted}`,
                      reason: `missing required property of ${type}`,
                  },
              ]
            : [];
    },
    id: made("anchor"),
    arn: ({ region, accountId, id }) =>
        text`arn:aws:rolesanywhere:${region}:${accountId}:trust-anchor/${id}`,
    outputs: ({ inputs }) => ({ notificationSettings: inputs.notificationSettings ?? [] }),
});

export const rolesAnywhereProfile = awsType({
    of: profileFields,
    operation: "RolesAnywhere: CreateProfile",
    name,
    defaults: {
        acceptRoleSessionName: false,
        durationSeconds: 3600,
        requireInstanceProperties: false,
    },
    references: [
        serviceRole(["roleArns", "*"], "ValidationException"),
        managedPolicyReference(["managedPolicyArns", "*"]),
    ],
    check: (inputs) =>
        inputs.roleArns !== undefined &&
        Array.isArray(inputs.roleArns) &&
        items(inputs, "roleArns").length > 250
            ? [{ property: "roleArns", reason: "has more than 250 elements" }]
            : [],
    id: made("profile"),
    arn: ({ region, accountId, id }) =>
        text`arn:aws:rolesanywhere:${region}:${accountId}:profile/${id}`,
    outputs: ({ inputs }) => ({ enabled: inputs.enabled ?? false }),
});
