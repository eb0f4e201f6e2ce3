import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { HardenedVault, type HardenedVaultArgs } from "../../../components/index";
import { record, refusal, type Recording } from "../../support/mocks";

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

    it("lets trusted services through with allowTrustedServices, and nobody else", async () => {
        const { recording } = await build({ allowTrustedServices: true });
        assert.equal(properties(recording).publicNetworkAccess, "disabled");
        assert.deepEqual(properties(recording).networkAcls, {
            defaultAction: "Deny",
            bypass: "AzureServices",
            ipRules: [],
        });
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
