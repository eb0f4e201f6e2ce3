import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
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
    it("is closed, by roles only, recoverable and not purgeable", async () => {
        const { recording } = await build();
        assert.deepEqual(properties(recording), {
            tenantId: args.tenantId,
            sku: { family: "A", name: "premium" },
            enableRbacAuthorization: true,
            enableSoftDelete: true,
            softDeleteRetentionInDays: 90,
            enablePurgeProtection: true,
            publicNetworkAccess: "disabled",
            networkAcls: { defaultAction: "Deny", bypass: "None", ipRules: [] },
            enabledForDeployment: false,
            enabledForDiskEncryption: false,
            enabledForTemplateDeployment: false,
        });
    });

    it("is reached through a private endpoint in the given subnet", async () => {
        const { recording } = await build();
        const endpoint = recording.one("PrivateEndpoint").inputs;
        assert.equal((endpoint.subnet as Record<string, unknown>).id, args.subnetId);
        const [connection] = endpoint.privateLinkServiceConnections as Record<string, unknown>[];
        assert.deepEqual(connection?.groupIds, ["vault"]);
        assert.match(String(connection.privateLinkServiceId), /keyvault:Vault\/kv-vault$/);
    });

    it("is found by name through its own private zone, linked to the network", async () => {
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

    it("sends all its logs to the workspace", async () => {
        const { recording } = await build();
        const setting = recording.one("DiagnosticSetting").inputs;
        assert.equal(setting.workspaceId, args.workspaceId);
        assert.match(String(setting.resourceUri), /keyvault:Vault\/kv-vault$/);
        assert.deepEqual(setting.logs, [{ categoryGroup: "allLogs", enabled: true }]);
    });

    it("carries a lock against deletion", async () => {
        const { recording } = await build();
        const lock = recording.one("ManagementLockByScope").inputs;
        assert.equal(lock.level, "CanNotDelete");
        assert.match(String(lock.scope), /keyvault:Vault\/kv-vault$/);
    });

    it("is locked last, so that the lock goes first: after all that hangs on the vault", async () => {
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

    it("is protected together with its lock, unless allowDestroy is given", async () => {
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

    it("keeps a secret argument secret", async () => {
        const tenantId = pulumi.secret(args.tenantId);
        const { recording } = await build({ tenantId });
        assert.ok(isSecret(recording.one("keyvault:Vault").inputs.properties));
        assert.ok(!isSecret((await build()).recording.one("keyvault:Vault").inputs.properties));
    });
});

describe("a weakened HardenedVault", () => {
    it("can be purged with allowPurge, which leaves the flag out because Azure refuses false", async () => {
        const { recording } = await build({ allowPurge: true });
        assert.ok(!("enablePurgeProtection" in properties(recording)));
    });

    it("opens its endpoint with allowPublicNetwork, and still denies by default", async () => {
        const { recording } = await build({ allowPublicNetwork: true });
        assert.equal(properties(recording).publicNetworkAccess, "enabled");
        assert.deepEqual(properties(recording).networkAcls, {
            defaultAction: "Deny",
            bypass: "None",
            ipRules: [],
        });
    });

    it("lets the addresses in allowAddresses through", async () => {
        const { recording } = await build({
            allowPublicNetwork: true,
            allowAddresses: ["203.0.113.7", "198.51.100.0/24"],
        });
        const acls = properties(recording).networkAcls as Record<string, unknown>;
        assert.deepEqual(acls.ipRules, [{ value: "203.0.113.7" }, { value: "198.51.100.0/24" }]);
    });

    it("turns to access policies with allowAccessPolicies, and writes none", async () => {
        const { recording } = await build({ allowAccessPolicies: true });
        assert.equal(properties(recording).enableRbacAuthorization, false);
        assert.deepEqual(properties(recording).accessPolicies, []);
    });
});

describe("the arguments of HardenedVault", () => {
    it("are refused all at once", async () => {
        const message = await refusal(
            () =>
                new HardenedVault("kv", {
                    ...args,
                    vaultName: "9_vault",
                    tenantId: "acme",
                    allowAddresses: ["0.0.0.0/0", "300.1.1.1"],
                }),
        );
        const lines = message.split("\n");
        assert.equal(lines[0], 'HardenedVault "kv": 5 arguments are not acceptable');
        assert.deepEqual(
            lines.slice(1).map((line) => line.trim().split(":")[0]),
            ["vaultName", "allowAddresses[0]", "allowAddresses[1]", "allowAddresses", "tenantId"],
        );
        assert.match(message, /vaultName: got "9_vault", allowed: 3 to 24 letters/);
    });

    it("may name addresses only where the endpoint is public", async () => {
        const message = await refusal(
            () => new HardenedVault("kv", { ...args, allowAddresses: ["203.0.113.7"] }),
        );
        assert.match(message, /allowAddresses: got \["203.0.113.7"\], allowed: nothing, unless/);
    });
});

describe("the readme of the component package", () => {
    it("shows the error as it is printed", async () => {
        const message = await refusal(
            () => new HardenedVault("secrets", { ...args, vaultName: "9_vault", tenantId: "acme" }),
        );
        const readme = path.join(__dirname, "..", "..", "..", "components", "README.md");
        assert.ok(fs.readFileSync(readme, "utf8").includes(`\n${message}\n`), message);
    });
});
