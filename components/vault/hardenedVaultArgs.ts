import type * as pulumi from "@pulumi/pulumi";

/** Somebody who may use what a `HardenedVault` holds. */
export interface VaultReader {
    /** Key of the role assignment: unique in its list, and stays the same when others come and go. */
    name: string;
    /** Object id in Entra, a GUID; of a managed identity its `principalId`. */
    principalId: pulumi.Input<string>;
    /**
     * "ServicePrincipal" (managed identities are that, too), "Group" or "User".
     * @default "ServicePrincipal"
     */
    principalType?: string;
    /**
     * "Key Vault Secrets User", "Key Vault Certificate User", "Key Vault Crypto Service Encryption
     * User" or "Key Vault Reader" (which sees names and dates, and no value).
     * @default "Key Vault Secrets User"
     */
    role?: string;
    /**
     * Name of the one secret the role is for.
     * @default everything in the vault that the role can read, unless `keyName` is given
     */
    secretName?: string;
    /**
     * Name of the one key the role is for.
     * @default everything in the vault that the role can read, unless `secretName` is given
     */
    keyName?: string;
}

/** Arguments of `HardenedVault`. */
export interface HardenedVaultArgs {
    /** Vault name, unique in all of Azure: 3 to 24 letters, digits and single hyphens. */
    vaultName: string;
    /** Resource group of the vault, its endpoint and its DNS zone. */
    resourceGroupName: pulumi.Input<string>;
    /** Azure region in its short form, for example "uksouth". */
    location: pulumi.Input<string>;
    /** Entra tenant whose identities may use the vault. */
    tenantId: pulumi.Input<string>;
    /** Id of the subnet that gets the vault's private endpoint. */
    subnetId: pulumi.Input<string>;
    /** Id of the virtual network whose machines resolve the vault's name to the endpoint. */
    virtualNetworkId: pulumi.Input<string>;
    /** Id of the Log Analytics workspace that receives the audit log. */
    workspaceId: pulumi.Input<string>;
    /**
     * Id of an existing zone "privatelink.vaultcore.azure.net", already linked to the network.
     * @default a zone of its own, linked to `virtualNetworkId`
     */
    privateDnsZoneId?: pulumi.Input<string>;
    /**
     * Who may use what is in the vault. One vault for each application and stage keeps this short.
     * Azure deletes no role assignment under a lock, so to take a reader away the vault's lock has
     * to be taken away first.
     * @default nobody
     */
    readers?: VaultReader[];
    /**
     * Subscription in which the readers' roles are given, a GUID. Needed with `readers`.
     * @default none
     */
    subscriptionId?: string;
    /**
     * Tags of every Azure resource in the component.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Leaves purge protection off, so that a deleted vault can be erased at once, with all in it,
     * and its name used again.
     * @default false
     */
    allowPurge?: boolean;
    /**
     * Opens the vault's public endpoint. Its firewall still refuses every address that is not in
     * `allowAddresses`.
     * @default false
     */
    allowPublicNetwork?: boolean;
    /**
     * Public IPv4 addresses or ranges, each with a prefix of 24 bits or more, that the firewall
     * lets through. Needs `allowPublicNetwork`.
     * @default none
     */
    allowAddresses?: string[];
    /**
     * Lets services that Azure trusts through the firewall, signed in as themselves. Azure Storage
     * needs it to encrypt an account with a key of the vault: it has no other way in.
     * @default false
     */
    allowTrustedServices?: boolean;
    /**
     * Uses the vault's own access policies in place of Azure RBAC. The component writes none.
     * @default false
     */
    allowAccessPolicies?: boolean;
    /**
     * Lets Pulumi delete the vault and its lock. Otherwise they are protected resources: removing
     * them from the program, and `pulumi destroy`, fail. With purge protection the deleted vault
     * keeps its name for 90 days.
     * @default false
     */
    allowDestroy?: boolean;
}
