import { text, type Problem } from "./validate";

/**
 * Names, ids and ARNs as AWS accepts them, without wildcards and policy variables: a value that passed
 * can stand in a policy as it is, and means itself only. Anchored at both ends.
 *
 * source: AWS IAM User Guide, "IAM identifiers" and "IAM and AWS STS quotas"; API references of ECR, ECS,
 * Lambda, KMS, Secrets Manager, CloudFront; Amazon S3 User Guide, "General purpose bucket naming rules";
 * from memory
 * date: 2026-11-21
 */
const shapes = {
    account: { shape: /^\d{12}$/, allowed: "an AWS account id: twelve digits" },
    region: {
        // Partitions other than the public one (China, GovCloud, ISO) have ARNs of their own.
        shape: /^(?!cn-|us-gov-|us-iso|eu-isoe-|eusc-)[a-z]{2}(-[a-z]+)+-\d$/,
        allowed: "a region of AWS's public partition, for example eu-west-1",
    },
    namePrefix: {
        // What a component puts behind it has 32 characters at most; IAM takes 64 in all.
        shape: /^(?=.{3,32}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
        allowed:
            "3 to 32 lower case letters, digits and single hyphens, starting with a letter, ending with a letter or digit",
    },
    role: {
        shape: /^[\w+=,.@-]{1,64}$/,
        allowed: "a role name: 1 to 64 letters, digits and + = , . @ - _",
    },
    policy: {
        shape: /^[\w+=,.@-]{1,128}$/,
        allowed: "a policy name: 1 to 128 letters, digits and + = , . @ - _",
    },
    bucket: {
        shape: /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!\d+(\.\d+){3}$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        allowed: "a bucket name: 3 to 63 lower case letters, digits, dots and hyphens",
    },
    prefix: {
        shape: /^([\w!.'()-]+\/)+$/,
        allowed: "a prefix of letters, digits and ! . ' ( ) - _ / that ends with a slash",
    },
    repository: {
        shape: /^(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
        allowed: "an ECR repository: 2 to 256 lower case letters, digits and . _ - /",
    },
    ecsName: {
        shape: /^[A-Za-z0-9_-]{1,255}$/,
        allowed: "1 to 255 letters, digits, hyphens and underscores",
    },
    lambdaFunction: {
        shape: /^[A-Za-z0-9_-]{1,64}$/,
        allowed: "a function name: 1 to 64 letters, digits, hyphens and underscores",
    },
    lambdaAlias: {
        shape: /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/,
        allowed: "an alias: 1 to 128 letters, digits, hyphens and underscores, not a number",
    },
    distribution: {
        shape: /^[A-Z0-9]{10,20}$/,
        allowed: "a CloudFront distribution id, for example E2QWRUHAPOMQZL",
    },
    secretName: {
        shape: /^[\w/+=.@-]{1,512}$/,
        allowed: "a secret name: 1 to 512 letters, digits and / _ + = . @ -",
    },
    keyAlias: {
        shape: /^(?!aws\/|aws-)[\w/-]{1,250}$/,
        allowed: 'a key alias without "alias/": 1 to 250 letters, digits and / _ -',
    },
    organization: {
        shape: /^o-[a-z0-9]{10,32}$/,
        allowed: "the id of an AWS organisation, for example o-a1b2c3d4e5",
    },
    roleArn: {
        shape: /^arn:aws:iam::\d{12}:role\/([\x21-\x29\x2b-\x3e\x40-\x7a|~]+\/)?[\w+=,.@-]{1,64}$/,
        allowed: "the ARN of a role, for example arn:aws:iam::123456789012:role/deploy",
    },
    policyArn: {
        shape: /^arn:aws:iam::\d{12}:policy\/([\x21-\x29\x2b-\x3e\x40-\x7a|~]+\/)?[\w+=,.@-]{1,128}$/,
        allowed: "the ARN of a policy of the account",
    },
    managedPolicyArn: {
        shape: /^arn:aws:iam::(aws|\d{12}):policy\/([\x21-\x29\x2b-\x3e\x40-\x7a|~]+\/)?[\w+=,.@-]{1,128}$/,
        allowed: "the ARN of a managed policy, of the account or of AWS",
    },
    personArn: {
        shape: /^arn:aws:iam::\d{12}:(user|role)\/([\x21-\x29\x2b-\x3e\x40-\x7a|~]+\/)?[\w+=,.@-]{1,64}$/,
        allowed:
            "the ARN of a user or role, for example arn:aws:iam::123456789012:user/emergency-1",
    },
    samlProviderArn: {
        shape: /^arn:aws:iam::\d{12}:saml-provider\/[\w.-]{1,128}$/,
        allowed:
            "the ARN of a SAML provider, for example arn:aws:iam::123456789012:saml-provider/entra",
    },
    bucketArn: {
        shape: /^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        allowed: "the ARN of a bucket, for example arn:aws:s3:::acme-state",
    },
    logGroup: {
        shape: /^[\w./#-]{1,512}$/,
        allowed: "the name of a log group: 1 to 512 letters, digits and _ - / . #",
    },
    functionArn: {
        shape: /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}$/,
        allowed: "the ARN of a Lambda function, without version or alias",
    },
};

/** What of AWS can be checked by its shape alone. */
export type AwsShape = keyof typeof shapes;

/** No problem when `value` has the given shape. */
export function awsShaped(path: string, value: unknown, name: AwsShape): Problem[] {
    return text(path, value, shapes[name].shape, shapes[name].allowed);
}
