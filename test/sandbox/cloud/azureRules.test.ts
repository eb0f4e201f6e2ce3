import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { servicePrincipals } from "../../../sandbox/cloud/azure/servicePrincipals";
import { guid } from "../../../sandbox/cloud/identifiers";
import { vaultProperties } from "./everything";
import { openBench, refusal, subscription, tenant, type Bench, type Props } from "./support";

const vault = "azure-native:keyvault:Vault";
const lock = "azure-native:authorization:ManagementLockByScope";
const assignment = "azure-native:authorization:RoleAssignment";
const identity = "azure-native:managedidentity:UserAssignedIdentity";
const group = `/subscriptions/${subscription}/resourceGroups/rg`;
const placed = { resourceGroupName: "rg", location: "uksouth" };
const groupType = "azure-native:resources:ResourceGroup";

describe("rules of the emulated Azure", () => {
    let bench: Bench;
    const up = (type: string, inputs: Props) => bench.engine.up(type, inputs);
    const vaultOf = (vaultName: string, properties: Props = {}) =>
        up(vault, { ...placed, vaultName, properties: { ...vaultProperties, ...properties } });
    beforeEach(async () => {
        bench = await openBench();
        await up(groupType, { resourceGroupName: "rg", location: "uksouth" });
    });
    afterEach(() => bench.close());

    it("has no resource without its group", async () => {
        const asked = up(identity, { ...placed, resourceGroupName: "none", resourceName: "id-x" });
        assert.match(await refusal(asked), /"ResourceGroupNotFound".*\(emulated\)/);
    });

    it("puts a resource without a location where its group is", async () => {
        const made = await up(identity, { resourceGroupName: "rg", resourceName: "id-x" });
        assert.equal(made.outputs.location, "uksouth");
    });

    it("creates nothing a second time", async () => {
        await up(identity, { ...placed, resourceName: "id-x" });
        const again = up(identity, { ...placed, resourceName: "ID-X" });
        assert.match(await refusal(again), /cannot create already existing resource/);
    });

    it("gives a vault name once in all of Azure", async () => {
        await vaultOf("kv-one");
        await up(groupType, { resourceGroupName: "rg-2", location: "uksouth" });
        const properties = vaultProperties;
        const inputs = { location: "uksouth", vaultName: "KV-one", properties };
        const again = up(vault, { ...inputs, resourceGroupName: "rg-2" });
        assert.match(await refusal(again), /"VaultAlreadyExists"/);
    });

    it("keeps the name of a deleted vault with purge protection, until it is recovered", async () => {
        const made = await vaultOf("kv-gone", { enablePurgeProtection: true });
        await bench.engine.delete(vault, made.id);
        const again = vaultOf("kv-gone", { enablePurgeProtection: true });
        assert.match(await refusal(again), /deleted state and is purge protected/);
        await vaultOf("kv-gone", { enablePurgeProtection: true, createMode: "recover" });
        assert.equal((await bench.engine.read(vault, made.id)).id, made.id);
    });

    it("gives the name of a deleted vault without purge protection again", async () => {
        const made = await vaultOf("kv-free");
        await bench.engine.delete(vault, made.id);
        assert.equal((await vaultOf("kv-free")).id, made.id);
    });

    it("never switches purge protection off or changes the days of soft delete", async () => {
        const { id, inputs } = await vaultOf("kv-safe", {
            enablePurgeProtection: true,
            softDeleteRetentionInDays: 90,
        });
        const without = { ...inputs, properties: vaultProperties };
        const off = bench.engine.update(vault, id, without);
        assert.match(await refusal(off), /purge protection.*irreversible/);
        const properties = { ...(inputs.properties as Props), softDeleteRetentionInDays: 7 };
        const fewer = bench.engine.update(vault, id, { ...inputs, properties });
        assert.match(await refusal(fewer), /softDeleteRetentionInDays.*can't be modified/);
    });

    it("deletes nothing a CanNotDelete lock stands on, nor the group around it", async () => {
        const made = await vaultOf("kv-locked");
        const held = await up(lock, { scope: made.id, lockName: "keep", level: "CanNotDelete" });
        assert.match(await refusal(bench.engine.delete(vault, made.id)), /"ScopeLocked"/);
        assert.match(await refusal(bench.engine.delete(groupType, group)), /"ScopeLocked"/);
        await bench.engine.update(vault, made.id, { ...made.inputs, tags: { still: "writable" } });
        await bench.engine.delete(lock, held.id);
        await bench.engine.delete(vault, made.id);
        assert.equal((await bench.engine.read(vault, made.id)).id, "");
    });

    it("holds what is laid over a locked resource with it: diagnostics and roles, but no lock", async () => {
        const { id } = await vaultOf("kv-held");
        const { outputs } = await up(identity, { ...placed, resourceName: "id-held" });
        const sink = await up("azure-native:operationalinsights:Workspace", {
            ...placed,
            workspaceName: "log-held",
        });
        const audit = await up("azure-native:monitor:DiagnosticSetting", {
            resourceUri: id,
            name: "audit",
            workspaceId: sink.id,
            logs: [{ categoryGroup: "audit", enabled: true }],
        });
        const role = await up(assignment, {
            scope: id,
            principalId: outputs.principalId,
            principalType: "ServicePrincipal",
            roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${tenant}`,
        });
        const held = await up(lock, { scope: id, lockName: "keep", level: "CanNotDelete" });
        const other = await up(lock, { scope: group, lockName: "all", level: "CanNotDelete" });
        const over: [string, string][] = [
            ["azure-native:monitor:DiagnosticSetting", audit.id],
            [assignment, role.id],
        ];
        const refused = async (scope: string) => {
            for (const [type, one] of over) {
                const message = await refusal(bench.engine.delete(type, one));
                assert.match(message, /"ScopeLocked"/);
                assert.ok(message.includes(`locked: '${scope}'`), message);
            }
        };
        await refused(id);
        await bench.engine.delete(lock, held.id);
        await refused(group);
        await bench.engine.delete(lock, other.id);
        for (const [type, one] of over) await bench.engine.delete(type, one);
    });

    it("writes nothing under a ReadOnly lock", async () => {
        await up(lock, { scope: group, lockName: "freeze", level: "ReadOnly" });
        assert.match(await refusal(vaultOf("kv-frozen")), /"ScopeLocked"/);
    });

    it("takes everything in a group along with it", async () => {
        const made = await up(identity, { ...placed, resourceName: "id-inside" });
        await bench.engine.delete(groupType, group);
        assert.equal((await bench.engine.read(identity, made.id)).id, "");
    });

    it("assigns a role once to a principal that exists, on a scope that exists", async () => {
        const { outputs } = await up(identity, { ...placed, resourceName: "id-x" });
        const role = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${tenant}`;
        const make = async (
            scope: string,
            principalId: unknown,
            principalType: string | undefined = "ServicePrincipal",
        ) => {
            const asked = { scope, principalId, principalType, roleDefinitionId: role };
            const name = `${scope}${Math.random()}`;
            const { inputs } = await bench.engine.check(assignment, asked, {}, name);
            return bench.engine.create(assignment, inputs);
        };
        await make(group, outputs.principalId);
        assert.match(await refusal(make(group, outputs.principalId)), /"RoleAssignmentExists"/);
        const asGroup = make(group, outputs.principalId, "Group");
        assert.match(await refusal(asGroup), /"UnmatchedPrincipalType".*specified.*'Group'/);
        await make(group, servicePrincipals.DevOpsInfrastructure);
        const nowhere = make(`${group}/providers/Microsoft.X/y/z`, outputs.principalId);
        assert.match(await refusal(nowhere), /"ResourceNotFound"/);
    });

    it("takes the caller's word for a service principal that the directory does not know", async () => {
        const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${tenant}`;
        const elsewhere = { scope: group, principalId: tenant, roleDefinitionId };
        assert.match(await refusal(up(assignment, elsewhere)), /"PrincipalNotFound"/);
        for (const principalType of ["ServicePrincipal", "User", "Group"]) {
            const roleAssignmentName = guid(principalType);
            const principalId = guid("principal", principalType);
            const asked = { ...elsewhere, roleAssignmentName, principalId, principalType };
            assert.ok((await up(assignment, asked)).id);
        }
    });

    it("keeps role assignments of an identity that was deleted", async () => {
        const made = await up(identity, { ...placed, resourceName: "id-x" });
        const grant = await up(assignment, {
            scope: group,
            principalId: made.outputs.principalId,
            principalType: "ServicePrincipal",
            roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${tenant}`,
        });
        await bench.engine.delete(identity, made.id);
        assert.equal((await bench.engine.read(assignment, grant.id)).id, grant.id);
    });

    it("logs to a workspace that exists, once per category", async () => {
        const type = "azure-native:monitor:DiagnosticSetting";
        const { id } = await vaultOf("kv-logged");
        const logs = [{ categoryGroup: "allLogs", enabled: true }];
        const base = { resourceUri: id, logs, workspaceId: `${group}/none` };
        assert.match(await refusal(up(type, { ...base, name: "a" })), /"ResourceNotFound"/);
        const workspace = await up("azure-native:operationalinsights:Workspace", {
            ...placed,
            workspaceName: "logs",
        });
        const good = { ...base, workspaceId: workspace.id };
        await up(type, { ...good, name: "a" });
        assert.match(await refusal(up(type, { ...good, name: "b" })), /already used in diagnostic/);
    });

    it("gives a storage account name once in all of Azure", async () => {
        const type = "azure-native:storage:StorageAccount";
        const account = { location: "uksouth", kind: "StorageV2", sku: { name: "Standard_LRS" } };
        await up(groupType, { resourceGroupName: "rg-2", location: "uksouth" });
        await up(type, { ...account, resourceGroupName: "rg", accountName: "stacme" });
        const again = up(type, { ...account, resourceGroupName: "rg-2", accountName: "stacme" });
        assert.match(await refusal(again), /"StorageAccountAlreadyTaken"/);
    });
});
