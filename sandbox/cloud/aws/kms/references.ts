import { refer, type Reference } from "../references";

export const keyToken = "aws:kms/key:Key";
export const externalKeyToken = "aws:kms/externalKey:ExternalKey";
export const aliasToken = "aws:kms/alias:Alias";

/** A KMS key by id, ARN or alias. Keys AWS manages (alias/aws/...) are always there. */
export function keyReference(at: Reference["at"], code = "NotFoundException"): Reference {
    return refer(at, [keyToken, externalKeyToken, aliasToken], code, "Invalid keyId %", {
        name: (value) => (/(^|:)alias\/aws\//.test(value) ? "" : value),
    });
}
