import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { RunResult } from "../../sandbox/engine/api";
import { committedEstate, complaints, openSandbox, type Sandbox } from "../support/sandbox";

function operations(result: RunResult): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { op } of result.steps) counts[op] = (counts[op] ?? 0) + 1;
    return counts;
}

function resourceOf(result: RunResult, type: string): RunResult["resources"][number] {
    const found = result.resources.find((resource) => resource.type === type);
    assert.ok(found, `no ${type}`);
    return found;
}

// One story in order: each step starts from the state the one before left.
describe("the main job: the dev estate through the embedded engine, under the pack", function () {
    this.timeout(120_000);
    let sandbox: Sandbox;
    const dev = committedEstate("dev");

    before(async () => {
        sandbox = await openSandbox("main-job");
    });
    after(() => sandbox.close());

    it("previews the estate without a finding and without touching anything", async () => {
        const result = await sandbox.run("preview", dev);
        assert.ok(result.ok, complaints(result));
        assert.deepEqual(Object.keys(operations(result)), ["create"]);
        assert.equal((await sandbox.run("preview", dev)).ok, true);
    });

    it("deploys what the preview planned", async () => {
        const planned = await sandbox.run("preview", dev);
        const result = await sandbox.run("up", dev);
        assert.ok(result.ok, complaints(result));
        const urns = (run: RunResult): string[] => run.steps.map(({ urn }) => urn).sort();
        assert.deepEqual(urns(result), urns(planned));
        const credential = resourceOf(
            result,
            "azure-native:managedidentity:FederatedIdentityCredential",
        );
        assert.match(
            String(credential.outputs.subject),
            /^repo:acme-dev@\d+\/[a-z-]+@\d+:environment:[a-z]+$/,
        );
        assert.match(String(result.outputs.vaultUri), /^https:\/\/.*\.vault\.azure\.net\/$/);
    });

    it("changes nothing the second time", async () => {
        const result = await sandbox.run("up", dev);
        assert.ok(result.ok, complaints(result));
        assert.deepEqual(Object.keys(operations(result)), ["same"]);
    });

    it("updates only what a change of configuration touches", async () => {
        const environments = dev.environments as { name: string; waitMinutes?: number }[];
        const slower = environments.map((environment) =>
            environment.name === "production" ? { ...environment, waitMinutes: 30 } : environment,
        );
        const result = await sandbox.run("up", { ...dev, environments: slower });
        assert.ok(result.ok, complaints(result));
        const changed = result.steps.filter(({ op, id }) => op !== "same" && id !== "");
        assert.ok(changed.length > 0);
        for (const { op, type } of changed) {
            assert.equal(op, "update");
            assert.equal(type, "github:index/repositoryEnvironment:RepositoryEnvironment");
        }
    });

    it("blocks a weakening in preview and changes nothing", async () => {
        const vault = { ...(dev.vault as object), allowPublicNetwork: true };
        const result = await sandbox.run("preview", { ...dev, vault });
        assert.equal(result.ok, false);
        const [finding] = result.violations.filter((v) => v.enforcement === "mandatory");
        assert.equal(finding?.policy, "kv-no-public-network");
        const after = await sandbox.run("preview", dev);
        assert.ok(
            after.steps.every(
                ({ op, type }) => op === "same" || /nvironment|PipelineEstate/.test(type),
            ),
        );
    });

    it("stops an up at the weakened resource and leaves it as it was", async () => {
        const vault = { ...(dev.vault as object), allowPublicNetwork: true };
        const result = await sandbox.run("up", { ...dev, vault });
        assert.equal(result.ok, false);
        const properties = resourceOf(result, "azure-native:keyvault:Vault").outputs.properties;
        const access = (properties as Record<string, unknown>).publicNetworkAccess;
        assert.match(String(access), /^disabled$/i);
    });

    it("refreshes without drift", async () => {
        const result = await sandbox.run("refresh", dev);
        assert.ok(result.ok, complaints(result));
        const drifted = result.steps.filter(
            ({ changedProperties }) => changedProperties.length > 0,
        );
        assert.deepEqual(drifted, []);
    });

    it("destroys everything, dependents first, and leaves an empty state", async () => {
        const result = await sandbox.run("destroy", dev);
        assert.ok(result.ok, complaints(result));
        assert.deepEqual(result.resources, []);
        const deleted = result.steps.map(({ type }) => type);
        const place = (type: string): number => deleted.indexOf(type);
        assert.ok(
            place("azure-native:authorization:ManagementLockByScope") <
                place("azure-native:keyvault:Vault"),
        );
        assert.ok(
            place("azure-native:keyvault:Vault") <
                deleted.lastIndexOf("azure-native:resources:ResourceGroup"),
        );
    });
});
