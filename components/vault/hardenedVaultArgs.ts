import type * as pulumi from "@pulumi/pulumi";

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
