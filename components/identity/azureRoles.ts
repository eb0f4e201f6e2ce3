/**
 * Ids of Azure's built-in roles, the same in every tenant.
 *
 * source: Microsoft Learn, "Azure built-in roles" (edition of 2026-04-09); Key Vault roles from
 * "Azure built-in roles for Security"
 * date: 2026-11-21
 */
export const azureRoles: Record<string, string> = {
    AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    AcrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
    "CDN Endpoint Contributor": "426e0c7f-0c7e-4658-b36f-ff54d6c29b45",
    "DNS Zone Contributor": "befefa01-2a29-4197-83a8-272ff33ce314",
    "Key Vault Certificate User": "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
    "Key Vault Crypto User": "12338af0-0e69-4776-bea7-57ae8d297424",
    "Key Vault Reader": "21090545-7ca7-4776-b22c-e363652d74d2",
    "Key Vault Secrets User": "4633458b-17de-408a-b874-0445c86b69e6",
    "Network Contributor": "4d97b98b-1d4f-4787-a291-c67834d212e7",
    "Private DNS Zone Contributor": "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "Storage Account Contributor": "17d1049b-9a84-46fb-8f53-869881c3d3ab",
    "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "Storage Blob Data Reader": "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    "Storage Queue Data Contributor": "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    "Storage Table Data Contributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    "Virtual Machine Contributor": "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
    "Web Plan Contributor": "2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b",
    "Website Contributor": "de139f84-1756-47ae-9be6-808fbbe84772",
};

/**
 * Built-in roles that can hand out roles, and Contributor, which can change every guard around it. A
 * pipeline that holds one owns the scope, or the secrets of its vaults; none may. Other built-in
 * roles that hand out a few roles each, and custom roles, are not listed.
 *
 * source: Microsoft Learn, "Azure built-in roles for Privileged"; for Key Vault Data Access
 * Administrator "Azure built-in roles for Security"
 * date: 2026-11-21
 */
export const refusedRoles: Record<string, string> = {
    Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "Key Vault Data Access Administrator": "8b54135c-b56d-4d72-a534-26097cfdc8d8",
    Owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    "Role Based Access Control Administrator": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    "User Access Administrator": "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
};

/**
 * Roles of an identity that only looks, and how narrow their scope has to be. Reader and Key Vault
 * Reader show settings and names, never a secret's value. Storage Blob Data Reader reads contents, so
 * it is given on one container: the one that holds the state.
 *
 * source: Microsoft Learn, "Azure built-in roles" (their actions and data actions)
 * date: 2026-11-21
 */
export const planRoles: Record<string, "group" | "container"> = {
    "Key Vault Reader": "group",
    Reader: "group",
    "Storage Blob Data Reader": "container",
};
