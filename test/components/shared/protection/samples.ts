import type * as pulumi from "@pulumi/pulumi";
import {
    AwsServiceConnection,
    AzureDevOpsEnvironment,
    AzureDevOpsQueue,
    AzureServiceConnection,
    KeyVaultVariables,
    type AwsServiceConnectionArgs,
    type AzureDevOpsEnvironmentArgs,
    type AzureDevOpsQueueArgs,
    type AzureServiceConnectionArgs,
    type DevOpsChecks,
    type DevOpsGroup,
    type KeyVaultVariablesArgs,
} from "../../../../components/index";

export const project = "22222222-2222-4222-8222-222222222222";
export const issuer = "https://vstoken.dev.azure.com/44444444-4444-4444-8444-444444444444";

/** A GUID that ends with these digits. */
const guid = (digits: string): string => `aaaaaaaa-0000-4000-8000-${digits.padStart(12, "0")}`;

export function group(name: string): DevOpsGroup {
    const digits = Buffer.from(name).toString("hex").slice(0, 12);
    return { name, descriptor: `vssgp.${name}`, originId: guid(digits) };
}

export const [release, operations, platform, developers] = [
    "release",
    "operations",
    "platform",
    "developers",
].map(group) as [DevOpsGroup, DevOpsGroup, DevOpsGroup, DevOpsGroup];

export const checks: DevOpsChecks = {
    approvers: [release, operations],
    branches: ["refs/heads/main", "refs/heads/hotfix"],
};

const common = {
    projectId: project,
    checks,
    pipelines: [
        { name: "deploy", id: "7" },
        { name: "rollback", id: "8" },
    ],
    administrators: [platform],
    users: [developers],
};
const named = { organization: "acme", project: "Shop", connection: "production" };
const tenantId = "11111111-2222-3333-4444-555555555555";

export const environmentArgs: AzureDevOpsEnvironmentArgs = { ...common, environment: "production" };
export const azureArgs: AzureServiceConnectionArgs = {
    ...common,
    ...named,
    tenantId,
    subscriptionId: "99999999-8888-7777-6666-555555555555",
    identityName: "id-shop",
    resourceGroupName: "rg-identities",
    location: "uksouth",
    roles: [
        {
            name: "web",
            role: "Website Contributor",
            scope: "/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/rg-shop",
        },
    ],
};
export const awsArgs: AwsServiceConnectionArgs = {
    ...common,
    ...named,
    issuer,
    roleName: "shop",
    accountId: "123456789012",
    region: "eu-west-1",
    providerArn: `arn:aws:iam::123456789012:oidc-provider/${issuer.slice("https://".length)}`,
    ecrRepositories: [{ repository: "shop" }],
};
export const variablesArgs: KeyVaultVariablesArgs = {
    ...common,
    groupName: "shop-production",
    vaultName: "kv-shop",
    secrets: ["database", "mail-token"],
    connection: "production",
    pool: "shop-production",
};
export const queueArgs: AzureDevOpsQueueArgs = { ...common, poolId: "12" };

/** Arguments that all protected resources have. */
type Common = Partial<Pick<AzureDevOpsQueueArgs, keyof typeof common>>;

/** One protected resource of each kind, by its kind. */
export const protectedResources: Readonly<
    Record<string, (more?: Common, opts?: pulumi.ComponentResourceOptions) => pulumi.Resource>
> = {
    environment: (more, opts) =>
        new AzureDevOpsEnvironment("it", { ...environmentArgs, ...more }, opts),
    endpoint: (more, opts) => new AzureServiceConnection("it", { ...azureArgs, ...more }, opts),
    "endpoint of AWS": (more, opts) =>
        new AwsServiceConnection("it", { ...awsArgs, ...more }, opts),
    variablegroup: (more, opts) => new KeyVaultVariables("it", { ...variablesArgs, ...more }, opts),
    queue: (more, opts) => new AzureDevOpsQueue("it", { ...queueArgs, ...more }, opts),
};
