/**
 * Built-in Azure roles that can change what they guard or hand out access. Ids are the same in every tenant.
 */
export const privilegedAzureRoles = {
    source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged and (Key Vault) /security",
    date: "2026-11-21",
    /** Role definition id -> name. */
    roles: {
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
        "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
        "8b54135c-b56d-4d72-a534-26097cfdc8d8": "Key Vault Data Access Administrator",
    },
} as const;
