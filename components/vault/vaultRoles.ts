/**
 * Built-in roles with which a vault's content can be used and not changed. Roles that write secrets,
 * manage keys, purge, or hand out roles are left out on purpose, and so is Key Vault Crypto User: it
 * may decrypt, sign, back up and change every key in its scope at once.
 *
 * source: Microsoft Learn, "Azure built-in roles for Security"
 * date: 2026-11-21
 */
export const readerRoles: Record<string, string> = {
    "Key Vault Certificate User": "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
    "Key Vault Crypto Service Encryption User": "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    "Key Vault Reader": "21090545-7ca7-4776-b22c-e363652d74d2",
    "Key Vault Secrets User": "4633458b-17de-408a-b874-0445c86b69e6",
};

/** Kinds of principal that Azure tells apart. source: azure-native 3.28, PrincipalType; date: 2026-11-21 */
export const principalTypes: readonly string[] = ["ServicePrincipal", "Group", "User"];

/**
 * Operations on keys, as a custom role names them. Every built-in role with one of them has others
 * that its holder would not need.
 *
 * source: Microsoft Learn, "Azure permissions for Security", Microsoft.KeyVault, data actions
 * date: 2026-11-21
 */
export const keyActions = {
    read: "Microsoft.KeyVault/vaults/keys/read",
    sign: "Microsoft.KeyVault/vaults/keys/sign/action",
    verify: "Microsoft.KeyVault/vaults/keys/verify/action",
    encrypt: "Microsoft.KeyVault/vaults/keys/encrypt/action",
    decrypt: "Microsoft.KeyVault/vaults/keys/decrypt/action",
} as const;
