import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { StateStore, type StateStoreArgs } from "../../../components/index";
import { known, refusal } from "../../support/mocks";
import { build, inAws, inAzure } from "./stores";

const refused = async (args: StateStoreArgs): Promise<string[]> => {
    const message = await refusal(() => new StateStore("s", args));
    return message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(": got")[0] ?? "");
};

describe("what a StateStore gives out", () => {
    it("the login line and the init lines are what Pulumi's command line takes", async () => {
        const azure = (await build(inAzure)).result;
        const container = "azblob://pulumi-state?storage_account=stacme";
        const inVault = "azurekeyvault://kv-acme.vault.azure.net/keys/stacme-secrets/0123";
        assert.equal(await known(azure.backendUrl), container);
        assert.equal(await known(azure.secretsProvider), inVault);
        assert.equal(await known(azure.loginCommand), `pulumi login '${container}'`);
        assert.deepEqual(await known(azure.stackInitCommands), [
            `pulumi stack init 'dev' --secrets-provider='${inVault}'`,
            `pulumi stack init 'organization/platform/prod' --secrets-provider='${inVault}'`,
        ]);
        const aws = (await build(inAws)).result;
        const bucket = "s3://acme-state?region=eu-west-1&awssdk=v2";
        const inKms = "awskms://alias/acme-state-secrets?region=eu-west-1";
        assert.equal(await known(aws.loginCommand), `pulumi login '${bucket}'`);
        assert.equal(await known(aws.secretsProvider), inKms);
        assert.deepEqual((await known(aws.stackInitCommands)).length, 2);
    });

    it("Pulumi refuses to delete the store and its keys", async () => {
        for (const [args, names] of [
            [inAzure, ["s-account", "s-container", "s-lock", "s-secrets-key", "s-storage-key"]],
            [inAws, ["s-bucket", "s-secrets-key", "s-storage-key"]],
        ] as const) {
            for (const allowDestroy of [false, true]) {
                const { recording } = await build({ ...args, allowDestroy });
                const kept = recording.resources.filter((one) => one.protect);
                assert.deepEqual(
                    kept.map(({ name }) => name).toSorted(),
                    allowDestroy ? [] : names,
                );
            }
        }
    });

    it("defines no role and writes no statement for nobody", async () => {
        const nobody = { writers: [], planners: [], readers: [] };
        const azure = await build({ azure: { ...inAzure.azure, ...nobody } });
        assert.deepEqual(azure.recording.all("RoleDefinition"), []);
        const roles = azure.recording.all("RoleAssignment").map(({ name }) => name);
        assert.deepEqual(roles, ["s-storage-key-use"]);
        const arns = { writerArns: [], plannerArns: [], readerArns: [] };
        const aws = await build({ aws: { ...inAws.aws, ...arns } });
        const { policy } = aws.recording.one("s3/bucketPolicy:BucketPolicy").inputs;
        assert.doesNotMatch(String(policy), /"Allow"/);
    });
});

describe("the arguments of StateStore", () => {
    it("name exactly one cloud", async () => {
        assert.deepEqual(await refused({}), ["azure, aws"]);
        assert.deepEqual(await refused({ ...inAzure, ...inAws }), ["azure, aws"]);
    });

    it("are refused all at once", async () => {
        const azure = {
            ...inAzure.azure,
            accountName: "St-Acme",
            containerName: "a--b",
            subscriptionId: "mine",
            allowAddresses: ["0.0.0.0/0"],
            writers: [{ name: "a b", principalId: "x" }],
        };
        assert.deepEqual(await refused({ stacks: ["a'b"], keepDays: 7, azure }), [
            "stacks[0]",
            "keepDays",
            "azure.accountName",
            "azure.containerName",
            "azure.subscriptionId",
            "azure.allowAddresses[0]",
            "azure.allowAddresses",
            "azure.writers[0].name",
            "azure.writers[0].principalId",
        ]);
        const aws = {
            ...inAws.aws,
            bucketName: "acme.state",
            accountId: "1",
            region: "mars",
            administratorArns: [],
            plannerArns: ["arn:aws:iam::*:role/plan"],
        };
        assert.deepEqual(await refused({ aws }), [
            "aws.bucketName",
            "aws.accountId",
            "aws.region",
            "aws.administratorArns",
            "aws.plannerArns[0]",
        ]);
    });
});
