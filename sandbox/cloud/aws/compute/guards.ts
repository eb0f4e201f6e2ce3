import { str, text, type Values } from "../../values";
import { awsType, type TypeFields } from "../awsType";
import {
    defaultKmsKeyFields,
    encryptionByDefaultFields,
    imageBlockPublicAccessFields,
    instanceMetadataDefaultsFields,
    snapshotBlockPublicAccessFields,
    vpcBlockPublicAccessOptionsFields,
} from "../fields/ec2More";
import { keyReference } from "../kms/references";

/** A setting of an account in a region: there is one, and it is written over. */
function guard(
    of: TypeFields,
    operation: string,
    defaults: Values = {},
    more: Partial<Parameters<typeof awsType>[0]> = {},
) {
    return awsType({
        of,
        operation: `EC2: ${operation}`,
        puts: true,
        defaults,
        id: ({ region }) => region,
        ...more,
    });
}

export const encryptionByDefault = guard(
    encryptionByDefaultFields,
    "EnableEbsEncryptionByDefault",
    { enabled: true },
);
export const defaultKmsKey = guard(
    defaultKmsKeyFields,
    "ModifyEbsDefaultKmsKeyId",
    {},
    {
        references: [keyReference(["keyArn"], "InvalidKmsKey.NotFound")],
        id: ({ inputs }) => str(inputs, "keyArn"),
    },
);
export const snapshotBlock = guard(
    snapshotBlockPublicAccessFields,
    "EnableSnapshotBlockPublicAccess",
);
export const imageBlock = guard(imageBlockPublicAccessFields, "EnableImageBlockPublicAccess");
export const metadataDefaults = guard(
    instanceMetadataDefaultsFields,
    "ModifyInstanceMetadataDefaults",
    {
        httpEndpoint: "no-preference",
        httpPutResponseHopLimit: -1,
        httpTokens: "no-preference",
        instanceMetadataTags: "no-preference",
    },
);
export const vpcBlock = guard(
    vpcBlockPublicAccessOptionsFields,
    "ModifyVpcBlockPublicAccessOptions",
    {},
    {
        silent: ["timeouts"],
        outputs: ({ accountId, region }) => ({
            awsAccountId: accountId,
            awsRegion: text`${region}`,
        }),
    },
);
