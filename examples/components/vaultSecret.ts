// The payments team's webhook secret. The program never knows its value: a function of the team
// writes it, and writes a new one 30 days before each expires.
import { Vault } from "@pulumi/azure-native/keyvault";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { VaultSecret } from "gatehouse";

const location = "uksouth";
const subscriptionId = "00000000-0000-0000-0000-000000000001";

const group = new ResourceGroup("payments", { resourceGroupName: "rg-payments", location });
const resourceGroupName = group.name;

// A HardenedVault in real life; its example shows the network it needs.
const vault = new Vault("vault", {
    vaultName: "kv-payments-dev",
    resourceGroupName,
    location,
    properties: {
        tenantId: "11111111-2222-3333-4444-555555555555",
        sku: { family: "A", name: "premium" },
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
        publicNetworkAccess: "disabled",
        networkAcls: { defaultAction: "Deny", bypass: "None" },
    },
});
const service = new UserAssignedIdentity("service", {
    resourceName: "id-payments-service",
    resourceGroupName,
    location,
});

const webhook = new VaultSecret("webhook", {
    secretName: "webhook",
    vaultName: vault.name,
    vaultId: vault.id,
    resourceGroupName,
    owner: "payments",
    contentType: "Secret that signs the shop's webhooks",
    expires: "2027-03-31",
    // A fixed day, so that this example stays valid. Leave it out, and today counts.
    today: "2026-11-21",
    rotationFunctionId: `/subscriptions/${subscriptionId}/resourceGroups/rg-payments/providers/Microsoft.Web/sites/func-payments/functions/rotate`,
    readers: [{ name: "service", principalId: service.principalId }],
    subscriptionId,
});

export const secretUri = webhook.secretUri;
