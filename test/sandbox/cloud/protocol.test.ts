import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as azureVersion } from "@pulumi/azure-native/package.json";
import { version as azureDevOpsVersion } from "@pulumi/azuredevops/package.json";
import { version as githubVersion } from "@pulumi/github/package.json";
import { version as hostsVersion } from "gatehouse-hosts/package.json";
import { cloudPackages } from "../../../sandbox/cloud/index";
import {
    Engine,
    openBench,
    refusal,
    secret,
    subscription,
    tenant,
    unknown,
    type Bench,
} from "./support";

const group = "azure-native:resources:ResourceGroup";
const repository = "github:index/repository:Repository";

describe("the emulated cloud as a provider plugin", () => {
    let bench: Bench;
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    it("answers each package's port with the version of the SDK installed here", async () => {
        const versions = {
            "azure-native": azureVersion,
            azuredevops: azureDevOpsVersion,
            github: githubVersion,
            aws: awsVersion,
            "gatehouse-hosts": hostsVersion,
        };
        assert.deepEqual([...cloudPackages], Object.keys(versions));
        for (const [name, version] of Object.entries(versions)) {
            const engine = new Engine(`127.0.0.1:${bench.cloud.ports[name] ?? 0}`);
            assert.equal((await engine.pluginInfo()).getVersion(), version);
            engine.close();
        }
    });

    it("serves only its package on a package's port", async () => {
        const engine = new Engine(`127.0.0.1:${bench.cloud.ports.github ?? 0}`);
        const asked = engine.check(group, { resourceGroupName: "rg", location: "uksouth" });
        assert.match(await refusal(asked), /package azure-native is not emulated/);
        engine.close();
    });

    it("takes secrets and supports previews", async () => {
        const answer = await bench.engine.configure("github", { owner: "acme" });
        assert.equal(answer.getAcceptsecrets(), true);
        assert.equal(answer.getSupportspreview(), true);
    });

    it("keeps the configurations of two connections apart", async () => {
        const other = new Engine(bench.cloud.address);
        await other.configure("github", { owner: "initech" });
        const theirs = await other.up(repository, { name: "shared" });
        const ours = await bench.engine.up(repository, { name: "shared" });
        assert.equal(theirs.outputs.fullName, "initech/shared");
        assert.equal(ours.outputs.fullName, "acme/shared");
        assert.notEqual(theirs.outputs.repoId, ours.outputs.repoId);
        assert.equal((await other.read(repository, "shared")).outputs.fullName, "initech/shared");
        other.close();
    });

    it("keeps secret marks in checked inputs and outputs, also of parts", async () => {
        const news = { name: "hidden", description: secret("codename"), topics: [secret("x1")] };
        const built = await bench.engine.up(repository, news);
        assert.deepEqual(built.inputs.description, secret("codename"));
        assert.deepEqual(built.outputs.description, secret("codename"));
        assert.deepEqual(built.outputs.topics, [secret("x1")]);
        const read = await bench.engine.read(repository, "hidden", built.inputs);
        assert.deepEqual(read.outputs.description, secret("codename"));
    });

    it("marks what is declared secret, whatever the program says", async () => {
        await bench.engine.up(repository, { name: "with-secret" });
        const type = "github:index/actionsSecret:ActionsSecret";
        const news = { repository: "with-secret", secretName: "TOKEN", value: "plain" };
        const built = await bench.engine.up(type, news);
        assert.deepEqual(built.inputs.value, secret("plain"));
        assert.deepEqual(built.outputs.value, secret("plain"));
    });

    it("gives no secret back to who imports it", async () => {
        const type = "github:index/actionsSecret:ActionsSecret";
        const imported = await bench.engine.read(type, "with-secret:TOKEN");
        assert.equal(imported.id, "with-secret:TOKEN");
        assert.equal(imported.inputs.value, undefined);
    });

    it("gives one name for one seed, and another for another", async () => {
        const inputs = { location: "uksouth" };
        const name = async (seed: string) =>
            (await bench.engine.check(group, inputs, {}, seed)).inputs.resourceGroupName;
        assert.match(String(await name("a")), /^thing[0-9a-f]{8}$/);
        assert.equal(await name("a"), await name("a"));
        assert.notEqual(await name("a"), await name("b"));
        const github = await bench.engine.check(repository, {});
        assert.match(String(github.inputs.name), /^thing-[0-9a-f]{7}$/);
    });

    it("keeps an automatic name from one update to the next", async () => {
        const olds = { location: "uksouth", resourceGroupName: "thing12345678" };
        const { inputs } = await bench.engine.check(group, { location: "uksouth" }, olds, "new");
        assert.equal(inputs.resourceGroupName, "thing12345678");
    });

    it("knows an id in preview only if everything in it is known", async () => {
        const type = "azure-native:managedidentity:UserAssignedIdentity";
        const inputs = { resourceName: "id-x", location: "uksouth", resourceGroupName: unknown };
        assert.equal((await bench.engine.up(type, inputs, true)).id, "");
    });

    it("does not write what is not known yet", async () => {
        const asked = bench.engine.create(group, { resourceGroupName: "rg", location: unknown });
        assert.match(await refusal(asked), /not known yet.*location/);
    });

    it("leaves out differences the program ignores", async () => {
        const olds = { location: "uksouth", resourceGroupName: "rg", tags: { a: "1", b: "1" } };
        const news = { location: "ukwest", resourceGroupName: "rg", tags: { a: "2", b: "2" } };
        const { changes } = await bench.engine.diff(group, olds, news, ["location", "tags.a"]);
        assert.deepEqual(changes, ["tags.b"]);
    });

    it("does not call another spelling of a location a change", async () => {
        const named = { resourceGroupName: "rg" };
        const olds = { ...named, location: "UK South" };
        const { changes } = await bench.engine.diff(group, olds, { ...named, location: "uksouth" });
        assert.deepEqual(changes, []);
    });

    it("replaces by what is not known yet, where a change would replace", async () => {
        const olds = { location: "uksouth", resourceGroupName: "rg" };
        const news = { ...olds, location: unknown };
        assert.deepEqual((await bench.engine.diff(group, olds, news)).replaces, ["location"]);
    });

    it("says who deploys, and what the organisation is called and numbered", async () => {
        const client = await bench.engine.invoke("azure-native:authorization:getClientConfig", {});
        assert.equal(client.subscriptionId, subscription);
        assert.equal(client.tenantId, tenant);
        const ask = (name: string) =>
            bench.engine.invoke("github:index/getOrganization:getOrganization", { name });
        const acme = await ask("acme");
        assert.match(String(acme.id), /^\d+$/);
        assert.deepEqual((await ask("acme")).id, acme.id);
        assert.notEqual((await ask("initech")).id, acme.id);
    });

    it("looks up repositories, teams and people", async () => {
        await bench.engine.up("github:index/team:Team", { name: "Web" });
        const team = await bench.engine.invoke("github:index/getTeam:getTeam", { slug: "web" });
        assert.equal(team.name, "Web");
        const found = await bench.engine.invoke("github:index/getRepository:getRepository", {
            fullName: "acme/shared",
        });
        assert.equal(found.fullName, "acme/shared");
        const user = await bench.engine.invoke("github:index/getUser:getUser", { username: "ada" });
        assert.match(String(user.id), /^\d+$/);
        const missing = bench.engine.invoke("github:index/getTeam:getTeam", { slug: "nobody" });
        assert.match(await refusal(missing), /404 Not Found/);
    });
});
