// The keys of a release: one in Key Vault, with which the release job signs and the deployment job
// verifies, and one in KMS that a person brings, because GitHub made it: that of a GitHub App.
import { Role } from "@pulumi/aws/iam";
import { Vault } from "@pulumi/azure-native/keyvault";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { SigningKey } from "gatehouse";

const location = "uksouth";
const subscriptionId = "00000000-0000-0000-0000-000000000001";
const group = new ResourceGroup("release", { resourceGroupName: "rg-release", location });
const inGroup = { resourceGroupName: group.name, location };

// A HardenedVault in real life; its example shows the network it needs.
const vault = new Vault("vault", {
    ...inGroup,
    vaultName: "kv-release-dev",
    properties: {
        tenantId: "11111111-2222-3333-4444-555555555555",
        sku: { family: "A", name: "premium" },
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
        publicNetworkAccess: "disabled",
        networkAcls: { defaultAction: "Deny", bypass: "None" },
    },
});
const release = new UserAssignedIdentity("release", { ...inGroup, resourceName: "id-release" });
const deploy = new UserAssignedIdentity("deploy", { ...inGroup, resourceName: "id-deploy" });

const releaseKey = new SigningKey("release-key", {
    azure: {
        keyName: "release",
        vaultName: vault.name,
        vaultId: vault.id,
        resourceGroupName: group.name,
        subscriptionId,
        expires: "2027-11-01",
        signers: [{ name: "release", principalId: release.principalId }],
        verifiers: [{ name: "deploy", principalId: deploy.principalId }],
    },
    // A fixed day, so that this example stays valid. Leave it out, and today counts.
    today: "2026-11-21",
});

const service = "lambda.amazonaws.com";
const runners = new Role("runners", {
    name: "acme-runners",
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
    },
});
const appKey = new SigningKey("app-key", {
    algorithm: "RS256",
    rsaBits: 2048,
    imported: true,
    aws: {
        alias: "acme/github-app",
        accountId: "123456789012",
        region: "eu-west-2",
        administratorArns: ["arn:aws:iam::123456789012:role/acme-platform"],
        signerArns: [runners.arn],
    },
});

export const keys = [releaseKey.keyUri, appKey.keyUri];
