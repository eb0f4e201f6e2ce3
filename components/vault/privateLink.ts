/**
 * What a private endpoint of a Key Vault needs to know, for Azure's public cloud.
 *
 * source: Microsoft Learn, "Azure Private Endpoint private DNS zone values", row
 * Microsoft.KeyVault/vaults
 * date: 2026-11-21
 */
export const vaultPrivateLink = {
    /** Sub-resource of the vault that the endpoint connects to. */
    groupId: "vault",
    /** Zone in which Azure looks for the endpoint's address. */
    zone: "privatelink.vaultcore.azure.net",
} as const;
