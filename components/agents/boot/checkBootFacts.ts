import { shaped } from "../../shared/shapes";
import { oneOf, problem, text, whole, type Problem } from "../../shared/validate";
import type { AgentRelease, BootFacts, HealthBootFacts } from "./bootFacts";

/**
 * Values that go into requests, file names and rules. None of these shapes lets a quote, a space
 * or a control character through, with the exception of a pool's name, which only ever is one
 * quoted argument.
 *
 * source: naming rules of Azure Key Vault and Azure DevOps (learn.microsoft.com), AWS KMS key ids,
 * CloudWatch Logs and EC2 regions (docs.aws.amazon.com), useradd(8). From memory, narrower where
 * in doubt. date: 2026-11-21
 */
const shapes = {
    keyVaultKey:
        /^https:\/\/[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]\.vault\.azure\.net\/keys\/[A-Za-z0-9-]{1,127}(\/[0-9a-f]{32})?$/,
    kmsKey: /^arn:(aws|aws-us-gov):kms:([a-z0-9-]+):\d{12}:key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    region: /^[a-z]{2}(-[a-z]+)+-\d$/,
    logGroup: /^[A-Za-z0-9_./#-]{1,512}$/,
    label: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    app: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    prefix: /^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/,
    organizationUrl: /^https:\/\/dev\.azure\.com\/[A-Za-z0-9]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/,
    pool: /^[\p{L}\p{N}](?:[\p{L}\p{N} ._()-]{0,62}[\p{L}\p{N})])?$/u,
    account: /^[a-z_][a-z0-9_-]{0,31}$/,
    version: /^\d+\.\d+\.\d+$/,
    sha256: /^[0-9a-f]{64}$/,
};

/** Everything about `facts` that cannot be accepted. */
export function bootFactProblems(facts: BootFacts): Problem[] {
    const users = facts.metadataUsers ?? [];
    return [
        ...oneOf("cloud", facts.cloud, ["azure", "aws"]),
        ...oneOf("host", facts.host, ["github", "azureDevOps"]),
        ...oneOf("mode", facts.mode, ["ephemeral", "hardenOnly"]),
        ...text("namePrefix", facts.namePrefix, shapes.prefix, "1 to 30 letters, digits, hyphens"),
        ...users.flatMap((user, i) =>
            text(`metadataUsers[${i}]`, user, shapes.account, "the name of a system account"),
        ),
        ...within("workFolderMegabytes", facts.workFolderMegabytes, 2048, 1_048_576),
        ...within("lifetimeMinutes", facts.lifetimeMinutes, 10, 10_080),
        ...within("logSettleSeconds", facts.logSettleSeconds, 0, 600),
        ...(facts.health ? healthProblems(facts, facts.health) : []),
        ...(facts.release ? releaseProblems(facts.release) : []),
        ...(facts.mode === "hardenOnly" ? hardenOnlyProblems(facts) : jobProblems(facts)),
    ];
}

function healthProblems({ cloud, mode }: BootFacts, { port, restMinutes }: HealthBootFacts) {
    const fits = cloud === "azure" && mode === "ephemeral";
    return [
        ...(fits
            ? []
            : [problem("health", { port, restMinutes }, "nothing but on Azure, ephemeral")]),
        ...whole("health.port", port, 1024, 65_535),
        ...whole("health.restMinutes", restMinutes, 0, 120),
    ];
}

function hardenOnlyProblems(facts: BootFacts): Problem[] {
    const fits = facts.host === "azureDevOps" && facts.cloud === "azure";
    const allowed = "ephemeral, unless Azure DevOps installs the agent in an Azure scale set";
    return fits ? [] : [problem("mode", facts.mode, allowed)];
}

function jobProblems(facts: BootFacts): Problem[] {
    return [
        ...(facts.cloud === "azure"
            ? shaped("managedIdentityClientId", facts.managedIdentityClientId, "guid")
            : awsProblems(facts)),
        ...(facts.host === "github" ? gitHubProblems(facts) : azureDevOpsProblems(facts)),
    ];
}

function awsProblems({ region, logGroupName }: BootFacts): Problem[] {
    return [
        ...text("region", region, shapes.region, "an AWS region, for example eu-west-1"),
        ...text("logGroupName", logGroupName, shapes.logGroup, "the name of a log group"),
    ];
}

function gitHubProblems(facts: BootFacts): Problem[] {
    const { github, azureDevOps } = facts;
    if (!github || azureDevOps) {
        return [problem("github", github, "the facts of GitHub, and of no other host")];
    }
    const { labels } = github;
    const counted = labels.length >= 1 && labels.length <= 100;
    return [
        ...shaped("github.organization", github.organization, "owner"),
        ...positive("github.runnerGroupId", github.runnerGroupId),
        ...positive("github.installationId", github.installationId),
        ...text("github.appId", github.appId, shapes.app, "the id or client id of a GitHub App"),
        ...(counted ? [] : [problem("github.labels", labels, "1 to 100 labels")]),
        ...labels.flatMap((label, i) =>
            text(
                `github.labels[${i}]`,
                label,
                shapes.label,
                "1 to 100 letters, digits, dots, hyphens, underscores",
            ),
        ),
        ...keyProblems(facts, github.signingKey),
    ];
}

function keyProblems({ cloud, region }: BootFacts, key: string): Problem[] {
    if (cloud === "azure") {
        const allowed = "https://<vault>.vault.azure.net/keys/<name>, with or without /<version>";
        return text("github.signingKey", key, shapes.keyVaultKey, allowed);
    }
    const fits = shapes.kmsKey.exec(key)?.[2] === region;
    const allowed = "the ARN of a KMS key in the machine's region";
    return fits ? [] : [problem("github.signingKey", key, allowed)];
}

function azureDevOpsProblems({ cloud, github, azureDevOps }: BootFacts): Problem[] {
    if (!azureDevOps || github) {
        return [
            problem("azureDevOps", azureDevOps, "the facts of Azure DevOps, and no other host"),
        ];
    }
    const { organizationUrl, pool } = azureDevOps;
    const url = "https://dev.azure.com/<organization>";
    const onAzure = "azure: an agent of Azure DevOps registers with a managed identity";
    return [
        ...(cloud === "azure" ? [] : [problem("cloud", cloud, onAzure)]),
        ...text("azureDevOps.organizationUrl", organizationUrl, shapes.organizationUrl, url),
        ...text(
            "azureDevOps.pool",
            pool,
            shapes.pool,
            "1 to 64 letters, digits, spaces, dots, hyphens, underscores, parentheses",
        ),
    ];
}

function releaseProblems({ version, sha256X64, sha256Arm64 }: AgentRelease): Problem[] {
    const digits = "64 hexadecimal digits in lower case";
    return [
        ...text("release.version", version, shapes.version, "three numbers, for example 2.338.0"),
        ...text("release.sha256X64", sha256X64, shapes.sha256, digits),
        ...text("release.sha256Arm64", sha256Arm64, shapes.sha256, digits),
    ];
}

function within(path: string, value: number | undefined, least: number, most: number): Problem[] {
    return value === undefined ? [] : whole(path, value, least, most);
}

function positive(path: string, value: number): Problem[] {
    return whole(path, value, 1, Number.MAX_SAFE_INTEGER);
}
