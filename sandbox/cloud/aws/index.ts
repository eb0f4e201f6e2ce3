import type { CloudFunction, CloudPackage, ResourceType } from "../resourceType";
import type { Fields } from "../shape";
import {
    checkConfiguration,
    configurationFields,
    configuredAccount,
    parsedConfiguration,
} from "./account";
import { accountPasswordPolicy, serviceLinkedRole } from "./iam/account";
import { openIdConnectProvider } from "./iam/openIdConnectProvider";
import { policy } from "./iam/policy";
import { role } from "./iam/role";
import { instanceProfile, rolePolicy, rolePolicyAttachment } from "./iam/rolePolicies";
import { alias, grant } from "./kms/alias";
import { key, keyPolicy } from "./kms/key";
import { bucket } from "./s3/bucket";
import {
    accountPublicAccessBlock,
    bucketEncryption,
    bucketLifecycle,
    bucketLogging,
    bucketObjectLock,
    bucketOwnershipControls,
    bucketPolicy,
    bucketPublicAccessBlock,
    bucketVersioning,
} from "./s3/settings";
import { secretPolicy, secretVersion } from "./secrets/contents";
import { secret } from "./secrets/secret";

/** AWS types that are emulated. */
export const awsTypes: readonly ResourceType[] = [
    alias,
    grant,
    key,
    keyPolicy,
    bucket,
    accountPublicAccessBlock,
    bucketEncryption,
    bucketLifecycle,
    bucketLogging,
    bucketObjectLock,
    bucketOwnershipControls,
    bucketPolicy,
    bucketPublicAccessBlock,
    bucketVersioning,
    secret,
    secretPolicy,
    secretVersion,
    accountPasswordPolicy,
    instanceProfile,
    openIdConnectProvider,
    policy,
    role,
    rolePolicy,
    rolePolicyAttachment,
    serviceLinkedRole,
];

/** AWS functions that are emulated. */
export const awsFunctions = new Map<string, { args: Fields; run: CloudFunction }>();

export const awsConfiguration: NonNullable<CloudPackage["configuration"]> = {
    fields: configurationFields,
    parse: parsedConfiguration,
    check: checkConfiguration,
    scope: (values) => ({ aws: configuredAccount(values) }),
};
