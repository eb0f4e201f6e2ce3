import { Vault } from "@pulumi/azure-native/keyvault";
import { Team } from "@pulumi/github/team";
import {
    AwsAgentNetwork,
    AwsOidcProvider,
    AwsRunnerPool,
    AwsSecretVault,
    GitHubRepositoryGuard,
    SigningKey,
    VaultSecret,
} from "../../../components/index";
import { accountId, azureGround, subscriptionId, tenantId } from "./ground";
import type { ComponentWeakenings } from "./weakening";

const region = "eu-west-1";
const inAws = { accountId, region };

/** A component whose only weakening here is that Pulumi may delete it. */
const destroyable = (of: string, build: (weakened: object) => void): ComponentWeakenings => ({
    of,
    stack: "prod",
    build,
    weakenings: [{ argument: "allowDestroy", rules: ["critical-resources-protected"] }],
});

function vaultIn(resourceGroupName: Vault["id"], location: string): Vault {
    return new Vault(
        "vault",
        {
            vaultName: "kv-acme-things",
            resourceGroupName,
            location,
            properties: {
                tenantId,
                sku: { family: "A", name: "premium" },
                enableRbacAuthorization: true,
                enablePurgeProtection: true,
                publicNetworkAccess: "disabled",
                networkAcls: { defaultAction: "Deny", bypass: "None" },
            },
        },
        { protect: true },
    );
}

const vaultSecret = destroyable("VaultSecret", (weakened) => {
    const { resourceGroupName, location } = azureGround().here;
    const vault = vaultIn(resourceGroupName, location);
    new VaultSecret("webhook", {
        secretName: "webhook",
        vaultName: vault.name,
        vaultId: vault.id,
        resourceGroupName,
        owner: "payments",
        contentType: "Secret that signs the shop's webhooks",
        expires: "2027-03-31",
        today: "2026-11-21",
        rotationFunctionId: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Web/sites/func/functions/rotate`,
        ...weakened,
    });
});

const signingKey = destroyable("SigningKey", (weakened) => {
    const { resourceGroupName, location } = azureGround().here;
    const vault = vaultIn(resourceGroupName, location);
    new SigningKey("release", {
        azure: {
            keyName: "release",
            vaultName: vault.name,
            vaultId: vault.id,
            resourceGroupName,
            subscriptionId,
            expires: "2027-11-01",
        },
        today: "2026-11-21",
        ...weakened,
    });
});

const awsSecretVault = destroyable("AwsSecretVault", (weakened) => {
    new AwsSecretVault("shop", {
        ...inAws,
        vaultName: "shop",
        administrators: [`arn:aws:iam::${accountId}:role/platform`],
        secrets: [
            {
                name: "shop/smtp",
                readers: [`arn:aws:iam::${accountId}:role/task`],
                writer: `arn:aws:iam::${accountId}:role/rotator`,
                rotationFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:rotate`,
            },
        ],
        ...weakened,
    });
});

const awsOidcProvider = destroyable("AwsOidcProvider", (weakened) => {
    new AwsOidcProvider("github", { accountId, ...weakened });
});

const network = {
    ...inAws,
    networkName: "acme-agents",
    availabilityZones: [`${region}a`, `${region}b`],
    addressRange: "10.40.0.0/22",
};

const awsAgentNetwork = destroyable("AwsAgentNetwork", (weakened) => {
    new AwsAgentNetwork("agents", { ...network, ...weakened });
});

const awsRunnerPool = destroyable("AwsRunnerPool", (weakened) => {
    const { vpcId, agentSubnetIds, securityGroupId } = new AwsAgentNetwork("agents", network);
    new AwsRunnerPool("builds", {
        ...inAws,
        vpcId,
        subnetIds: agentSubnetIds,
        securityGroupId,
        organization: "acme",
        poolName: "builds",
        tier: "development",
        repositories: [{ name: "web", repoId: 4711 }],
        codeBuild: { maximum: 10 },
        ...weakened,
    });
});

const gitHubRepositoryGuard = destroyable("GitHubRepositoryGuard", (weakened) => {
    const team = (slug: string) => ({
        slug,
        id: new Team(slug, { name: slug, privacy: "closed" }).id,
    });
    new GitHubRepositoryGuard("shop", {
        organization: "acme",
        repository: "shop",
        team: team("web"),
        codeOwners: team("platform"),
        checks: [{ context: "build", integrationId: 15368 }],
        ...weakened,
    });
});

/** What each component keeps Pulumi from deleting. */
export const cloudDestroy: readonly ComponentWeakenings[] = [
    vaultSecret,
    signingKey,
    awsSecretVault,
    awsOidcProvider,
    awsAgentNetwork,
    awsRunnerPool,
    gitHubRepositoryGuard,
];
