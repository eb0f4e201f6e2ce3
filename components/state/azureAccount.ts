import { StorageAccount } from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";

import type { StorageKey } from "./azureStoreKeys";
import type { AzureStore } from "./checkStateStore";
import type { StateStoreArgs } from "./stateStoreArgs";

/** A storage account for state and nothing else. */
export function createAccount(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
    { key, identity, grant, keepDays }: StorageKey & { keepDays: number },
): StorageAccount {
    const ofAccount = { enabled: true, keyType: "Account" };
    return new StorageAccount(
        `${name}-account`,
        {
            accountName: store.accountName,
            resourceGroupName: store.resourceGroupName,
            location: store.location,
            tags: args.tags,
            kind: "StorageV2",
            sku: { name: "Standard_ZRS" },
            accessTier: "Hot",
            allowSharedKeyAccess: false,
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            defaultToOAuthAuthentication: true,
            enableHttpsTrafficOnly: true,
            minimumTlsVersion: "TLS1_2",
            isLocalUserEnabled: false,
            isSftpEnabled: false,
            publicNetworkAccess: store.allowPublicNetwork === true ? "Enabled" : "Disabled",
            networkRuleSet: {
                defaultAction: "Deny",
                bypass: "None",
                ipRules: (store.allowAddresses ?? []).map((address) => ({
                    action: "Allow",
                    // Azure takes a lone address without its prefix only.
                    iPAddressOrRange: address.replace(/\/32$/, ""),
                })),
            },
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            encryption: {
                keySource: "Microsoft.Keyvault",
                // Without a version: the account follows the key's rotation.
                keyVaultProperties: {
                    keyName: key.name,
                    keyVaultUri: pulumi.interpolate`https://${store.vaultName}.vault.azure.net`,
                },
                encryptionIdentity: { encryptionUserAssignedIdentity: identity.id },
                requireInfrastructureEncryption: true,
                services: { blob: ofAccount, file: ofAccount },
            },
            // For all versions of all containers: overwriting a blob makes a new one, deleting it
            // turns the current one into an old one, and no version can be removed.
            immutableStorageWithVersioning: {
                enabled: true,
                immutabilityPolicy: {
                    state: "Unlocked",
                    immutabilityPeriodSinceCreationInDays: keepDays,
                    allowProtectedAppendWrites: false,
                },
            },
        },
        { parent, dependsOn: grant, protect: args.allowDestroy !== true },
    );
}
