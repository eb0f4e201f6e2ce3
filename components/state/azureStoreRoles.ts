import type { Key } from "@pulumi/azure-native/keyvault";
import type { BlobContainer } from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";

import { defineRole, grantRole, roleDefinitionId } from "../vault/grants";
import type { VaultPrincipal } from "../vault/vaultPrincipalArgs";
import { keyActions } from "../vault/vaultRoles";
import type { AzureStore } from "./checkStateStore";
import { blobReader, blobWrites } from "./storageFacts";

/** Who may do what with the container and with the key of the secrets. */
export function createRoles(
    parent: pulumi.Resource,
    name: string,
    store: AzureStore,
    on: { container: BlobContainer; secretsKey: Key },
): pulumi.Resource[] {
    const { encrypt, decrypt } = keyActions;
    const { accountName, writers, planners, readers } = store;
    const give = (use: string, principals: VaultPrincipal[], scope: pulumi.Input<string>) => ({
        to: (purpose: string, dataActions: readonly string[]): pulumi.Resource[] => {
            if (principals.length === 0) return [];
            const { id, definition } = defineRole(parent, `${name}-may-${use}`, {
                subscriptionId: store.subscriptionId,
                purpose,
                dataActions: [...dataActions],
            });
            return principals.map((one) =>
                grantRole(
                    parent,
                    `${name}-${use}-${one.name}`,
                    one,
                    { scope, id },
                    {
                        dependsOn: definition,
                    },
                ),
            );
        },
    });
    const reader = roleDefinitionId(store.subscriptionId, blobReader);
    const { container, secretsKey } = on;
    return [
        ...give("write", writers, container.id).to(`write state in ${accountName}`, blobWrites),
        ...give("encrypt", writers, secretsKey.id).to(`encrypt secrets of ${accountName}`, [
            encrypt,
            decrypt,
        ]),
        ...give("decrypt", planners, secretsKey.id).to(`decrypt secrets of ${accountName}`, [
            decrypt,
        ]),
        ...Object.entries({ plan: planners, read: readers }).flatMap(([use, principals]) =>
            principals.map((one) =>
                grantRole(parent, `${name}-${use}-${one.name}`, one, {
                    scope: container.id,
                    id: reader,
                }),
            ),
        ),
    ];
}
