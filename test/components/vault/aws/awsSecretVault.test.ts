import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { AwsSecretVault } from "../../../../components/index";
import { record, refusal } from "../../../support/mocks";
import { account, args, build, region, roleOf, rotator } from "./vaults";

describe("AwsSecretVault", () => {
    it("no value of a secret is in the program, in its state or in an output", async () => {
        const { recording } = await build();
        assert.equal(recording.all("SecretVersion").length, 0);
        for (const { inputs } of recording.all("secretsmanager/secret:Secret")) {
            for (const property of ["secretString", "secretBinary", "secretStringWo"]) {
                assert.ok(!(property in inputs), property);
            }
        }
        const outputs = recording.outputs.get("gatehouse:index:AwsSecretVault v");
        assert.deepEqual(Object.keys(outputs ?? {}).sort(), ["keyArn", "secretArns"]);
    });

    it("the key rotates every year", async () => {
        const key = (await build()).recording.one("Key").inputs;
        assert.equal(key.enableKeyRotation, true);
        assert.equal(key.rotationPeriodInDays, 365);
    });

    it("a secret with a rotation function is rotated every 30 days, unless rotationDays says otherwise", async () => {
        const rotation = (await build()).recording.one("SecretRotation");
        assert.equal(rotation.name, "v-rotation/web/token");
        assert.equal(rotation.inputs.rotationLambdaArn, rotator);
        assert.deepEqual(rotation.inputs.rotationRules, { automaticallyAfterDays: 30 });
        const [first] = args.secrets;
        assert.ok(first);
        const often = await build({ secrets: [{ ...first, rotationDays: 7 }] });
        const rules = often.recording.one("SecretRotation").inputs.rotationRules;
        assert.deepEqual(rules, { automaticallyAfterDays: 7 });
    });

    it("rotates only when policy and permission stand", async () => {
        const { dependencies } = (await build()).recording.one("SecretRotation");
        for (const one of [
            "aws:secretsmanager/secretPolicy:SecretPolicy v-policy/web/token",
            "aws:lambda/permission:Permission v-permission/web/token",
        ]) {
            assert.ok(dependencies.includes(one), dependencies.join("\n"));
        }
    });

    it("a rotation function can be called by Secrets Manager for its own secrets only", async () => {
        const { recording } = await build();
        const { inputs, dependencies } = recording.one("Permission");
        assert.equal(inputs.principal, "secretsmanager.amazonaws.com");
        assert.equal(inputs.action, "lambda:InvokeFunction");
        assert.equal(inputs.function, rotator);
        assert.equal(inputs.sourceAccount, account);
        const secret = "aws:secretsmanager/secret:Secret v-secret/web/token";
        assert.ok(dependencies.includes(secret), dependencies.join("\n"));
    });

    it("a deleted secret stays recoverable for 30 days, and so does the key", async () => {
        const { recording } = await build();
        assert.equal(recording.one("Key").inputs.deletionWindowInDays, 30);
        for (const { inputs } of recording.all("secretsmanager/secret:Secret")) {
            assert.equal(inputs.recoveryWindowInDays, 30);
        }
    });

    it("Pulumi protects key and secrets, unless allowDestroy is given", async () => {
        const kept = async (allowDestroy: boolean): Promise<string[]> =>
            (await build({ allowDestroy })).recording.resources
                .filter((one) => one.protect)
                .map(({ name }) => name);
        assert.deepEqual((await kept(false)).sort(), [
            "v-key",
            "v-secret/api/token",
            "v-secret/web/token",
        ]);
        assert.deepEqual(await kept(true), []);
    });

    it("gives everything its exact name, its region and its tags", async () => {
        const [first] = args.secrets;
        assert.ok(first);
        const tags = { owner: "web" };
        const secrets = [{ ...first, tags: { expires: "2027-06-30" } }];
        const { recording } = await build({ tags, secrets });
        assert.equal(recording.one("Alias").inputs.name, "alias/acme/web");
        const secret = recording.one("secretsmanager/secret:Secret").inputs;
        assert.equal(secret.name, "web/token");
        assert.deepEqual(secret.tags, { owner: "web", expires: "2027-06-30" });
        assert.deepEqual(recording.one("Key").inputs.tags, tags);
        for (const { inputs, name } of recording.resources.filter(({ custom }) => custom)) {
            assert.equal(inputs.region, region, name);
        }
    });
});

describe("the arguments of AwsSecretVault", () => {
    const paths = async (more: object): Promise<string[]> => {
        const message = await refusal(() => new AwsSecretVault("v", { ...args, ...more }));
        const lines = message.split("\n").slice(1);
        return lines.map((line) => line.trim().split(": got")[0] ?? "");
    };
    const [first] = args.secrets;
    const secret = (more: object) => ({ secrets: [{ ...first, ...more }] });

    it("are refused all at once", async () => {
        const bad = { vaultName: "aws/x", accountId: "1", region: "eu", organizationId: "acme" };
        assert.deepEqual((await paths(bad)).slice(0, 4), [
            "vaultName",
            "accountId",
            "region",
            "organizationId",
        ]);
    });

    it("name roles, not everybody, users or accounts", async () => {
        for (const arn of [
            "*",
            `arn:aws:iam::${account}:root`,
            `arn:aws:iam::${account}:user/a`,
            roleOf("*"),
        ]) {
            assert.deepEqual(await paths({ administrators: [arn] }), ["administrators[0]"]);
            assert.deepEqual(await paths(secret({ readers: [arn] })), ["secrets[0].readers[0]"]);
            assert.deepEqual(await paths(secret({ writer: arn })), ["secrets[0].writer[0]"]);
        }
        assert.deepEqual(await paths({ administrators: [] }), ["administrators"]);
    });

    it("name secrets once, and functions of the same account and region", async () => {
        assert.deepEqual(await paths({ secrets: [first, first] }), ["secrets[1].name"]);
        assert.deepEqual(await paths(secret({ name: "a b" })), ["secrets[0].name"]);
        for (const arn of [rotator.replace(region, "us-east-1"), `${rotator}:1`, "rotate"]) {
            const found = await paths(secret({ rotationFunctionArn: arn }));
            assert.deepEqual(found, ["secrets[0].rotationFunctionArn"], arn);
        }
        assert.deepEqual(await paths(secret({ rotationDays: 0 })), ["secrets[0].rotationDays"]);
        const alone = { rotationFunctionArn: undefined, rotationDays: 7 };
        assert.deepEqual(await paths(secret(alone)), ["secrets[0].rotationDays"]);
    });

    it("may become known later", async () => {
        const [, second] = args.secrets;
        assert.ok(second);
        const secrets = [{ ...second, readers: [pulumi.output(roleOf("api"))] }];
        const { recording } = await record(() => new AwsSecretVault("v", { ...args, secrets }));
        assert.match(String(recording.one("SecretPolicy").inputs.policy), /role\/api/);
    });

    it("are too many when AWS does not take the policies they make", async () => {
        const readers = Array.from({ length: 150 }, (_, i) => roleOf(`${"r".repeat(50)}-${i}`));
        const { secrets } = { secrets: [{ name: "a", readers, writer: roleOf("w") }] };
        assert.deepEqual(await paths({ secrets }), ["secrets[0]"]);
    });
});
