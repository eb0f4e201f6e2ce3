import { egressProfile } from "./egressProfile";

/**
 * The AWS services a deployment uses, in the regions the reader names. No "s3": a bucket of anybody
 * answers there, which is a way out for data; reach buckets through a gateway endpoint.
 */
export const aws = egressProfile({
    name: "aws",
    opens: "AWS: STS, ECS, ECR, Lambda, Systems Manager, Secrets Manager, KMS, logs; names only",
    names: [
        "sts.{region}.amazonaws.com",
        "ecs.{region}.amazonaws.com",
        "api.ecr.{region}.amazonaws.com",
        "*.dkr.ecr.{region}.amazonaws.com",
        "lambda.{region}.amazonaws.com",
        "ssm.{region}.amazonaws.com",
        "ssmmessages.{region}.amazonaws.com",
        "ec2messages.{region}.amazonaws.com",
        "secretsmanager.{region}.amazonaws.com",
        "kms.{region}.amazonaws.com",
        "logs.{region}.amazonaws.com",
    ],
    source: "AWS General Reference: service endpoints and quotas; from memory",
    date: "2026-11-21",
});

/**
 * Ubuntu's packages. The archive answers without TLS only; apt checks the signatures. What Ubuntu
 * Pro adds comes over TLS.
 */
export const ubuntu = egressProfile({
    name: "ubuntu",
    opens: "Ubuntu's packages and security updates; names only",
    names: ["esm.ubuntu.com", "contracts.canonical.com"],
    plainNames: [
        "azure.archive.ubuntu.com",
        "*.ec2.archive.ubuntu.com",
        "archive.ubuntu.com",
        "security.ubuntu.com",
    ],
    source: "Ubuntu Pro Client: network requirements (names with TLS); Microsoft Learn: Managed DevOps Pools networking (azure.archive.ubuntu.com has no TLS); other archives from memory; stored copies of unknown age",
    date: "2026-11-21",
});

/** Microsoft's packages for Linux: the Azure command line, PowerShell, agents' extensions. */
export const microsoftPackages = egressProfile({
    name: "microsoftPackages",
    opens: "packages.microsoft.com: Microsoft's packages for Linux; names only",
    names: ["packages.microsoft.com"],
    source: "Microsoft Learn: Configure Managed DevOps Pools networking; stored copies of unknown age, not the live page",
    date: "2026-11-21",
});
