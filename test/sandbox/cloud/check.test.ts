import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openBench, refusal, secret, unknown, type Bench } from "./support";

const vault = "azure-native:keyvault:Vault";
const ruleset = "github:index/repositoryRuleset:RepositoryRuleset";
const environment = "github:index/repositoryEnvironment:RepositoryEnvironment";

/** Properties that failed, in order. */
const properties = (failures: string[]) => failures.map((one) => one.split(":")[0]).sort();

describe("checks of the emulated cloud", () => {
    let bench: Bench;
    before(async () => {
        bench = await openBench();
    });
    after(() => bench.close());

    it("reports everything wrong with a vault at once, each with its path", async () => {
        const { failures } = await bench.engine.check(vault, {
            vaultName: "2bad--name",
            colour: "red",
            properties: {
                sku: { family: "A", name: "gold" },
                enableRbacAuthorization: "yes",
                softDeleteRetentionInDays: 5,
                networkAcls: { ipRules: [{ value: "10.0.0.1" }, {}] },
            },
        });
        assert.deepEqual(properties(failures), [
            "colour",
            "properties.enableRbacAuthorization",
            "properties.networkAcls.ipRules[1].value",
            "properties.sku.name",
            "properties.softDeleteRetentionInDays",
            "properties.tenantId",
            "resourceGroupName",
            "vaultName",
        ]);
        assert.ok(failures.every((one) => one.endsWith("(emulated)")));
        assert.match(failures.join("\n"), /"gold" is not one of standard, premium/);
    });

    it("takes Azure's words in any case, and GitHub's only as they are written", async () => {
        const properties = {
            tenantId: "99999999-8888-7777-6666-555555555555",
            sku: { family: "a", name: "PREMIUM" },
            enableRbacAuthorization: true,
        };
        const inputs = { vaultName: "kv-case", resourceGroupName: "rg", location: "uksouth" };
        const azure = await bench.engine.check(vault, { ...inputs, properties });
        assert.deepEqual(azure.failures, []);
        const github = await bench.engine.check("github:index/repository:Repository", {
            name: "web",
            visibility: "Private",
        });
        assert.match(github.failures.join("\n"), /^visibility: "Private" is not one of/);
    });

    it("lets through what is not known yet, at any depth", async () => {
        const { failures } = await bench.engine.check(vault, {
            vaultName: unknown,
            resourceGroupName: unknown,
            properties: unknown,
        });
        assert.deepEqual(failures, []);
    });

    it("checks inside a secret and does not show a value declared secret", async () => {
        const { failures } = await bench.engine.check("azure-native:keyvault:Secret", {
            vaultName: "kv",
            resourceGroupName: "rg",
            properties: secret({ value: 42424242 }),
        });
        assert.deepEqual(properties(failures), ["properties.value"]);
        assert.ok(!failures.join().includes("42424242"));
    });

    it("refuses purge protection set to false, which Azure does not know", async () => {
        const { failures } = await bench.engine.check(vault, {
            vaultName: "kv-false",
            resourceGroupName: "rg",
            properties: {
                tenantId: "99999999-8888-7777-6666-555555555555",
                sku: { family: "A", name: "premium" },
                enableRbacAuthorization: true,
                enablePurgeProtection: false,
            },
        });
        assert.deepEqual(properties(failures), ["properties.enablePurgeProtection"]);
    });

    it("holds reviews of a ruleset to 0 to 10 and actors to the numbers they need", async () => {
        const { failures } = await bench.engine.check(ruleset, {
            name: "trunk",
            repository: "web",
            target: "branch",
            enforcement: "active",
            rules: { pullRequest: { requiredApprovingReviewCount: 11 } },
        });
        assert.deepEqual(properties(failures), ["rules.pullRequest.requiredApprovingReviewCount"]);
        const actors = await bench.engine.check(ruleset, {
            name: "trunk",
            repository: "web",
            target: "branch",
            enforcement: "active",
            conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
            rules: {},
            bypassActors: [
                { actorType: "Team", bypassMode: "always" },
                { actorType: "OrganizationAdmin", bypassMode: "always", actorId: 7 },
            ],
        });
        assert.deepEqual(properties(actors.failures), [
            "bypassActors[0].actorId",
            "bypassActors[1].actorId",
        ]);
    });

    it("wants ref names of a branch ruleset, and none of a push ruleset", async () => {
        const base = { name: "x", repository: "web", enforcement: "active", rules: {} };
        const branch = await bench.engine.check(ruleset, { ...base, target: "branch" });
        assert.deepEqual(properties(branch.failures), ["conditions"]);
        const push = await bench.engine.check(ruleset, {
            ...base,
            target: "push",
            conditions: { refName: { includes: [], excludes: [] } },
        });
        assert.deepEqual(properties(push.failures), ["conditions.refName"]);
    });

    it("holds an environment to six reviewers in all and to 30 days of waiting", async () => {
        const base = { repository: "web", environment: "production" };
        const reviewers = [{ teams: [1, 2, 3, 4], users: [5, 6, 7] }];
        const many = await bench.engine.check(environment, { ...base, reviewers });
        assert.deepEqual(properties(many.failures), ["reviewers"]);
        const long = await bench.engine.check(environment, { ...base, waitTimer: 43201 });
        assert.deepEqual(properties(long.failures), ["waitTimer"]);
        const exact = await bench.engine.check(environment, { ...base, waitTimer: 43200 });
        assert.deepEqual(exact.failures, []);
    });

    it("holds a credential to one audience, https and 600 characters", async () => {
        const { failures } = await bench.engine.check(
            "azure-native:managedidentity:FederatedIdentityCredential",
            {
                resourceGroupName: "rg",
                resourceName: "id",
                federatedIdentityCredentialResourceName: "ok-name",
                issuer: "https://token.actions.githubusercontent.com",
                subject: "r".repeat(601),
                audiences: ["a", "b"],
            },
        );
        assert.deepEqual(properties(failures), ["audiences", "subject"]);
    });

    it("holds priorities to 100 to 4096", async () => {
        const rule = { direction: "Inbound", access: "Deny", protocol: "*" };
        const { failures } = await bench.engine.check("azure-native:network:NetworkSecurityGroup", {
            networkSecurityGroupName: "nsg",
            resourceGroupName: "rg",
            securityRules: [
                { ...rule, name: "a", priority: 99 },
                { ...rule, name: "b", priority: 4097 },
            ],
        });
        assert.deepEqual(properties(failures), [
            "securityRules[0].priority",
            "securityRules[1].priority",
        ]);
    });

    it("refuses types, functions and packages by name that are not emulated", async () => {
        const type = bench.engine.check("azure-native:compute:VirtualMachine", {});
        assert.match(await refusal(type), /azure-native:compute:VirtualMachine is not emulated/);
        const other = bench.engine.check("gcp:storage/bucket:Bucket", {});
        assert.match(await refusal(other), /package gcp is not emulated/);
        const called = bench.engine.invoke("github:index/getTree:getTree", {});
        assert.match(await refusal(called), /github:index\/getTree:getTree is not emulated/);
    });
});
