import { armError } from "../failures";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    loose,
    matching,
    object,
    required,
    text,
} from "../shape";
import { storeKey, type StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { get, isObject, num, part, str, text as joined, type Values, without } from "../values";
import type { Change, Write } from "../resourceType";
import { armType, guidText, idInGroup, location, resourceGroupName, suffixed, tags } from "./arm";

/** Vaults that were deleted and can still be recovered; they keep their name. */
export const deletedVaultType = "azure-native:keyvault:DeletedVault";

const permissions = object({
    certificates: list(text),
    keys: list(text),
    secrets: list(text),
    storage: list(text),
});

export const vault = armType({
    token: "azure-native:keyvault:Vault",
    api: "2024-11-01",
    type: "Microsoft.KeyVault/vaults",
    inputs: {
        location,
        properties: required(
            object({
                accessPolicies: list(
                    object({
                        applicationId: text,
                        objectId: required(text),
                        permissions: required(permissions),
                        tenantId: required(text),
                    }),
                    { max: 1024 },
                ),
                createMode: choice("recover", "default"),
                enablePurgeProtection: flag,
                enableRbacAuthorization: flag,
                enableSoftDelete: flag,
                enabledForDeployment: flag,
                enabledForDiskEncryption: flag,
                enabledForTemplateDeployment: flag,
                networkAcls: object({
                    bypass: choice("AzureServices", "None"),
                    defaultAction: choice("Allow", "Deny"),
                    ipRules: list(object({ value: required(text) }), { max: 1000 }),
                    virtualNetworkRules: list(
                        loose({ id: required(text), ignoreMissingVnetServiceEndpoint: flag }),
                        { max: 200 },
                    ),
                }),
                publicNetworkAccess: choice("enabled", "disabled"),
                sku: required(
                    object({
                        family: required(choice("A")),
                        name: required(choice("standard", "premium")),
                    }),
                ),
                softDeleteRetentionInDays: integer(7, 90),
                tenantId: required(guidText),
            }),
        ),
        resourceGroupName,
        tags,
        vaultName: fixed(
            matching(
                /^(?=.{3,24}$)[a-zA-Z](-?[a-zA-Z0-9])+$/,
                "3 to 24 letters, digits and single hyphens, beginning with a letter",
            ),
        ),
    },
    path: ["resourceGroupName", "vaultName"],
    autoname: suffixed("vaultName", (name) => name.slice(-24).replace(/^[^a-zA-Z]+/, "")),
    check: (inputs) => {
        const properties = part(inputs, "properties");
        const failures = [];
        if (properties.enablePurgeProtection === false) {
            const reason = "cannot be false: the service takes true or nothing";
            failures.push({ property: "properties.enablePurgeProtection", reason });
        }
        const { enableRbacAuthorization = false, createMode, accessPolicies } = properties;
        const needsPolicies = enableRbacAuthorization === false && createMode === undefined;
        if (isObject(inputs.properties) && needsPolicies && accessPolicies === undefined) {
            const reason = "missing required property of a vault without RBAC authorization";
            failures.push({ property: "properties.accessPolicies", reason });
        }
        return failures;
    },
    id: (inputs, scope) =>
        idInGroup(scope, inputs, "Microsoft.KeyVault", "vaults", str(inputs, "vaultName")),
    outputs: ({ inputs }) => {
        const properties = without(part(inputs, "properties"), "createMode");
        return {
            properties: {
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                enableRbacAuthorization: false,
                enabledForDeployment: false,
                accessPolicies: [],
                publicNetworkAccess: "Enabled",
                ...properties,
                hsmPoolResourceId: "",
                privateEndpointConnections: [],
                provisioningState: "Succeeded",
                vaultUri: joined`https://${str(inputs, "vaultName")}.vault.azure.net/`,
            },
        };
    },
    claims: ({ inputs }) => [vaultNameClaim(inputs)],
    beforeCreate: refuseTakenName,
    beforeUpdate: refuseIrreversible,
    deletion: ({ store, inputs, old }) => ({
        remove: store
            .list()
            .filter((one) => one.id.toLowerCase().startsWith(`${old.id}/`.toLowerCase())),
        leave: [deletedVault(inputs, old)],
    }),
});

function vaultNameClaim(inputs: Values): string {
    return `vault name ${str(inputs, "vaultName")}`;
}

/** Vault names are unique in all of Azure; a soft-deleted, purge-protected one keeps its name. */
function refuseTakenName({ store, inputs, id }: Write): void {
    const holder = store.holder(vaultNameClaim(inputs));
    if (holder === undefined || holder.id === id) {
        return;
    }
    const name = str(inputs, "vaultName");
    if (holder.type !== deletedVaultType) {
        const message = `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`;
        throw armError(409, "VaultAlreadyExists", message);
    }
    const recovers = str(inputs, "properties", "createMode").toLowerCase() === "recover";
    const isProtected = get(holder.inputs, "properties", "enablePurgeProtection") === true;
    if (recovers) {
        requireSameVault(store, holder, id);
    } else if (isProtected) {
        const message = `A vault with the same name '${name}' already exists in deleted state and is purge protected. Recover it with createMode 'recover', or choose another name.`;
        throw armError(409, "ConflictError", message);
    }
}

function requireSameVault(store: CloudStore, deleted: StoredResource, id: string): void {
    if (str(deleted.outputs, "vaultId").toLowerCase() !== id.toLowerCase()) {
        const message = `The deleted vault was '${str(deleted.outputs, "vaultId")}' and is recovered there only.`;
        throw armError(409, "ConflictError", message);
    }
    store.write({ remove: [deleted.key] });
}

function refuseIrreversible({ inputs, old }: Change): void {
    const before = part(old.outputs, "properties");
    const now = part(inputs, "properties");
    if (before.enablePurgeProtection === true && now.enablePurgeProtection !== true) {
        const message = `The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.`;
        throw armError(400, "BadRequest", message);
    }
    if (now.enableSoftDelete === false) {
        const message = `The property "enableSoftDelete" can be set to false only for creating new vault. Enabling the 'soft delete' functionality is an irreversible action.`;
        throw armError(400, "BadRequest", message);
    }
    const days = num(now, "softDeleteRetentionInDays");
    if (days !== undefined && days !== num(before, "softDeleteRetentionInDays")) {
        const message = `The property "softDeleteRetentionInDays" has been set already and it can't be modified.`;
        throw armError(400, "BadRequest", message);
    }
}

/** What stays of a deleted vault until its retention ends, which the emulation never sees. */
function deletedVault(inputs: Values, old: StoredResource): StoredResource {
    const name = str(inputs, "vaultName");
    const id = `/subscriptions/${old.id.split("/")[2] ?? ""}/providers/Microsoft.KeyVault/locations/${str(inputs, "location")}/deletedVaults/${name}`;
    return {
        key: storeKey(deletedVaultType, id),
        type: deletedVaultType,
        id,
        inputs: { properties: part(inputs, "properties") },
        outputs: { vaultId: old.id },
        claims: [vaultNameClaim(inputs)],
        parents: [],
        secrets: [],
    };
}
