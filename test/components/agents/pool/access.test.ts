import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AzureAgentPool } from "../../../../components/agents/azureAgentPool";
import { record, type Recording } from "../../../support/mocks";
import { build, github, group, keyId, pools, scaleSetOf } from "./samples";

/** All roles a recording gives to anybody. */
function roles(recording: Recording): unknown[] {
    const types = [
        "authorization:RoleAssignment",
        "index/securityroleAssignment:SecurityroleAssignment",
    ];
    return types.flatMap((type) => recording.all(type));
}

describe("who may use an agent pool, and what it may do", () => {
    it("a machine serves one job and is then replaced, with its disks", async () => {
        const elastic = (await build(pools.scaleSet)).recording.one(
            "index/elasticPool:ElasticPool",
        );
        assert.equal(elastic.inputs.recycleAfterEachUse, true);
        for (const args of [pools.github, pools.azureDevOps]) {
            const { recording } = await build(args);
            const policy = scaleSetOf(recording).inputs.automaticRepairsPolicy as object;
            assert.deepEqual(
                { ...policy, gracePeriod: undefined },
                {
                    enabled: true,
                    repairAction: "Replace",
                    gracePeriod: undefined,
                },
            );
            assert.ok(!JSON.stringify(scaleSetOf(recording).inputs).includes("dataDisks"));
        }
        const managed = (await build(pools.managed)).recording.one("devopsinfrastructure:Pool");
        assert.deepEqual(managed.inputs.agentProfile, { kind: "Stateless" });
    });

    it("a pool serves one tier: pools of different tiers share no identity, no runner group, no Azure DevOps pool and no name", async () => {
        const ephemeral = { ...pools.github.ephemeral };
        const { recording } = await record(() => {
            new AzureAgentPool("a", { ...pools.github, tier: "pullRequest", ephemeral });
            new AzureAgentPool("b", { ...pools.github, tier: "production", ephemeral });
            new AzureAgentPool("c", { ...pools.azureDevOps, tier: "pullRequest", poolName: "api" });
            new AzureAgentPool("d", { ...pools.azureDevOps, tier: "production", poolName: "api" });
        });
        const nameOf = ({ type, inputs }: { type: string; inputs: Record<string, unknown> }) => {
            const kind = type.split(":").at(-1) ?? "";
            const own = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}Name`;
            const { resourceName, vmScaleSetName, name, roleName } = inputs;
            return vmScaleSetName ?? resourceName ?? inputs[own] ?? roleName ?? name;
        };
        for (const type of [
            "managedidentity:UserAssignedIdentity",
            "index/actionsRunnerGroup:ActionsRunnerGroup",
            "index/pool:Pool",
            "compute:VirtualMachineScaleSet",
            "monitor:DataCollectionRule",
            "maintenance:MaintenanceConfiguration",
            "authorization:RoleDefinition",
        ]) {
            const names = recording.all(type).map(nameOf);
            assert.ok(names.length >= 2, type);
            assert.ok(
                names.every((name) => typeof name === "string"),
                type,
            );
            assert.equal(new Set(names).size, names.length, `${type}: ${names.join(", ")}`);
        }
        const identities = recording
            .all("compute:VirtualMachineScaleSet")
            .map(({ inputs }) => JSON.stringify(inputs.identity));
        assert.equal(new Set(identities).size, 4, "a scale set has the identity of another");
    });

    it("the pool's identity is its own and can deploy nothing: in Azure it holds no role, or one role, to sign with the one key that registers runners", async () => {
        for (const args of [pools.scaleSet, pools.managed]) {
            assert.deepEqual(roles((await build(args)).recording), []);
        }
        const { recording } = await build(pools.github);
        const signer = recording.one("authorization:RoleAssignment");
        assert.equal(signer.inputs.scope, keyId);
        const definition = recording.one("authorization:RoleDefinition");
        assert.deepEqual(definition.inputs.permissions, [
            {
                actions: [],
                notActions: [],
                notDataActions: [],
                dataActions: [
                    "Microsoft.KeyVault/vaults/keys/read",
                    "Microsoft.KeyVault/vaults/keys/sign/action",
                ],
            },
        ]);
        assert.deepEqual(definition.inputs.assignableScopes, [group]);
        const given = String(signer.inputs.roleDefinitionId);
        assert.ok(given.endsWith(`/${String(definition.inputs.roleDefinitionId)}`), given);
        const devOps = (await build(pools.azureDevOps)).recording;
        assert.deepEqual(devOps.all("authorization:RoleAssignment"), []);
        const joins = devOps.one("index/securityroleAssignment:SecurityroleAssignment");
        assert.equal(joins.inputs.scope, "distributedtask.agentpoolrole");
        assert.ok(joins.dependencies.some((one) => one.endsWith("Pool pool-pool")));
    });

    it("only the given repositories or projects may use the pool, public repositories never, and in production only the given workflows", async () => {
        const { recording } = await build(pools.github);
        assert.deepEqual(recording.one("index/actionsRunnerGroup:ActionsRunnerGroup").inputs, {
            name: "web-production",
            visibility: "selected",
            selectedRepositoryIds: [101, 102],
            allowsPublicRepositories: false,
            restrictedToWorkflows: true,
            selectedWorkflows: github.workflows,
        });
        const devOps = (await build(pools.azureDevOps)).recording;
        assert.equal(devOps.one("index/pool:Pool").inputs.autoProvision, false);
        const { projectIds } = pools.azureDevOps.ephemeral.azureDevOps;
        assert.deepEqual(
            devOps.all("index/queue:Queue").map(({ inputs }) => inputs.projectId),
            projectIds,
        );
        const elastic = (await build(pools.scaleSet)).recording.one(
            "index/elasticPool:ElasticPool",
        );
        assert.equal(elastic.inputs.autoProvision, false);
        assert.equal(elastic.inputs.projectId, pools.scaleSet.scaleSet.projectId);
    });

    it("a managed pool is stateless, lies in the given subnet, is administered by its creator alone and open to no pipeline by itself", async () => {
        const { inputs } = (await build(pools.managed)).recording.one("devopsinfrastructure:Pool");
        assert.deepEqual(inputs.agentProfile, { kind: "Stateless" });
        const fabric = inputs.fabricProfile as Record<string, unknown>;
        assert.deepEqual(fabric.networkProfile, { subnetId: pools.managed.subnetId });
        assert.deepEqual(inputs.organizationProfile, {
            kind: "AzureDevOps",
            organizations: [
                {
                    url: "https://dev.azure.com/acme",
                    projects: ["web"],
                    parallelism: 4,
                    openAccess: false,
                },
            ],
            permissionProfile: { kind: "CreatorOnly" },
        });
    });

    it("logs leave the machine for the workspace while it runs", async () => {
        for (const args of [pools.scaleSet, pools.github, pools.azureDevOps]) {
            const { recording } = await build(args);
            const rule = recording.one("monitor:DataCollectionRule");
            const destinations = rule.inputs.destinations as { logAnalytics: object[] };
            assert.deepEqual(destinations.logAnalytics, [
                { name: "workspace", workspaceResourceId: args.workspaceId },
            ]);
            const association = recording.one("monitor:DataCollectionRuleAssociation");
            assert.ok(association.dependencies.includes(`${rule.type} ${rule.name}`));
            const set = scaleSetOf(recording);
            assert.ok(association.dependencies.includes(`${set.type} ${set.name}`));
            const extensions = JSON.stringify([
                set.inputs.virtualMachineProfile,
                ...recording.all("VirtualMachineScaleSetExtension").map(({ inputs }) => inputs),
            ]);
            assert.match(extensions, /AzureMonitorLinuxAgent/);
        }
        const { recording } = await build(pools.managed);
        const setting = recording.one("monitor:DiagnosticSetting");
        assert.equal(setting.inputs.workspaceId, pools.managed.workspaceId);
        assert.deepEqual(setting.inputs.logs, [{ categoryGroup: "allLogs", enabled: true }]);
    });
});
