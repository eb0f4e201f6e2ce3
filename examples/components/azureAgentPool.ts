// Runners for the deployments of a payments team: three machines, each of which registers itself with
// GitHub for one job and is then replaced. The GitHub App that registers them may do nothing else;
// its private key was imported into the vault once, by hand, and nobody can read it back.
import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { Team } from "@pulumi/github/team";
import { AzureAgentPool, GitHubRepositoryGuard, HardenedVault } from "gatehouse";
import * as pulumi from "@pulumi/pulumi";

const location = "uksouth";
const group = new ResourceGroup("agents", { resourceGroupName: "rg-payments-agents", location });
const placed = { resourceGroupName: group.name, location };

const network = new VirtualNetwork("network", {
    ...placed,
    virtualNetworkName: "vnet-payments-agents",
    addressSpace: { addressPrefixes: ["10.40.0.0/16"] },
});
const subnetOf = (name: string, addressPrefix: string) =>
    new Subnet(name, {
        resourceGroupName: group.name,
        virtualNetworkName: network.name,
        subnetName: name,
        addressPrefix,
        defaultOutboundAccess: false,
    });
const workspace = new Workspace("log", {
    ...placed,
    workspaceName: "log-payments-agents",
    retentionInDays: 90,
});
const vault = new HardenedVault("runners", {
    ...placed,
    vaultName: "kv-payments-runners",
    tenantId: "11111111-2222-3333-4444-555555555555",
    subnetId: subnetOf("endpoints", "10.40.1.0/24").id,
    virtualNetworkId: network.id,
    workspaceId: workspace.id,
});
const team = (slug: string) => ({ slug, id: new Team(slug, { name: slug, privacy: "closed" }).id });
const repository = new GitHubRepositoryGuard("payments", {
    organization: "acme",
    repository: "payments",
    team: team("payments-developers"),
    codeOwners: team("platform"),
    checks: [{ context: "build", integrationId: 15368 }],
});

const pool = new AzureAgentPool("payments", {
    ...placed,
    poolName: "payments",
    tier: "production",
    subnetId: subnetOf("agents", "10.40.2.0/24").id,
    workspaceId: workspace.id,
    ephemeral: {
        instances: 3,
        machines: {
            size: "Standard_D4ads_v5",
            image: {
                publisher: "Canonical",
                offer: "ubuntu-24_04-lts",
                sku: "server",
                version: "24.04.202611010",
            },
        },
        github: {
            organization: "acme",
            repositoryIds: [repository.repositoryId],
            workflows: ["acme/payments/.github/workflows/deploy.yml@refs/heads/main"],
            appClientId: "Iv23liABCDEFGHIJKLMN",
            installationId: 4711,
            appKeyId: pulumi.interpolate`${vault.vaultId}/keys/github-app`,
            appKeyUri: pulumi.interpolate`${vault.vaultUri}keys/github-app/0123456789abcdef0123456789abcdef`,
        },
    },
});
// A permitted deletion begins with the vault's lock, which holds the pool's role on the key.
vault.lockAfter(pool);

// A workflow runs on it with `runs-on: { group: payments-production }`.
export const runnerGroup = pool.poolName;
