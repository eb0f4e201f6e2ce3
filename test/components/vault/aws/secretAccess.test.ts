import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { refusal } from "../../../support/mocks";
import { AwsSecretVault } from "../../../../components/index";
import { account, args, build, roleOf, type StandingVault } from "./vaults";

const [web, worker, api, rotate, platform, admin] = [
    "web",
    "web-worker",
    "api",
    "rotate",
    "platform",
    "Administrator",
].map((name) => roleOf(name)) as [string, string, string, string, string, string];
const none = { policies: [] };

describe("who may do what with the secrets of an AwsSecretVault", () => {
    let vault: StandingVault;
    before(async () => {
        vault = await build();
    });

    it("a secret's readers, and its writer, can read its value, and nobody else: no matter what policies of the account allow", async () => {
        for (const role of [web, worker, rotate]) {
            const answer = await vault.ofSecret(role, "GetSecretValue", "web/token", none);
            assert.equal(answer, "allowed", role);
        }
        for (const role of [api, platform, admin, `${web}2`, roleOf("rotate-api")]) {
            assert.equal(await vault.ofSecret(role, "GetSecretValue"), "denied", role);
        }
        assert.equal(await vault.ofSecret(api, "GetSecretValue", "api/token", none), "allowed");
        assert.equal(await vault.ofSecret(web, "GetSecretValue", "api/token"), "denied");
    });

    it("only a secret's writer can write its value through Secrets Manager's calls for values", async () => {
        for (const action of ["PutSecretValue", "UpdateSecretVersionStage"]) {
            assert.equal(await vault.ofSecret(rotate, action, "web/token", none), "allowed");
            for (const role of [web, platform, admin, roleOf("rotate-api")]) {
                assert.equal(await vault.ofSecret(role, action), "denied", `${role} ${action}`);
            }
        }
    });

    it("only administrators can change, delete, copy or rotate a secret, or change who may use it", async () => {
        for (const action of [
            "UpdateSecret",
            "DeleteSecret",
            "RestoreSecret",
            "PutResourcePolicy",
            "DeleteResourcePolicy",
            "RotateSecret",
            "CancelRotateSecret",
            "ReplicateSecretToRegions",
            "RemoveRegionsFromReplication",
            "StopReplicationToReplica",
            "TagResource",
            "UntagResource",
        ]) {
            assert.equal(await vault.ofSecret(platform, action), "allowed", action);
            for (const role of [web, rotate, admin]) {
                assert.equal(await vault.ofSecret(role, action), "denied", `${role} ${action}`);
            }
        }
    });

    it("roles of another account, or with an organisation of another organisation, are refused", async () => {
        const foreign = roleOf("web", "999999999999");
        const readers = [{ ...args.secrets[1], name: "x", readers: [foreign], writer: rotate }];
        const message = await refusal(() => new AwsSecretVault("v", { ...args, secrets: readers }));
        assert.match(
            message,
            /secrets\[0\]\.readers\[0\]: .* allowed: an ARN of account 123456789012/,
        );
        const moved = { context: { "aws:PrincipalAccount": "999999999999" } };
        assert.equal(await vault.ofSecret(web, "DescribeSecret", "web/token", moved), "denied");
        const wide = await build({ organizationId: "o-a1b2c3d4e5", secrets: readers });
        for (const [organization, answer] of [
            ["o-a1b2c3d4e5", "allowed"],
            ["o-zzzzzzzzzz", "denied"],
        ] as const) {
            const context = { "aws:PrincipalOrgID": organization };
            assert.equal(await wide.ofSecret(foreign, "GetSecretValue", "x", { context }), answer);
        }
        const without = await wide.ofSecret(foreign, "GetSecretValue", "x");
        assert.equal(without, "denied");
        const administrators = [foreign];
        const refused = await refusal(
            () =>
                new AwsSecretVault("v", {
                    ...args,
                    organizationId: "o-a1b2c3d4e5",
                    administrators,
                }),
        );
        assert.match(refused, /administrators\[0\]: .* an ARN of account 123456789012/);
    });

    it("requests that are not encrypted are refused, and so is a policy that opens a secret to the public", async () => {
        const context = { "aws:SecureTransport": "false" };
        const plain = await vault.ofSecret(web, "GetSecretValue", "web/token", { context });
        assert.equal(plain, "denied");
        for (const { inputs } of vault.recording.all("SecretPolicy")) {
            assert.equal(inputs.blockPublicPolicy, true);
        }
    });
});

describe("who may do what with the key of an AwsSecretVault", () => {
    let vault: StandingVault;
    before(async () => {
        vault = await build();
    });

    it("the key encrypts nothing but the vault's secrets, for each role only those it reads or writes, and only through Secrets Manager", async () => {
        assert.equal(await vault.ofKey(web, "Decrypt", "web/token", none), "allowed");
        assert.equal(await vault.ofKey(rotate, "Decrypt", "web/token", none), "allowed");
        assert.equal(await vault.ofKey(rotate, "GenerateDataKey", "web/token", none), "allowed");
        assert.equal(await vault.ofKey(web, "GenerateDataKey"), "not allowed");
        for (const other of ["api/token", "web/token-x", "web/toke", "web/token2"]) {
            assert.equal(await vault.ofKey(web, "Decrypt", other), "not allowed", other);
        }
        for (const via of ["s3", "ssm", "ec2"]) {
            const context = { "kms:ViaService": `${via}.eu-west-1.amazonaws.com` };
            const answer = await vault.ofKey(web, "Decrypt", "web/token", { context });
            assert.equal(answer, "not allowed", via);
        }
        for (const action of ["Encrypt", "ReEncryptFrom", "CreateGrant", "Sign"]) {
            for (const role of [web, rotate, platform, admin]) {
                const answer = await vault.ofKey(role, action);
                assert.equal(answer, "not allowed", `${role} ${action}`);
            }
        }
    });

    it("the key's policy names administrators and users and nothing like everybody, not even the account", async () => {
        const statements = (
            JSON.parse(vault.key) as { Statement: { Principal: { AWS: string[] } }[] }
        ).Statement;
        const named = statements.flatMap(({ Principal: { AWS: arns } }) => arns);
        const roles = ["api", "platform", "rotate", "rotate-api", "web", "web-worker"];
        assert.deepEqual(
            [...new Set(named)].sort(),
            roles.map((name) => roleOf(name)),
        );
        assert.ok(!vault.key.includes(`:${account}:root`));
        assert.equal(await vault.ofKey(admin, "PutKeyPolicy"), "not allowed");
        assert.equal(await vault.ofKey(admin, "Decrypt"), "not allowed");
    });

    it("administrators of the key cannot use it", async () => {
        for (const action of [
            "PutKeyPolicy",
            "ScheduleKeyDeletion",
            "DescribeKey",
            "TagResource",
        ]) {
            assert.equal(await vault.ofKey(platform, action, "web/token", none), "allowed", action);
            assert.equal(await vault.ofKey(web, action), "not allowed", action);
        }
        for (const action of [
            "Decrypt",
            "Encrypt",
            "GenerateDataKey",
            "CreateGrant",
            "ReEncryptTo",
        ]) {
            assert.equal(await vault.ofKey(platform, action), "not allowed", action);
        }
    });
});
