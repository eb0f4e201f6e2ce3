import type { CloudPackage, ResourceType } from "../resourceType";
import {
    checkConfiguration,
    configurationFields,
    configuredAccount,
    parsedConfiguration,
} from "./account";
import { auditTypes } from "./audit";
import { buildTypes } from "./build";
import { computeTypes } from "./compute";
import { deployTypes } from "./deploy";
import { iamTypes } from "./iam";
import { kmsTypes } from "./kms";
import { networkTypes } from "./network";
import { s3Types } from "./s3";
import { secretsTypes } from "./secrets";
import { ssmTypes } from "./ssm";
import { trustTypes } from "./trust";
import { watchTypes } from "./watch";
import { awsFunctions } from "./functions";

export { awsFunctions };

/** AWS types that are emulated. */
export const awsTypes: readonly ResourceType[] = [
    ...auditTypes,
    ...buildTypes,
    ...computeTypes,
    ...deployTypes,
    ...iamTypes,
    ...kmsTypes,
    ...networkTypes,
    ...s3Types,
    ...secretsTypes,
    ...ssmTypes,
    ...trustTypes,
    ...watchTypes,
];

export const awsConfiguration: NonNullable<CloudPackage["configuration"]> = {
    fields: configurationFields,
    parse: parsedConfiguration,
    check: checkConfiguration,
    scope: (values) => ({ aws: configuredAccount(values) }),
};
