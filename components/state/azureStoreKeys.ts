import type { RoleAssignment } from "@pulumi/azure-native/authorization";
import { Key } from "@pulumi/azure-native/keyvault";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";
import { grantRole, roleDefinitionId } from "../vault/grants";
import { readerRoles } from "../vault/vaultRoles";
import type { AzureStore } from "./checkStateStore";
import type { StateStoreArgs } from "./stateStoreArgs";

/** What an account encrypts itself with, and as whom. */
export interface StorageKey {
    key: Key;
    identity: UserAssignedIdentity;
    /** The identity's role on the key: without it the account cannot be made. */
    grant: RoleAssignment;
}

/** The key of the data at rest, and the identity with which the account uses it. */
export function createStorageKey(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
): StorageKey {
    const identity = new UserAssignedIdentity(
        `${name}-identity`,
        {
            resourceName: azureName("id", store.accountName),
            resourceGroupName: store.resourceGroupName,
            location: store.location,
            tags: args.tags,
        },
        { parent },
    );
    const key = createKey(parent, name, args, store, "storage", ["wrapKey", "unwrapKey"]);
    const role = "Key Vault Crypto Service Encryption User";
    const { principalId } = identity;
    const grant = grantRole(
        parent,
        `${name}-storage-key-use`,
        { name: "account", principalId },
        { scope: key.id, id: roleDefinitionId(store.subscriptionId, readerRoles[role] ?? "") },
    );
    return { key, identity, grant };
}

/** The key that encrypts the key of each stack's secrets. */
export function createSecretsKey(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
): Key {
    return createKey(parent, name, args, store, "secrets", ["encrypt", "decrypt"]);
}

/**
 * RSA, because it is what both users can work with. A version that has ended still decrypts and
 * unwraps.
 */
function createKey(
    parent: pulumi.Resource,
    name: string,
    args: StateStoreArgs,
    store: AzureStore,
    purpose: "storage" | "secrets",
    keyOps: string[],
): Key {
    return new Key(
        `${name}-${purpose}-key`,
        {
            keyName: `${store.accountName}-${purpose}`,
            vaultName: store.vaultName,
            resourceGroupName: store.vaultResourceGroupName ?? store.resourceGroupName,
            tags: args.tags,
            properties: {
                kty: "RSA-HSM",
                keySize: 3072,
                keyOps,
                attributes: { enabled: true, exportable: false },
                rotationPolicy: {
                    attributes: { expiryTime: "P2Y" },
                    lifetimeActions: [
                        { trigger: { timeAfterCreate: "P1Y" }, action: { type: "rotate" } },
                        { trigger: { timeBeforeExpiry: "P30D" }, action: { type: "notify" } },
                    ],
                },
            },
        },
        { parent, protect: args.allowDestroy !== true },
    );
}
