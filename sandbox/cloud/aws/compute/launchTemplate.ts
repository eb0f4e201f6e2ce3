import type { Failure } from "../../check";
import { isUnknown, items, num, part, str } from "../../values";
import { launchTemplateFields } from "../fields/launchTemplate";
import { atMostOne, nameOf } from "../naming";
import { ec2Type } from "../network/ec2";

/** source: Amazon EC2 User Guide, "Run commands when you launch an instance"; date: 2026-11-21 */
const userDataBytes = 16_384;

function checkUserData(userData: string): Failure[] {
    if (userData === "" || isUnknown(userData)) {
        return [];
    }
    const isBase64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(userData);
    if (!isBase64) {
        return [
            {
                property: "userData",
                reason: "must be base64: Invalid BASE64 encoding of user data.",
            },
        ];
    }
    return Buffer.from(userData, "base64").length > userDataBytes
        ? [{ property: "userData", reason: `is longer than ${userDataBytes} bytes` }]
        : [];
}

export const launchTemplate = ec2Type("lt-", "launch-template", {
    of: launchTemplateFields,
    operation: "EC2: CreateLaunchTemplate",
    name: nameOf(/^[\w().\-/]{3,128}$/, "3 to 128 letters, digits and ( ) . - / _", {
        prefix: "namePrefix",
    }),
    taken: {
        http: 400,
        code: "InvalidLaunchTemplateName.AlreadyExistsException",
        says: "Launch template name already in use.",
    },
    check: (inputs) => [
        ...checkUserData(str(inputs, "userData")),
        ...atMostOne(inputs, ["vpcSecurityGroupIds", "securityGroupNames"]),
        ...atMostOne(inputs, ["defaultVersion", "updateDefaultVersion"]),
        ...items(inputs, "blockDeviceMappings").flatMap((_, i): Failure[] => {
            const ebs = ["blockDeviceMappings", i, "ebs"] as const;
            return str(inputs, ...ebs, "kmsKeyId") !== "" &&
                str(inputs, ...ebs, "encrypted") === "false"
                ? [
                      {
                          property: `blockDeviceMappings[${i}].ebs.kmsKeyId`,
                          reason: 'needs encrypted: "true"',
                      },
                  ]
                : [];
        }),
    ],
    names: ({ outputs }) => [str(outputs, "name")],
    outputs: ({ inputs, old }) => {
        const latest = (num(old?.outputs, "latestVersion") ?? 0) + 1;
        const before = num(old?.outputs, "defaultVersion") ?? 1;
        return {
            defaultVersion:
                inputs.defaultVersion ?? (inputs.updateDefaultVersion === true ? latest : before),
            latestVersion: latest,
            metadataOptions: {
                httpEndpoint: "enabled",
                httpPutResponseHopLimit: 1,
                httpTokens: "optional",
                httpProtocolIpv6: "",
                instanceMetadataTags: "",
                ...part(inputs, "metadataOptions"),
            },
        };
    },
});
