import { readableName } from "./naming";

/**
 * What AWS accepts as the length of a name, by kind of resource. All of them accept lower case
 * letters, digits and hyphens.
 *
 * source: service quotas and API references of IAM, S3, KMS, Secrets Manager, EC2, Auto Scaling, CloudWatch,
 * CloudTrail, SNS, SQS, Lambda, ECS, CodeBuild, Network Firewall and EventBridge, from memory
 * date: 2026-11-21
 */
const longest = {
    alarm: 255,
    /** Without "alias/". */
    alias: 250,
    autoScalingGroup: 255,
    bucket: 63,
    cluster: 255,
    codeBuildProject: 150,
    eventRule: 64,
    firewall: 128,
    function: 64,
    instanceProfile: 128,
    launchTemplate: 128,
    logGroup: 512,
    policy: 128,
    queue: 80,
    role: 64,
    secret: 512,
    securityGroup: 255,
    /** Statement of a Lambda function's policy. */
    statement: 100,
    topic: 256,
    trail: 128,
} as const;

/** Kinds of AWS resources that get a generated name. */
export type AwsNameKind = keyof typeof longest;

/**
 * Names AWS keeps for itself, and for all kinds those shorter than three characters, which some
 * services refuse.
 *
 * source: Amazon S3 User Guide, "General purpose bucket naming rules"; EC2 API reference,
 * CreateSecurityGroup; KMS API reference, CreateAlias; from memory
 * date: 2026-11-21
 */
const reserved: Partial<Record<AwsNameKind, RegExp>> = {
    alias: /^.{0,2}$|^aws-/,
    bucket: /^.{0,2}$|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/,
    securityGroup: /^.{0,2}$|^sg-/,
};
const tooShort = /^.{0,2}$/;

/**
 * A readable AWS name from parts that other systems chose: `acme--web--production`. By the rule of
 * `azureName`, without its prefix: different parts give different names, none is longer than AWS
 * allows, and none is one that AWS keeps for itself. Bucket names are unique in all of AWS: give the
 * account id as one of the parts.
 */
export function awsName(kind: AwsNameKind, ...parts: string[]): string {
    const refused = reserved[kind] ?? tooShort;
    const name = readableName("", parts, longest[kind], refused).replace(/^-+/, "");
    // A hash at the end mends every name but those that begin wrongly.
    return refused.test(name) ? readableName("x-", parts, longest[kind], /^/) : name;
}

/** The name of a secret or key of an estate: "acme/release". */
export function estateAwsName(organization: string, name: string): string {
    return `${organization.toLowerCase()}/${name}`;
}

/** Where an AWS resource stands. Global services know no region, some resources no account. */
export interface AwsPlace {
    /** Twelve digits; "" for what belongs to no account, such as buckets. */
    accountId: string;
    /** For example "eu-west-1"; "" for global services. */
    region: string;
}

/** The ARN of a resource in AWS's public partition. */
export function awsArn(service: string, place: AwsPlace, resource: string): string {
    return `arn:aws:${service}:${place.region}:${place.accountId}:${resource}`;
}

/** The ARN of an IAM role, policy or instance profile; `path` begins and ends with a slash. */
export function iamArn(
    kind: "role" | "policy" | "instance-profile",
    accountId: string,
    path: string,
    name: string,
): string {
    return awsArn("iam", { accountId, region: "" }, `${kind}${path}${name}`);
}

/** The ARN of an account's OIDC provider for an issuer, "https://…". */
export function oidcProviderArn(accountId: string, issuer: string): string {
    const address = issuer.replace(/^https:\/\//, "");
    return awsArn("iam", { accountId, region: "" }, `oidc-provider/${address}`);
}
