import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { refusal, tenant, type Props } from "../support";
import { ada, adaDescriptor } from "./accessSamples";
import { openOrganization, type Organization } from "./organization";
import { azure } from "./pipelineSamples";
import { stranger, token } from "./samples";

describe("rules of the emulated pipelines, pools, groups and feeds", () => {
    let org: Organization;
    const define = (name: string, more: Props = {}) =>
        org.up(
            "BuildDefinition",
            org.here({ name, repository: { repoType: "TfsGit", repoId: org.repository }, ...more }),
        );
    const connect = () =>
        org.up("ServiceEndpointAzureRM", org.here({ serviceEndpointName: "azure", ...azure }));
    const group = (variables: Props[], more: Props = {}) =>
        org.here({ name: "v", variables, ...more });
    beforeEach(async () => {
        org = await openOrganization();
    });
    afterEach(() => org.bench.close());

    it("define a pipeline once in its folder, on a repository and a queue that stand", async () => {
        const first = await define("deploy");
        assert.equal(first.outputs.revision, 1);
        assert.match(await refusal(define("Deploy")), /DefinitionExistsException/);
        assert.ok((await define("deploy", { path: "\\Release" })).id);
        const elsewhere = { repository: { repoType: "TfsGit", repoId: stranger } };
        assert.match(await refusal(define("a", elsewhere)), /TF401019/);
        const agents = { agentPoolName: "agents" };
        assert.match(await refusal(define("b", agents)), /No agent queue named agents/);
        const pool = await org.up("Pool", { name: "agents" });
        await org.up("Queue", org.here({ agentPoolId: Number(pool.id) }));
        assert.ok((await define("b", agents)).id);
        const both = { useYaml: true, override: { branchFilters: [{ includes: ["main"] }] } };
        const bad = org.here({
            path: "Release",
            repository: { repoType: "TfsGit", repoId: "x" },
            ciTrigger: { useYaml: true },
        });
        assert.match(await org.wrong("BuildDefinition", bad), /path: "Release" must be a path/);
        assert.match(
            await org.wrong("BuildDefinition", { ...bad, path: "\\", ciTrigger: both }),
            /ciTrigger\.useYaml: conflicts with ciTrigger\.override/,
        );
    });

    it("have queues of pools that stand, one of a pool in a project, in whole numbers", async () => {
        assert.match(await refusal(org.up("Queue", org.here({ agentPoolId: 99 }))), /pool found/);
        const text = org.here({ agentPoolId: "10" });
        assert.match(await org.wrong("Queue", text), /agentPoolId: is a string, must be a number/);
        const pool = await org.up("Pool", { name: "agents" });
        const queue = await org.up("Queue", org.here({ name: "agents" }));
        assert.equal(queue.outputs.agentPoolId, Number(pool.id));
        const again = org.up("Queue", org.here({ agentPoolId: Number(pool.id) }));
        assert.match(await refusal(again), /TaskAgentQueueExistsException/);
        assert.match(await refusal(org.up("Pool", { name: "Agents" })), /already exists/);
        await org.bench.engine.delete(token("Pool"), pool.id);
        assert.equal((await org.bench.engine.read(token("Queue"), queue.id)).id, "");
    });

    it("fill pools from a scale set an Azure connection of the project reaches", async () => {
        const set =
            "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/virtualMachineScaleSets/v";
        const elastic = (more: Props) => ({
            name: "scale-set",
            azureResourceId: set,
            serviceEndpointId: stranger,
            serviceEndpointScope: org.project,
            desiredIdle: 1,
            maxCapacity: 2,
            ...more,
        });
        const said = await org.wrong(
            "ElasticPool",
            elastic({ desiredIdle: 3, azureResourceId: "/vm" }),
        );
        assert.match(said, /desiredIdle: 3 is more than maxCapacity, 2/);
        assert.match(said, /azureResourceId: must be the id of a virtual machine scale set/);
        assert.match(
            await refusal(org.up("ElasticPool", elastic({}))),
            /does not exist in project/,
        );
        const serviceEndpointId = (await connect()).id;
        await org.up("ElasticPool", elastic({ serviceEndpointId }));
        const second = elastic({ serviceEndpointId, name: "second" });
        assert.match(await refusal(org.up("ElasticPool", second)), /in use by pool scale-set/);
    });

    it("take a variable's value or its secret, never a mix of them", async () => {
        const said = await org.wrong(
            "VariableGroup",
            group([
                { name: "a", secretValue: "x" },
                { name: "A", value: "y", isSecret: true },
            ]),
        );
        assert.match(said, /variables\[0\]: can have either only `value`/);
        assert.match(said, /variables\[1\]\.name: A is given twice/);
        assert.match(await org.wrong("VariableGroup", group([])), /has 0 elements/);
    });

    it("mirror only a vault the service itself can reach, with secrets that stand", async () => {
        const keyVault = { name: "kv-main", serviceEndpointId: (await connect()).id };
        const mirror = () => org.up("VariableGroup", group([{ name: "token" }], { keyVault }));
        assert.match(await refusal(mirror()), /Could not resolve the vault kv-main/);
        const place = { resourceGroupName: "rg", location: "uksouth" };
        await org.bench.engine.up("azure-native:resources:ResourceGroup", place);
        const vault = (access: Props) => ({
            ...place,
            vaultName: "kv-main",
            properties: {
                tenantId: tenant,
                sku: { family: "A", name: "standard" },
                enableRbacAuthorization: true,
                ...access,
            },
        });
        const type = "azure-native:keyvault:Vault";
        const closed = await org.bench.engine.up(type, vault({ publicNetworkAccess: "disabled" }));
        assert.match(await refusal(mirror()), /Forbidden.*Public network access is disabled/);
        await org.bench.engine.update(type, closed.id, vault({ publicNetworkAccess: "enabled" }));
        assert.match(await refusal(mirror()), /Invalid Key Vault secret: \( token \)/);
        await org.bench.engine.up("azure-native:keyvault:Secret", {
            resourceGroupName: "rg",
            vaultName: "kv-main",
            secretName: "token",
            properties: { value: "correct horse" },
        });
        assert.ok((await mirror()).id);
        const own = group([{ name: "token", value: "x" }], { keyVault });
        assert.match(await org.wrong("VariableGroup", own), /value: conflicts with keyVault/);
    });

    it("name groups and teams of a project from one set of names", async () => {
        const named = (displayName: string) => org.up("Group", { scope: org.project, displayName });
        const made = await named("Releasers");
        assert.equal(made.outputs.principalName, "[Shop]\\Releasers");
        assert.equal(made.outputs.originId, made.outputs.groupId);
        assert.match(await refusal(named("releasers")), /TF50205/);
        assert.match(await refusal(named("Contributors")), /TF50205: .*\[Shop\]\\Contributors/);
        assert.match(await refusal(org.up("Team", org.here({ name: "Readers" }))), /TF400994/);
        assert.match(await refusal(org.up("Team", org.here({ name: "Shop Team" }))), /TF400994/);
        assert.match(await org.wrong("Group", { displayName: "a", mail: "b" }), /exactly one of/);
    });

    it("know a group of the directory once, however often it is made known", async () => {
        const known = (originId: string) => org.up("Group", { originId });
        const made = await known(ada);
        assert.match(made.id, /^aadgp\./);
        const again = await known(ada.toUpperCase());
        assert.equal(again.id, made.id);
        assert.equal(again.outputs.groupId, made.outputs.groupId);
        // What the directory calls it is no identity here: approvals refuse it.
        assert.notEqual(made.outputs.originId, made.outputs.groupId);
    });

    it("have members, permissions and roles of who exists, under names that exist", async () => {
        const made = await org.up("Group", { scope: org.project, displayName: "Releasers" });
        const join = (member: string) =>
            org.up("GroupMembership", { group: made.id, members: [member] });
        assert.match(await refusal(join(ada)), /VS860016/);
        assert.ok((await join(adaDescriptor)).id);
        const say = (more: Props) => org.here({ principal: made.id, ...more });
        const said = await org.wrong(
            "ProjectPermissions",
            say({ permissions: { Fly: "Allow", DELETE: "Maybe" } }),
        );
        assert.match(said, /Invalid permission \[Fly\], valid permissions are GENERIC_READ/);
        assert.match(said, /"Maybe" is not one of Allow, Deny, NotSet/);
        const nobody = say({ principal: "vssgp.x", permissions: { DELETE: "Deny" } });
        assert.match(await refusal(org.up("ProjectPermissions", nobody)), /VS860016/);
        const role = {
            scope: "distributedtask.environmentreferencerole",
            resourceId: `${org.project}_9`,
            identityId: ada,
        };
        assert.match(
            await org.wrong("SecurityroleAssignment", { ...role, roleName: "Owner" }),
            /"Owner" is not one of Administrator, Reader, User/,
        );
        const missing = org.up("SecurityroleAssignment", { ...role, roleName: "Reader" });
        assert.match(await refusal(missing), /does not exist/);
    });

    it("keep a deleted feed's name, unless it is deleted for good, and give the feed back", async () => {
        const feed = (feature?: string) =>
            org.up(
                "Feed",
                org.here({
                    name: "packages",
                    ...(feature === undefined ? {} : { features: [{ [feature]: true }] }),
                }),
            );
        const first = await feed();
        await org.bench.engine.delete(token("Feed"), first.id);
        assert.match(await refusal(feed()), /already exists in the recycle bin/);
        const back = await feed("restore");
        assert.equal(back.id, first.id);
        await org.bench.engine.delete(token("Feed"), back.id);
        const forGood = await feed("restore");
        await org.bench.engine.update(token("Feed"), forGood.id, {
            ...forGood.inputs,
            features: [{ permanentDelete: true }],
        });
        await org.bench.engine.delete(token("Feed"), forGood.id);
        assert.notEqual((await feed()).id, first.id);
        assert.match(await org.wrong("Feed", org.here({ name: "a b" })), /1 to 64 characters/);
    });

    it("send one event a subscription, and no password in clear", async () => {
        const hook = org.here({ url: "http://audit.example", basicAuthPassword: "correct horse" });
        const said = await org.wrong("ServicehookWebhookTfs", hook);
        assert.match(said, /buildCompleted: exactly one event must be given/);
        assert.match(said, /url: must be https where a password is sent/);
        assert.doesNotMatch(said, /horse/);
        const two = org.here({ url: "https://a.example", gitPush: {}, repositoryCreated: {} });
        assert.match(await org.wrong("ServicehookWebhookTfs", two), /exactly one event/);
    });
});
