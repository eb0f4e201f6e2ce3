import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HardenedVault, type HardenedVaultArgs } from "../../../components/index";
import { record, refusal } from "../../support/mocks";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
const principalId = "aaaaaaaa-0000-4000-8000-000000000001";
const args: HardenedVaultArgs = {
    vaultName: "kv-acme",
    resourceGroupName: "rg",
    location: "uksouth",
    tenantId: subscriptionId,
    subscriptionId,
    subnetId: `${group}/subnets/s`,
    virtualNetworkId: `${group}/virtualNetworks/v`,
    workspaceId: `${group}/workspaces/w`,
};

/** Roles that do more than read, by the names and ids Azure gives them. */
const refused = [
    "Key Vault Administrator",
    "Key Vault Certificates Officer",
    "Key Vault Contributor",
    "Key Vault Crypto Officer",
    "Key Vault Crypto User",
    "Key Vault Data Access Administrator",
    "Key Vault Purge Operator",
    "Key Vault Secrets Officer",
    "Contributor",
    "Owner",
    "User Access Administrator",
    "00482a5a-887f-4fb3-b363-3b7fe8e74483",
    "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
];

describe("the readers of a HardenedVault", () => {
    it("a named reader gets one reading role, at the vault or at one secret or key in it", async () => {
        const { recording } = await record(
            () =>
                new HardenedVault("kv", {
                    ...args,
                    readers: [
                        { name: "app", principalId },
                        { name: "job", principalId, secretName: "token" },
                        {
                            name: "disk",
                            principalId,
                            principalType: "Group",
                            role: "Key Vault Crypto Service Encryption User",
                            keyName: "disk",
                        },
                    ],
                }),
        );
        const vault = "/subscriptions/.*keyvault:Vault/kv-vault";
        const given = recording.all("RoleAssignment").map(({ name, inputs }) => ({ name, inputs }));
        for (const [i, name, role, scope, type] of [
            [0, "app", "4633458b-17de-408a-b874-0445c86b69e6", "", "ServicePrincipal"],
            [
                1,
                "job",
                "4633458b-17de-408a-b874-0445c86b69e6",
                "/secrets/token",
                "ServicePrincipal",
            ],
            [2, "disk", "e147488a-f6f5-4113-8e2d-b22465e65bf6", "/keys/disk", "Group"],
        ] as const) {
            assert.equal(given[i]?.name, `kv-reader-${name}`);
            assert.equal(
                given[i].inputs.roleDefinitionId,
                `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
            );
            assert.match(String(given[i].inputs.scope), new RegExp(`^${vault}${scope}$`));
            assert.equal(given[i].inputs.principalId, principalId);
            assert.equal(given[i].inputs.principalType, type);
        }
        assert.equal(given.length, 3);
    });

    it("a role that writes, manages, purges or hands out roles is refused", async () => {
        for (const role of refused) {
            const readers = [{ name: "app", principalId, role }];
            const message = await refusal(() => new HardenedVault("kv", { ...args, readers }));
            assert.match(
                message,
                /readers\[0\]\.role: got ".*", allowed: "Key Vault Certificate U/,
            );
        }
    });

    it("are nobody by default", async () => {
        const { recording } = await record(() => new HardenedVault("kv", args));
        assert.deepEqual(recording.all("RoleAssignment"), []);
    });

    it("are refused with everything that is wrong about them", async () => {
        const message = await refusal(
            () =>
                new HardenedVault("kv", {
                    ...args,
                    subscriptionId: undefined,
                    readers: [
                        { name: "app", principalId, secretName: "a/b" },
                        { name: "App", principalId: "app", secretName: "a", keyName: "b" },
                        { name: "a b", principalId, principalType: "Device" },
                    ],
                }),
        );
        assert.deepEqual(
            message
                .split("\n")
                .slice(1)
                .map((line) => line.trim().split(": got")[0]),
            [
                "subscriptionId",
                "readers[0].secretName",
                "readers[1]",
                "readers[1].name",
                "readers[1].principalId",
                "readers[2].name",
                "readers[2].principalType",
            ],
        );
    });
});
