/**
 * Services agents reach without the internet, each through an interface endpoint with the service's
 * own public name: Systems Manager (three), logs, the key that signs for the runner's App, federated
 * sign-in, secrets, container images.
 *
 * source: AWS PrivateLink Guide, "AWS services that integrate with AWS PrivateLink"; Systems Manager
 * User Guide, "Improve the security of EC2 instances by using VPC endpoints" (names from memory)
 * date: 2026-11-21
 */
export const interfaceServices = [
    "ssm",
    "ssmmessages",
    "ec2messages",
    "logs",
    "kms",
    "sts",
    "secretsmanager",
    "ecr.api",
    "ecr.dkr",
] as const;

/** One of `interfaceServices`. */
export type InterfaceService = (typeof interfaceServices)[number];

/**
 * Buckets of AWS that machines read, by region: packages of Amazon Linux 2023, the agent of Systems
 * Manager and what it downloads, baselines for patching, the CloudWatch agent, layers of container
 * images in ECR.
 *
 * source: aws-samples/data-perimeter-policy-examples, vpc_endpoint_policies/s3_endpoint_policy.json,
 * commit 031eaa58dd6659374ebda5eefa0e4e5d801b3fa5, without what runners have no use for
 * date: 2026-11-21
 */
export function awsOwnedBuckets(region: string): string[] {
    return [
        `al2023-repos-${region}-de612dc2`,
        `aws-ssm-${region}`,
        `amazon-ssm-${region}`,
        `amazon-ssm-packages-${region}`,
        `${region}-birdwatcher-prod`,
        `aws-ssm-distributor-file-${region}`,
        `aws-ssm-document-attachments-${region}`,
        `patch-baseline-snapshot-${region}`,
        `amazoncloudwatch-agent-${region}`,
        `prod-${region}-starport-layer-bucket`,
    ];
}
