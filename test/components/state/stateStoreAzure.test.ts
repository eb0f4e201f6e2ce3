import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Recording } from "../../support/mocks";
import { build, inAzure, principals } from "./stores";

type Values = Record<string, unknown>;

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
/** The one built-in role that is given to people's identities here, as Azure documents it. */
const blobReader = { id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", actions: [`${blobs}/read`] };
const encryptionUser = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

/** "action on resource" for everything the roles give a principal. */
function rights(recording: Recording, principalId: string): string[] {
    return recording
        .all("RoleAssignment")
        .filter(({ inputs }) => inputs.principalId === principalId)
        .flatMap(({ inputs }) => {
            const id = String(inputs.roleDefinitionId);
            const definition = recording
                .all("RoleDefinition")
                .find((one) => id.endsWith(`/${String(one.inputs.roleDefinitionId)}`));
            if (definition === undefined) assert.ok(id.endsWith(`/${blobReader.id}`), id);
            const [own] = (definition?.inputs.permissions ?? []) as Record<string, string[]>[];
            const actions = own ? [...(own.actions ?? []), ...(own.dataActions ?? [])] : undefined;
            const scope = String(inputs.scope).split("/").at(-1) ?? "";
            return (actions ?? blobReader.actions).map((action) => `${action} on ${scope}`);
        })
        .sort();
}

describe("a StateStore in Azure", () => {
    let recording: Recording;
    let account: Values;
    before(async () => {
        ({ recording } = await build(inAzure));
        account = recording.one("StorageAccount").inputs;
    });

    it("there is no shared key, no public object and no connection without TLS 1.2", () => {
        assert.deepEqual(
            {
                shared: account.allowSharedKeyAccess,
                local: account.isLocalUserEnabled,
                open: account.allowBlobPublicAccess,
                https: account.enableHttpsTrafficOnly,
                tls: account.minimumTlsVersion,
                container: recording.one("BlobContainer").inputs.publicAccess,
            },
            {
                shared: false,
                local: false,
                open: false,
                https: true,
                tls: "TLS1_2",
                container: "None",
            },
        );
    });

    it("in Azure the one way in is a private endpoint, found by name, and the firewall denies the rest", () => {
        assert.equal(account.publicNetworkAccess, "Disabled");
        assert.deepEqual(account.networkRuleSet, {
            defaultAction: "Deny",
            bypass: "None",
            ipRules: [],
        });
        const endpoint = recording.one("PrivateEndpoint").inputs;
        assert.equal((endpoint.subnet as Values).id, inAzure.azure.subnetId);
        const [connection] = endpoint.privateLinkServiceConnections as Values[];
        assert.deepEqual(connection?.groupIds, ["blob"]);
        assert.match(String(connection.privateLinkServiceId), /StorageAccount\/s-account$/);
        const zone = recording.one("PrivateZone").inputs;
        assert.equal(zone.privateZoneName, "privatelink.blob.core.windows.net");
        const link = recording.one("VirtualNetworkLink").inputs;
        assert.deepEqual(link.virtualNetwork, { id: inAzure.azure.virtualNetworkId });
        const [config] = recording.one("PrivateDnsZoneGroup").inputs
            .privateDnsZoneConfigs as Values[];
        assert.match(String(config?.privateDnsZoneId), /PrivateZone\/s-zone$/);
    });

    it("is encrypted with its own key, through an identity that can wrap keys and nothing else", () => {
        const encryption = account.encryption as Values;
        assert.equal(encryption.keySource, "Microsoft.Keyvault");
        assert.equal(encryption.requireInfrastructureEncryption, true);
        assert.deepEqual(encryption.keyVaultProperties, {
            keyName: "stacme-storage",
            keyVaultUri: "https://kv-acme.vault.azure.net",
        });
        const own = recording.named("RoleAssignment", "s-storage-key-use").inputs;
        assert.match(String(own.scope), /Key\/s-storage-key$/);
        assert.ok(String(own.roleDefinitionId).endsWith(`/${encryptionUser}`));
        const { keyOps, attributes } = recording.named("Key", "s-storage-key").inputs
            .properties as Values;
        assert.deepEqual(keyOps, ["wrapKey", "unwrapKey"]);
        assert.equal((attributes as Values).exportable, false);
        const { dependencies } = recording.one("StorageAccount");
        assert.ok(dependencies.some((one) => one.endsWith(" s-storage-key-use")));
    });

    it("a planner and a reader read state and cannot write or delete anything", () => {
        const read = `${blobs}/read on s-container`;
        assert.deepEqual(rights(recording, principals.reader), [read]);
        assert.deepEqual(rights(recording, principals.planner), [
            "Microsoft.KeyVault/vaults/keys/decrypt/action on s-secrets-key",
            read,
        ]);
    });

    it("a writer reads, writes and deletes, and leaves every version", () => {
        const storage = rights(recording, principals.writer).filter((one) => one.startsWith(blobs));
        assert.deepEqual(storage, [
            `${blobs}/add/action on s-container`,
            `${blobs}/delete on s-container`,
            `${blobs}/read on s-container`,
            `${blobs}/write on s-container`,
        ]);
    });

    it("a writer encrypts and decrypts secrets, a planner only decrypts, a reader does neither", () => {
        const keys = (who: string) =>
            rights(recording, who)
                .filter((one) => one.startsWith("Microsoft.KeyVault"))
                .map((one) => one.replace("Microsoft.KeyVault/vaults/keys/", ""));
        assert.deepEqual(keys(principals.writer), [
            "decrypt/action on s-secrets-key",
            "encrypt/action on s-secrets-key",
        ]);
        assert.deepEqual(keys(principals.planner), ["decrypt/action on s-secrets-key"]);
        assert.deepEqual(keys(principals.reader), []);
    });

    it("nobody deletes a version while it is kept, and the service removes it afterwards", async () => {
        for (const [keepDays, days] of [
            [undefined, 90],
            [400, 400],
        ] as const) {
            const { recording: made } = await build({ ...inAzure, keepDays });
            const service = made.one("BlobServiceProperties").inputs;
            assert.equal(service.isVersioningEnabled, true);
            assert.deepEqual(service.deleteRetentionPolicy, {
                enabled: true,
                days: 30,
                allowPermanentDelete: false,
            });
            const { immutableStorageWithVersioning } = made.one("StorageAccount").inputs;
            assert.deepEqual(immutableStorageWithVersioning, {
                enabled: true,
                immutabilityPolicy: {
                    state: "Unlocked",
                    immutabilityPeriodSinceCreationInDays: days,
                    allowProtectedAppendWrites: false,
                },
            });
            const { rules } = made.one("ManagementPolicy").inputs.policy as {
                rules: { definition: { actions: unknown } }[];
            };
            assert.deepEqual(
                rules.map(({ definition }) => definition.actions),
                [{ version: { delete: { daysAfterCreationGreaterThan: days } } }],
            );
        }
    });

    it("in Azure every read and write is logged, and a CanNotDelete lock stands on the account", () => {
        const log = recording.one("DiagnosticSetting").inputs;
        assert.match(String(log.resourceUri), /BlobServiceProperties\/s-blobs$/);
        assert.equal(log.workspaceId, inAzure.azure.workspaceId);
        assert.deepEqual(log.logs, [{ categoryGroup: "allLogs", enabled: true }]);
        const lock = recording.one("ManagementLockByScope");
        assert.equal(lock.inputs.level, "CanNotDelete");
        assert.match(String(lock.inputs.scope), /StorageAccount\/s-account$/);
        for (const needed of ["s-container", "s-endpoint", "s-audit-log", "s-write-apply"]) {
            const waits = lock.dependencies.some((one) => one.endsWith(` ${needed}`));
            assert.ok(waits, `the lock does not wait for ${needed}`);
        }
    });

    it("lets addresses in with allowPublicNetwork only, and only those", async () => {
        const open = {
            ...inAzure.azure,
            allowPublicNetwork: true,
            allowAddresses: ["203.0.113.7/32", "198.51.100.0/24"],
        };
        const { recording: made } = await build({ azure: open });
        const { publicNetworkAccess, networkRuleSet } = made.one("StorageAccount").inputs;
        assert.equal(publicNetworkAccess, "Enabled");
        assert.deepEqual(networkRuleSet, {
            defaultAction: "Deny",
            bypass: "None",
            ipRules: [
                { action: "Allow", iPAddressOrRange: "203.0.113.7" },
                { action: "Allow", iPAddressOrRange: "198.51.100.0/24" },
            ],
        });
    });
});
