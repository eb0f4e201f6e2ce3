import { hex } from "../../identifiers";
import { str, text } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { grantFields, kmsAliasFields } from "../fields/kms";
import { nameOf } from "../naming";
import { keyReference } from "./references";

/** Names of keys: "alias/" and up to 250 letters, digits and / _ -. */
export const alias = awsType({
    of: kmsAliasFields,
    operation: "KMS: CreateAlias",
    name: nameOf(
        /^alias\/(?!aws\/)[\w/-]{1,250}$/,
        "alias/ and 1 to 250 letters, digits and / _ -, not alias/aws/",
        { prefix: "namePrefix", fit: (name) => `alias/${name}` },
    ),
    taken: { code: "AlreadyExistsException", says: "An alias with the name % already exists" },
    references: [keyReference(["targetKeyId"])],
    id: ({ name }) => name,
    arn: ({ accountId, region, name }) => text`arn:aws:kms:${region}:${accountId}:${name}`,
    outputs: ({ inputs, accountId, region }) => {
        const target = str(inputs, "targetKeyId");
        const isArn = target.startsWith("arn:");
        return {
            targetKeyArn: isArn ? target : text`arn:aws:kms:${region}:${accountId}:key/${target}`,
        };
    },
    beforeWrite: ({ inputs }) => {
        if (/(^|:)alias\//.test(str(inputs, "targetKeyId"))) {
            const message = `Aliases must refer to keys. Not aliases`;
            throw awsError(400, "KMS: CreateAlias", "ValidationException", message);
        }
    },
});

export const grant = awsType({
    of: grantFields,
    operation: "KMS: CreateGrant",
    defaults: { retireOnDelete: false },
    references: [{ ...keyReference(["keyId"]), owner: true }],
    id: ({ inputs, once, store }) =>
        text`${str(inputs, "keyId")}:${once("grantId", () => hex(64, "grant", String(store.next("aws", 0, 1))))}`,
    outputs: ({ once, id }) => ({
        grantId: once("grantId", () => id.split(":").pop() ?? ""),
        grantToken: once("grantToken", () => Buffer.from(hex(64, "token", id)).toString("base64")),
    }),
    check: ({ name }) =>
        typeof name === "string" && !/^[\w:/-]{1,256}$/.test(name)
            ? [{ property: "name", reason: "must be 1 to 256 letters, digits and : / _ -" }]
            : [],
});
