import type { Failure } from "../check";
import { ServiceError } from "../failures";
import type { Scope } from "../resourceType";
import {
    anything,
    fixed,
    list,
    loose,
    map,
    matching,
    secret,
    text,
    type Fields,
    type Shape,
} from "../shape";
import { get, isObject, isUnknown, items, str, type Value, type Values } from "../values";
import { regionNames } from "./regions";

/** The account and region a request acts in. */
export interface AwsAccount {
    readonly accountId: string;
    readonly region: string;
    /** Tags the provider puts on everything that has tags. */
    readonly defaultTags: Values;
}

/** Account of an unconfigured provider: AWS's own example number, so that nobody takes it for real. */
export const emulatedAccountId = "123456789012";
const emulatedAccount: AwsAccount = {
    accountId: emulatedAccountId,
    region: "eu-west-1",
    defaultTags: {},
};

export const partition = "aws";

/** Where a resource stands: in the provider's account; a resource may name another region. */
export function accountOf(scope: Scope, inputs: Values = {}): AwsAccount {
    const account = scope.aws ?? emulatedAccount;
    const region = str(inputs, "region");
    return region === "" ? account : { ...account, region };
}

const roleArn = matching(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, "the ARN of a role");
/** Configuration arrives with everything but text turned into JSON. */
const json: Shape = { ...anything };
const role = loose({ roleArn });

/** What the provider can be told. Only what decides account, region and tags is evaluated. */
export const configurationFields: Fields = {
    ...Object.fromEntries(
        [
            "assumeRoleWithWebIdentity",
            "endpoints",
            "ignoreTags",
            "insecure",
            "maxRetries",
            "sharedConfigFiles",
            "sharedCredentialsFiles",
            "skipCredentialsValidation",
            "skipMetadataApiCheck",
            "skipRegionValidation",
            "skipRequestingAccountId",
            "tokenBucketRateLimiterCapacity",
            "useDualstackEndpoint",
            "useFipsEndpoint",
            "userAgents",
            "version",
            "pluginDownloadURL",
        ].map((name) => [name, json]),
    ),
    ...Object.fromEntries(
        [
            "customCaBundle",
            "httpProxy",
            "httpsProxy",
            "noProxy",
            "profile",
            "retryMode",
            "stsRegion",
            "tagPolicyCompliance",
        ].map((name) => [name, text]),
    ),
    accessKey: secret(text),
    secretKey: secret(text),
    token: secret(text),
    allowedAccountIds: list(text),
    forbiddenAccountIds: list(text),
    assumeRoles: list(role),
    defaultTags: loose({ tags: map(text) }),
    region: fixed({ is: "text", words: [...regionNames] }),
};

/** A configuration whose JSON texts were read. */
export function parsedConfiguration(configuration: Values): Values {
    return Object.fromEntries(
        Object.entries(configuration).map(([name, value]) => [name, parsed(name, value)]),
    );
}

function parsed(name: string, value: Value): Value {
    const isJson = !isUnknown(value) && configurationFields[name]?.is !== "text";
    if (typeof value !== "string" || !isJson) {
        return value;
    }
    try {
        return JSON.parse(value) as Value;
    } catch {
        return value;
    }
}

/** The account the emulated credentials belong to: that of the role assumed, else the allowed one. */
function accountIdOf(configuration: Values): string {
    const assumed = str(configuration, "assumeRoles", 0, "roleArn");
    const allowed = str(configuration, "allowedAccountIds", 0);
    return /^arn:[\w-]+:iam::(\d{12}):/.exec(assumed)?.[1] ?? (allowed || emulatedAccountId);
}

/** What the provider refuses to be configured with. */
export function checkConfiguration(configuration: Values): Failure[] {
    const accountId = accountIdOf(configuration);
    const allowed = items(configuration, "allowedAccountIds").filter((one) => !isUnknown(one));
    if (isUnknown(accountId) || isUnknown(get(configuration, "assumeRoles", 0, "roleArn"))) {
        return [];
    }
    const reason = `AWS account ID not allowed: ${accountId}`;
    const isRefused = allowed.length > 0 && !allowed.includes(accountId);
    const isForbidden = items(configuration, "forbiddenAccountIds").includes(accountId);
    return [
        ...(isRefused ? [{ property: "allowedAccountIds", reason }] : []),
        ...(isForbidden ? [{ property: "forbiddenAccountIds", reason }] : []),
    ];
}

/** The account and region a provider configuration asks for. */
export function configuredAccount(configuration: Values): AwsAccount {
    const [failure] = checkConfiguration(configuration);
    if (failure !== undefined) {
        throw new ServiceError(failure.reason);
    }
    const tags = get(configuration, "defaultTags", "tags");
    const region = str(configuration, "region");
    return {
        accountId: accountIdOf(configuration),
        region: region === "" || isUnknown(region) ? emulatedAccount.region : region,
        defaultTags: isObject(tags) ? tags : {},
    };
}
