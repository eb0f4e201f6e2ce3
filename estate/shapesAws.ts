import { reservedBucketNames } from "./facts";

const { beginnings, ends, endOfOwnNamespace } = reservedBucketNames;

/** Names of buckets without what S3 keeps for itself. */
function bucketPattern(...otherEnds: string[]): RegExp {
    const end = [...ends, ...otherEnds].join("|");
    return new RegExp(
        `^(?!${beginnings.join("|")})(?!.*(${end})$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$`,
    );
}

function withoutReserved(allEnds: readonly string[]): string {
    return `not beginning with ${beginnings.join(", ")} nor ending with ${allEnds.join(", ")}`;
}

/**
 * Names as AWS accepts them. None can hold a wildcard.
 *
 * source: AWS documentation, "Bucket naming rules", "IAM and STS quotas" (names), references of ECS,
 * Lambda, ECR (repository names), EC2 (image ids) and CloudFront (distribution ids)
 * date: 2026-11-21
 */
export const awsShapes = {
    awsAccount: {
        pattern: /^\d{12}$/,
        allowed: 'the twelve digits of an AWS account in quotes, for example "123456789012"',
    },
    awsRegion: {
        // Other partitions (China, GovCloud, ISO) have ARNs of their own.
        pattern: /^(?!cn-|us-gov-|us-iso|eu-isoe-|eusc-)[a-z]{2}(-[a-z]+)+-\d$/,
        allowed: "a region of AWS's public partition, for example eu-west-2",
    },
    roleArn: {
        pattern: /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
        allowed: "the ARN of an IAM role, for example arn:aws:iam::123456789012:role/emergency",
    },
    samlProvider: {
        pattern: /^arn:aws:iam::\d{12}:saml-provider\/[\w.-]{1,128}$/,
        allowed:
            "the ARN of a SAML provider, for example arn:aws:iam::123456789012:saml-provider/entra",
    },
    connectionArn: {
        pattern:
            /^arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:\d{12}:connection\/[0-9a-f-]{36}$/,
        allowed:
            "the ARN of a connection, for example arn:aws:codeconnections:eu-west-2:123456789012:connection/11111111-2222-3333-4444-555555555555",
    },
    rotation: {
        pattern:
            /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Web\/sites\/[^/]+\/functions\/[^/]+|arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+)$/,
        allowed: "the id of an Azure Function, or the ARN of a Lambda function",
    },
    lambdaAlias: {
        // A number is a version.
        pattern: /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/,
        allowed: "1 to 128 letters, digits, hyphens and underscores, not digits alone",
    },
    awsName: {
        pattern: /^[A-Za-z0-9_-]{1,64}$/,
        allowed: "1 to 64 letters, digits, hyphens and underscores",
    },
    bucket: {
        pattern: bucketPattern(),
        allowed: `a bucket name: 3 to 63 lower case letters, digits and hyphens, ${withoutReserved(ends)}`,
    },
    store: {
        pattern: bucketPattern(endOfOwnNamespace),
        allowed: `3 to 63 lower case letters, digits and hyphens (a storage account: 3 to 24, no hyphens), ${withoutReserved([...ends, endOfOwnNamespace])}`,
    },
    distribution: {
        pattern: /^E[A-Z0-9]{9,19}$/,
        allowed: "the id of a CloudFront distribution, for example E2QWRUHAPOMQZL",
    },
    ecrRepository: {
        pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
        allowed:
            "a repository name: lower case letters, digits, hyphens, underscores, dots, slashes",
    },
    ami: {
        pattern: /^ami-[0-9a-f]{8}([0-9a-f]{9})?$/,
        allowed: "the id of a machine image, for example ami-0123456789abcdef0",
    },
} as const;
