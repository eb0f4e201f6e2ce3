import { hex } from "../../identifiers";
import { isUnknown, str, text } from "../../values";
import { awsType } from "../awsType";
import { signingProfileFields, signingProfilePermissionFields } from "../fields/trust";
import { atMostOne, nameOf } from "../naming";
import { refer } from "../references";
import { profileVersionToken } from "./tokens";

/** source: AWS Signer Developer Guide, "Supported platforms"; date: 2026-11-21 */
const platforms: Readonly<Record<string, string>> = {
    "AWSLambda-SHA384-ECDSA": "AWS Lambda",
    "Notation-OCI-SHA384-ECDSA": "Notation for Container Registries",
    "AWSIoTDeviceManagement-SHA256-ECDSA": "AWS IoT Device Management SHA256 ECDSA",
    "AmazonFreeRTOS-TI-CC3220SF": "Amazon FreeRTOS SHA1-RSA CC3220SF-Format",
    "AmazonFreeRTOS-Default": "Amazon FreeRTOS SHA256-ECDSA",
};

/** A profile is never deleted: cancelled, it keeps its name, and a new version takes over. */
export const signingProfile = awsType({
    of: signingProfileFields,
    operation: "signer: PutSigningProfile",
    name: nameOf(/^\w{2,64}$/, "2 to 64 letters, digits and _", {
        prefix: "namePrefix",
        fit: (name) => name.replaceAll("-", "_"),
    }),
    taken: { code: "ConflictException", says: "Signing profile % already exists" },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:signer:${region}:${accountId}:/signing-profiles/${name}`,
    outputs: ({ inputs, arn, once, store }) => {
        const platform = str(inputs, "platformId");
        const version = once("version", () => hex(10, "profile", String(store.next("aws", 0, 1))));
        return {
            platformDisplayName: isUnknown(platform) ? platform : (platforms[platform] ?? platform),
            revocationRecords: [],
            signatureValidityPeriod: inputs.signatureValidityPeriod ?? {
                type: "MONTHS",
                value: 135,
            },
            status: "Active",
            version,
            versionArn: text`${arn}/${version}`,
        };
    },
    claims: ({ outputs }) => [str(outputs, "versionArn")],
    names: ({ outputs }) => [str(outputs, "versionArn")],
});

export const signingProfilePermission = awsType({
    of: signingProfilePermissionFields,
    operation: "signer: AddProfilePermission",
    references: [
        refer(
            ["profileName"],
            profileVersionToken,
            "ResourceNotFoundException",
            "Signing profile % does not exist",
            { http: 404, owner: true },
        ),
    ],
    check: (inputs) => atMostOne(inputs, ["statementId", "statementIdPrefix"]),
    id: ({ inputs, once, store }) => {
        const end =
            str(inputs, "statementId") ||
            once(
                "statementId",
                () =>
                    `${str(inputs, "statementIdPrefix") || "terraform-"}${hex(26, "permission", String(store.next("aws", 0, 1)))}`,
            );
        return text`${str(inputs, "profileName")}/${end}`;
    },
    outputs: ({ id, inputs }) => ({
        profileVersion: inputs.profileVersion ?? "",
        statementId: isUnknown(id) ? id : (id.split("/").pop() ?? ""),
        statementIdPrefix: inputs.statementIdPrefix ?? "",
    }),
});
