import { Key } from "@pulumi/azure-native/keyvault";
import type { input } from "@pulumi/azure-native/types";
import type * as pulumi from "@pulumi/pulumi";

import { unixSeconds } from "../shared/isoDate";
import type { CheckedKey } from "./checkSigningKey";
import { defineRole, grantRole } from "./grants";
import type { SigningKeyArgs } from "./signingKeyArgs";
import type { VaultPrincipal } from "./vaultPrincipalArgs";
import { keyActions } from "./vaultRoles";

/** How a made key is found. */
export interface MadeKey {
    keyId: pulumi.Output<string>;
    keyUri: pulumi.Output<string>;
}

/** The key in Key Vault, and the roles of those who use it. */
export function createAzureKey(
    parent: pulumi.Resource,
    name: string,
    args: SigningKeyArgs,
    checked: CheckedKey,
    azure: NonNullable<CheckedKey["azure"]>,
): MadeKey {
    const made = createKey(parent, name, args, checked, azure);
    const { read, sign, verify } = keyActions;
    grantUse(parent, name, "sign", azure, made.keyId, azure.signers, [read, sign]);
    grantUse(parent, name, "verify", azure, made.keyId, azure.verifiers, [read, verify]);
    return made;
}

/**
 * Azure's management interface makes keys and cannot import them: one that a person brings begins with
 * a version of Azure's own, which the import replaces as the version in use.
 */
function createKey(
    parent: pulumi.Resource,
    name: string,
    args: SigningKeyArgs,
    { facts, rsaBits, imported }: CheckedKey,
    azure: NonNullable<CheckedKey["azure"]>,
): MadeKey {
    const key = new Key(
        `${name}-key`,
        {
            keyName: azure.keyName,
            vaultName: azure.vaultName,
            resourceGroupName: azure.resourceGroupName,
            tags: args.tags,
            properties: {
                ...(rsaBits === undefined
                    ? { kty: "EC-HSM", curveName: facts.azureCurve }
                    : { kty: "RSA-HSM", keySize: rsaBits }),
                keyOps: ["sign", "verify"],
                ...(imported
                    ? { attributes: { enabled: true, exportable: false } }
                    : lifetimeOf(azure.expires)),
            },
        },
        {
            parent,
            protect: args.allowDestroy !== true,
            // A change would replace the key, for the end of a version that rotation has replaced.
            ignoreChanges: ["properties.attributes.expires"],
        },
    );
    return { keyId: key.id, keyUri: key.keyUri };
}

/** Ends on a day, and is followed by a version of its own before. */
function lifetimeOf(
    expires: string,
): Pick<input.keyvault.KeyPropertiesArgs, "attributes" | "rotationPolicy"> {
    return {
        attributes: { enabled: true, exportable: false, expires: unixSeconds(expires) },
        rotationPolicy: {
            attributes: { expiryTime: "P1Y" },
            lifetimeActions: [
                { trigger: { timeAfterCreate: "P10M" }, action: { type: "rotate" } },
                { trigger: { timeBeforeExpiry: "P30D" }, action: { type: "notify" } },
            ],
        },
    };
}

function grantUse(
    parent: pulumi.Resource,
    name: string,
    use: "sign" | "verify",
    azure: NonNullable<CheckedKey["azure"]>,
    keyId: pulumi.Output<string>,
    principals: VaultPrincipal[],
    dataActions: string[],
): void {
    if (principals.length === 0) {
        return;
    }
    const { id, definition } = defineRole(parent, `${name}-may-${use}`, {
        subscriptionId: azure.subscriptionId,
        purpose: `${use} with key ${azure.keyName}`,
        dataActions,
    });
    for (const principal of principals) {
        const role = { scope: keyId, id };
        grantRole(parent, `${name}-${use}-${principal.name}`, principal, role, {
            dependsOn: definition,
        });
    }
}
