import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment";
import * as pulumi from "@pulumi/pulumi";
import { HardenedVault, type HardenedVaultArgs } from "../../../components/index";
import { isSecret, known, record, refusal, type Recording } from "../../support/mocks";

const group = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg";
const args: HardenedVaultArgs = {
    vaultName: "kv-acme",
    resourceGroupName: "rg",
    location: "uksouth",
    tenantId: "11111111-2222-3333-4444-555555555555",
    subnetId: `${group}/subnets/s`,
    virtualNetworkId: `${group}/virtualNetworks/v`,
    workspaceId: `${group}/workspaces/w`,
};

const build = (more: Partial<HardenedVaultArgs> = {}) =>
    record(() => new HardenedVault("kv", { ...args, ...more }));

function properties(recording: Recording): Record<string, unknown> {
    return recording.one("keyvault:Vault").inputs.properties as Record<string, unknown>;
}

describe("HardenedVault", () => {
    it("access goes by Azure RBAC only, and no access policy is written", async () => {
        const { recording } = await build();
        assert.equal(properties(recording).enableRbacAuthorization, true);
        assert.ok(!("accessPolicies" in properties(recording)));
        assert.deepEqual(recording.all("keyvault:AccessPolicy"), []);
    });

    it("virtual machine deployment, disk encryption and template deployment get nothing from the vault", async () => {
        const { recording } = await build();
        const { enabledForDeployment, enabledForDiskEncryption, enabledForTemplateDeployment } =
            properties(recording);
        assert.deepEqual(
            [enabledForDeployment, enabledForDiskEncryption, enabledForTemplateDeployment],
            [false, false, false],
        );
    });

    it("a deleted vault stays recoverable for 90 days and cannot be purged before", async () => {
        const { enableSoftDelete, softDeleteRetentionInDays, enablePurgeProtection } = properties(
            (await build()).recording,
        );
        assert.deepEqual(
            [enableSoftDelete, softDeleteRetentionInDays, enablePurgeProtection],
            [true, 90, true],
        );
    });

    it("the public endpoint is off, and the firewall denies by default and trusts no service", async () => {
        const { publicNetworkAccess, networkAcls } = properties((await build()).recording);
        assert.equal(publicNetworkAccess, "disabled");
        assert.deepEqual(networkAcls, { defaultAction: "Deny", bypass: "None", ipRules: [] });
    });

    it("an address is let through only where the public endpoint is allowed, as a range of /24 or less", async () => {
        const accepted = async (more: Partial<HardenedVaultArgs>): Promise<boolean> => {
            const message = await refusal(
                () => new HardenedVault("kv", { ...args, ...more }),
            ).catch((error: unknown) => {
                assert.ok(error instanceof assert.AssertionError, String(error));
                return "";
            });
            return message === "";
        };
        const allowAddresses = ["203.0.113.7"];
        assert.equal(await accepted({ allowAddresses }), false);
        assert.equal(await accepted({ allowAddresses, allowPublicNetwork: true }), true);
        for (const [range, fits] of [
            ["203.0.113.0/24", true],
            ["203.0.112.0/23", false],
            ["203.0.113.7/32", true],
            ["0.0.0.0/0", false],
            ["0.0.0.0", true],
        ] as const) {
            const more = { allowAddresses: [range], allowPublicNetwork: true };
            assert.equal(await accepted(more), fits, range);
        }
    });

    it("a secret tenant id stays secret", async () => {
        const tenantId = pulumi.secret(args.tenantId);
        const { recording } = await build({ tenantId });
        assert.ok(isSecret(recording.one("keyvault:Vault").inputs.properties));
        assert.ok(!isSecret((await build()).recording.one("keyvault:Vault").inputs.properties));
    });

    it("the one way in is a private endpoint in the given subnet", async () => {
        const { recording } = await build();
        const endpoint = recording.one("PrivateEndpoint").inputs;
        assert.equal((endpoint.subnet as Record<string, unknown>).id, args.subnetId);
        const [connection] = endpoint.privateLinkServiceConnections as Record<string, unknown>[];
        assert.deepEqual(connection?.groupIds, ["vault"]);
        assert.match(String(connection.privateLinkServiceId), /keyvault:Vault\/kv-vault$/);
    });

    it("the vault's name leads to that endpoint in the given network, through a private DNS zone", async () => {
        const { recording } = await build();
        assert.equal(
            recording.one("PrivateZone").inputs.privateZoneName,
            "privatelink.vaultcore.azure.net",
        );
        const link = recording.one("VirtualNetworkLink").inputs;
        assert.deepEqual(link.virtualNetwork, { id: args.virtualNetworkId });
        assert.equal(link.registrationEnabled, false);
        const zoneGroup = recording.one("PrivateDnsZoneGroup").inputs;
        assert.equal(zoneGroup.privateEndpointName, "pe-kv-acme");
        const [config] = zoneGroup.privateDnsZoneConfigs as Record<string, unknown>[];
        assert.match(String(config?.privateDnsZoneId), /PrivateZone\/kv-zone$/);
    });

    it("uses a zone that exists already", async () => {
        const privateDnsZoneId = `${group}/privateDnsZones/z`;
        const { recording } = await build({ privateDnsZoneId });
        assert.equal(recording.all("PrivateZone").length, 0);
        assert.equal(recording.all("VirtualNetworkLink").length, 0);
        assert.deepEqual(recording.one("PrivateDnsZoneGroup").inputs.privateDnsZoneConfigs, [
            { name: "vault", privateDnsZoneId },
        ]);
    });

    it("every operation is logged to the workspace", async () => {
        const { recording } = await build();
        const setting = recording.one("DiagnosticSetting").inputs;
        assert.equal(setting.workspaceId, args.workspaceId);
        assert.match(String(setting.resourceUri), /keyvault:Vault\/kv-vault$/);
        assert.deepEqual(setting.logs, [{ categoryGroup: "allLogs", enabled: true }]);
    });

    it("a CanNotDelete lock stands on the vault, made last so that a permitted deletion removes it first", async () => {
        const lock = (await build()).recording.one("ManagementLockByScope").inputs;
        assert.equal(lock.level, "CanNotDelete");
        assert.match(String(lock.scope), /keyvault:Vault\/kv-vault$/);
        for (const more of [{}, { privateDnsZoneId: `${group}/privateDnsZones/z` }]) {
            const { recording } = await build(more);
            const { dependencies } = recording.one("ManagementLockByScope");
            const onVault = recording.resources.filter(({ type, dependencies: on }) => {
                const hangs = on.some((one) => /:(Vault|PrivateEndpoint) kv-/.test(one));
                return hangs && !type.endsWith(":ManagementLockByScope");
            });
            assert.deepEqual(onVault.map(({ name }) => name).toSorted(), [
                "kv-audit-log",
                "kv-endpoint",
                "kv-zone-group",
            ]);
            for (const { type, name } of onVault) {
                assert.ok(dependencies.includes(`${type} ${name}`), dependencies.join("\n"));
            }
        }
    });

    it("has its lock wait for what it is told of, too, though it was made later", async () => {
        const { recording } = await record(() => {
            const vault = new HardenedVault("kv", args);
            vault.lockAfter(
                new RoleAssignment("later", {
                    scope: vault.vaultId,
                    principalId: args.tenantId,
                    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/x",
                }),
            );
            return vault;
        });
        const { dependencies } = recording.one("ManagementLockByScope");
        assert.ok(dependencies.some((one) => one.endsWith(":RoleAssignment later")));
        assert.ok(dependencies.some((one) => one.endsWith(":PrivateEndpoint kv-endpoint")));
    });

    it("refuses what it is told of too late, for which its lock would not wait", async () => {
        const { result: vault } = await build();
        assert.throws(() => {
            vault.lockAfter(vault);
        }, /lockAfter was called too late/);
    });

    it("Pulumi refuses to delete the vault and its lock", async () => {
        const protectedOnes = ({ recording }: { recording: Recording }): string[] =>
            recording.resources.filter((one) => one.protect).map(({ name }) => name);
        assert.deepEqual(protectedOnes(await build()), ["kv-vault", "kv-lock"]);
        assert.deepEqual(protectedOnes(await build({ allowDestroy: true })), []);
    });

    it("gives out ids and the address", async () => {
        const { result } = await build();
        assert.equal(await known(result.vaultUri), "https://kv-acme.vault.azure.net/");
        assert.equal(await known(result.vaultName), "kv-acme");
        assert.match(await known(result.vaultId), /Vault\/kv-vault$/);
        assert.match(await known(result.privateEndpointId), /PrivateEndpoint\/kv-endpoint$/);
    });

    it("tags what can be tagged", async () => {
        const { recording } = await build({ tags: { owner: "platform" } });
        for (const type of [
            "keyvault:Vault",
            "PrivateEndpoint",
            "PrivateZone",
            "VirtualNetworkLink",
        ]) {
            assert.deepEqual(recording.one(type).inputs.tags, { owner: "platform" }, type);
        }
    });
});
