import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { known } from "../../../support/mocks";
import { build, group, machines, pools, profileOf, project, scaleSetOf } from "./samples";

describe("the parts of an agent pool", () => {
    it("leave to Azure DevOps what it writes on its scale set", async () => {
        const scaleSet = scaleSetOf((await build(pools.scaleSet)).recording);
        assert.deepEqual(scaleSet.ignoreChanges, [
            "sku.capacity",
            'tags["__AzureDevOpsElasticPool"]',
            'tags["__AzureDevOpsElasticPoolTimeStamp"]',
        ]);
        assert.ok(!("extensionProfile" in (scaleSet.inputs.virtualMachineProfile as object)));
        const { overprovision, upgradePolicy, singlePlacementGroup, platformFaultDomainCount } =
            scaleSet.inputs;
        assert.deepEqual(
            { overprovision, upgradePolicy, singlePlacementGroup, platformFaultDomainCount },
            {
                overprovision: false,
                upgradePolicy: { mode: "Manual" },
                singlePlacementGroup: false,
                platformFaultDomainCount: 1,
            },
        );
    });

    it("come in the order in which first machines need them", async () => {
        const elastic = (await build(pools.scaleSet)).recording.one(
            "index/elasticPool:ElasticPool",
        );
        assert.ok(elastic.dependencies.some((one) => one.endsWith("Extension pool-monitor")));
        const github = scaleSetOf((await build(pools.github)).recording);
        assert.ok(github.dependencies.some((one) => one.endsWith("RoleAssignment pool-signer")));
        const devOps = scaleSetOf((await build(pools.azureDevOps)).recording);
        assert.ok(devOps.dependencies.some((one) => one.endsWith("pool-joins")));
    });

    it("carry the tags given, and the pool's name and tier", async () => {
        for (const args of Object.values(pools)) {
            const { recording } = await build({ ...args, tags: { owner: "platform" } });
            const tagged = recording.resources.filter(({ inputs }) => "tags" in inputs);
            const own = tagged.filter(({ custom }) => custom);
            assert.ok(own.length >= 2);
            for (const { inputs } of own) {
                const tier = args.tier === "production" ? "web-production" : `web-${args.tier}`;
                assert.deepEqual(inputs.tags, {
                    owner: "platform",
                    "gatehouse-pool": tier,
                    "gatehouse-tier": args.tier,
                });
            }
        }
    });

    it("let the service behind managed pools link the subnet, and nothing else", async () => {
        const managed = { ...pools.managed.managed, infrastructurePrincipalId: project };
        const { recording } = await build({ ...pools.managed, managed });
        const role = recording.one("authorization:RoleDefinition");
        const [{ actions = [] } = {}] = role.inputs.permissions as { actions?: string[] }[];
        const network = "Microsoft.Network/virtualNetworks/";
        assert.deepEqual(
            actions.map((action) => action.replace(network, "")),
            [
                "*/read",
                "subnets/join/action",
                "subnets/serviceAssociationLinks/validate/action",
                "subnets/serviceAssociationLinks/write",
                "subnets/serviceAssociationLinks/delete",
            ],
        );
        const assignment = recording.one("authorization:RoleAssignment");
        const scope = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;
        assert.equal(assignment.inputs.scope, scope);
        assert.equal(assignment.inputs.principalId, project);
    });

    it("take a dev center project that stands", async () => {
        const devCenterProjectId = `${group}/providers/Microsoft.DevCenter/projects/dcp`;
        const managed = { ...pools.managed.managed, devCenterProjectId };
        const { recording } = await build({ ...pools.managed, managed });
        assert.deepEqual(recording.all("devcenter:DevCenter"), []);
        const pool = recording.one("devopsinfrastructure:Pool");
        assert.equal(pool.inputs.devCenterProjectResourceId, devCenterProjectId);
    });

    it("lie where they are told to", async () => {
        const placed = { ...machines, zones: ["1", "3"], diskPlacement: "NvmeDisk" };
        const ephemeral = { ...pools.github.ephemeral, machines: placed };
        const { recording } = await build({ ...pools.github, ephemeral });
        assert.deepEqual(scaleSetOf(recording).inputs.zones, ["1", "3"]);
        const { osDisk } = profileOf(recording).storageProfile as { osDisk: object };
        assert.deepEqual("diffDiskSettings" in osDisk && osDisk.diffDiskSettings, {
            option: "Local",
            placement: "NvmeDisk",
        });
    });

    it("give out ids, empty where a kind has none", async () => {
        const { result, recording } = await build(pools.github);
        assert.equal(await known(result.poolName), "web-production");
        assert.equal(await known(result.runnerGroupId), await known(result.poolId));
        assert.match(await known(result.scaleSetId), /VirtualMachineScaleSet\/pool-machines$/);
        assert.match(await known(result.identityId), /UserAssignedIdentity\/pool-identity$/);
        assert.deepEqual(await known(result.queueIds), []);
        const outputs = recording.outputs.get("gatehouse:index:AzureAgentPool pool");
        assert.equal(Object.keys(outputs ?? {}).length, 8);
        const devOps = (await build(pools.azureDevOps)).result;
        assert.equal((await known(devOps.queueIds)).length, 1);
        const managed = (await build(pools.managed)).result;
        assert.equal(await known(managed.scaleSetId), "");
        assert.equal(await known(managed.runnerGroupId), "");
    });
});
