import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { ManagementLockByScope } from "@pulumi/azure-native/authorization";
import { Vault } from "@pulumi/azure-native/keyvault";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import { VaultSecret } from "../../../components/index";
import { openCloudStack, type CloudStack } from "../../support/cloudStack";
import { complaints } from "../../support/sandbox";

const tenantId = "11111111-2222-3333-4444-555555555555";
const reader = { name: "web", principalId: "aaaaaaaa-0000-4000-8000-000000000001" };
const lockArgs = { lockName: "do-not-delete", level: "CanNotDelete" };

/** A secret in a vault with a lock like that of a HardenedVault, made last. */
function program(readers: (typeof reader)[]): Promise<Record<string, unknown>> {
    const location = "uksouth";
    const group = new ResourceGroup("group", { resourceGroupName: "rg-pay", location });
    const vault = new Vault("vault", {
        vaultName: "kv-pay",
        resourceGroupName: group.name,
        location,
        properties: {
            tenantId,
            sku: { family: "A", name: "premium" },
            enableRbacAuthorization: true,
        },
    });
    const secret = new VaultSecret("webhook", {
        secretName: "webhook",
        vaultName: vault.name,
        vaultId: vault.id,
        resourceGroupName: group.name,
        owner: "payments",
        contentType: "webhook secret",
        expires: "2027-03-31",
        today: "2026-11-21",
        subscriptionId: "99999999-8888-7777-6666-555555555555",
        readers,
    });
    const opts = { dependsOn: [secret], protect: true };
    new ManagementLockByScope("lock", { ...lockArgs, scope: vault.id }, opts);
    return Promise.resolve({});
}

describe("a reader of a secret in a locked vault", function () {
    this.timeout(120_000);
    let stack: CloudStack;

    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    const run = (kind: "up" | "refresh", readers: (typeof reader)[]) =>
        stack.run(kind, "", { program: () => program(readers) });
    const standing = (type: string) => stack.standing().filter((one) => one.type.endsWith(type));

    /** What a person does beside Pulumi: another stack takes the lock over, and then forgets it. */
    async function deleteLockByHand(): Promise<void> {
        const [lock] = standing(":ManagementLockByScope");
        const [vault] = standing(":Vault");
        assert.ok(lock && vault);
        const args = { ...lockArgs, scope: vault.id };
        const adopting = () => {
            new ManagementLockByScope("lock", args, { import: lock.id });
            return Promise.resolve({});
        };
        for (const of of [adopting, () => Promise.resolve({})]) {
            const result = await stack.run("up", "", { stack: "hand", program: of });
            assert.ok(result.ok, complaints(result));
        }
        assert.deepEqual(standing(":ManagementLockByScope"), []);
    }

    it("goes once the lock is gone, which the next refresh brings back", async () => {
        const made = await run("up", [reader]);
        assert.ok(made.ok, complaints(made));
        const refused = await run("up", []);
        assert.match(complaints(refused), /ScopeLocked.*Please remove the lock and try again/);
        assert.equal(standing(":RoleAssignment").length, 1);

        await deleteLockByHand();
        const revoked = await run("up", []);
        assert.ok(revoked.ok, complaints(revoked));
        assert.deepEqual(standing(":RoleAssignment"), []);

        for (const kind of ["refresh", "up"] as const) {
            const result = await run(kind, []);
            assert.ok(result.ok, complaints(result));
        }
        assert.equal(standing(":ManagementLockByScope").length, 1);
    });
});
