import { isList, isTree, readText, type PropertyValue } from "./known";
import type { Resource, Stack } from "./resource";

/**
 * What encrypts itself with a key of a vault, by the property that says which. Azure reaches the vault
 * for them as a trusted service, and no other way.
 *
 * source: Microsoft Learn, "Customer-managed keys for Azure Storage encryption" (firewall of the
 * vault), "Configure Azure Key Vault networking settings" (trusted services); property names from
 * azure-native 3.28 and azure 6 typings; date: 2026-11-21, the Learn pages from memory
 */
const keyProperties: Readonly<Record<string, string>> = {
    "azure-native:compute:DiskEncryptionSet": "activeKey",
    "azure-native:storage:StorageAccount": "encryption",
    "azure:compute:DiskEncryptionSet": "keyVaultKeyId",
    "azure:storage:Account": "customerManagedKey",
    "azure:storage:CustomerManagedKey": "keyVaultId",
};

const keyTypes: readonly string[] = ["azure-native:keyvault:Key", "azure:keyvault:Key"];

/**
 * Whether something in the stack encrypts itself with a key of the vault: by what its key comes
 * from, which a preview knows, or by the vault's name in it. `given` finds a resource's inputs.
 */
export function servesTrustedServices(
    vault: Resource,
    stack: Stack,
    given: (resource: Resource) => Resource,
): boolean {
    const isNative = vault.type === "azure-native:keyvault:Vault";
    const written = readText(given(vault).props, isNative ? "vaultName" : "name");
    const vaultName = written.state === "known" ? written.value.toLowerCase() : undefined;
    const comesFrom = (resource: Resource, property: string) =>
        (resource.propertyDependencies[property] ?? []).includes(vault.urn);
    const isIn = (key: Resource) => {
        const name = readText(given(key).props, "vaultName");
        const named = name.state === "known" && name.value.toLowerCase() === vaultName;
        return named || comesFrom(key, "vaultName") || comesFrom(key, "keyVaultId");
    };
    const uses = (user: Resource, property: string) =>
        comesFrom(user, property) ||
        stack.sourcesOf(user, property, ...keyTypes).some(isIn) ||
        (vaultName !== undefined && names(given(user).props[property], vaultName));
    return Object.entries(keyProperties).some(([type, property]) =>
        stack.ofType(type).some((user) => uses(user, property)),
    );
}

/** Whether a text in the tree is the vault's address or its id. */
function names(value: PropertyValue | undefined, vault: string): boolean {
    if (isList(value)) return value.some((one) => names(one, vault));
    if (isTree(value)) return Object.values(value).some((one) => names(one, vault));
    if (typeof value !== "string") return false;
    const parts = value.toLowerCase().split(/[/.:]+/);
    return parts.includes(vault) && (parts.includes("vault") || parts.includes("vaults"));
}
