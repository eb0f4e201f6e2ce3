import type { BootFacts, GitHubBootFacts } from "../../components/agents/boot/bootFacts";

const gitHub: Omit<GitHubBootFacts, "signingKey"> = {
    organization: "acme",
    runnerGroupId: 7,
    labels: ["self-hosted", "linux", "production"],
    appId: "12345",
    installationId: 99,
};

const identity = "11111111-2222-3333-4444-555555555555";

/** One set of facts for each kind of machine. */
export const bootCases = {
    "GitHub on Azure": {
        cloud: "azure",
        host: "github",
        mode: "ephemeral",
        namePrefix: "acme-prod",
        managedIdentityClientId: identity,
        github: {
            ...gitHub,
            signingKey: `https://kv-acme.vault.azure.net/keys/runner-app/${"0a".repeat(16)}`,
        },
    },
    "GitHub on AWS": {
        cloud: "aws",
        host: "github",
        mode: "ephemeral",
        namePrefix: "acme-prod",
        region: "eu-west-1",
        logGroupName: "/gatehouse/agents",
        github: { ...gitHub, signingKey: `arn:aws:kms:eu-west-1:123456789012:key/${identity}` },
    },
    "Azure DevOps on Azure": {
        cloud: "azure",
        host: "azureDevOps",
        mode: "ephemeral",
        namePrefix: "acme-prod",
        managedIdentityClientId: identity,
        azureDevOps: { organizationUrl: "https://dev.azure.com/acme", pool: "Production (EU)" },
    },
    "GitHub on Azure, replaced when silent": {
        cloud: "azure",
        host: "github",
        mode: "ephemeral",
        namePrefix: "acme-prod",
        managedIdentityClientId: identity,
        health: { port: 8484, restMinutes: 45 },
        github: {
            ...gitHub,
            signingKey: `https://kv-acme.vault.azure.net/keys/runner-app/${"0a".repeat(16)}`,
        },
    },
    "hardening only": {
        cloud: "azure",
        host: "azureDevOps",
        mode: "hardenOnly",
        namePrefix: "acme-prod",
    },
} as const satisfies Record<string, BootFacts>;

/** Those of the machines that take one job. */
export const ephemeralCases = Object.entries<BootFacts>(bootCases).filter(
    ([, facts]) => facts.mode === "ephemeral",
);
