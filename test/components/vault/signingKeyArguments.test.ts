import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { SigningKey, type SigningKeyArgs } from "../../../components/index";
import { refusal } from "../../support/mocks";
import { build, inAws, inAzure, principal } from "./signingKeys";

const refused = async (args: SigningKeyArgs): Promise<string[]> => {
    const message = await refusal(() => new SigningKey("k", args));
    const [first, ...lines] = message.split("\n");
    assert.match(first ?? "", /^SigningKey "k": \d+ arguments? (is|are) not acceptable$/);
    return lines.map((line) => line.trim().split(": got")[0] ?? "");
};

describe("the arguments of SigningKey", () => {
    it("name exactly one cloud", async () => {
        assert.deepEqual(await refused({}), ["azure, aws"]);
        assert.deepEqual(await refused({ ...inAzure, ...inAws }), ["azure, aws"]);
    });

    it("are refused all at once, in Azure", async () => {
        const { azure } = inAzure;
        const found = await refused({
            algorithm: "HS256",
            rsaBits: 1024,
            today: "2026-11-21",
            azure: {
                ...azure,
                keyName: "a/b",
                subscriptionId: "mine",
                expires: "2031-01-01",
                signers: [
                    { name: "a", principalId: "x" },
                    { name: "a", principalId: principal(1) },
                ],
            },
        });
        assert.deepEqual(found, [
            "algorithm",
            "rsaBits",
            "azure.keyName",
            "azure.subscriptionId",
            "azure.expires",
            "azure.signers[1].name",
            "azure.signers[0].principalId",
        ]);
    });

    it("are refused all at once, in AWS", async () => {
        const found = await refused({
            rsaBits: 2048,
            aws: {
                alias: "aws/mine",
                accountId: "12",
                region: "Ireland",
                administratorArns: [],
                signerArns: ["*"],
                verifierArns: ["arn:aws:iam::123456789012:root"],
                generation: 0,
            },
        });
        assert.deepEqual(found, [
            "rsaBits",
            "aws.alias",
            "aws.accountId",
            "aws.region",
            "aws.generation",
            "aws.administratorArns",
            "aws.signerArns[0]",
            "aws.verifierArns[0]",
        ]);
    });

    it("have to say when the first version ends, and only of a key that is made", async () => {
        const { azure } = inAzure;
        const endless = { ...azure, expires: undefined };
        assert.deepEqual(await refused({ ...inAzure, azure: endless }), ["azure.expires"]);
        assert.deepEqual(await refused({ ...inAzure, imported: true }), ["azure.expires"]);
        // Rotation has replaced that version by then.
        await build({ ...inAzure, today: "2029-01-01" });
    });
});

describe("what a SigningKey keeps", () => {
    it("Pulumi refuses to delete the key, unless allowDestroy is given", async () => {
        for (const args of [inAzure, inAws, { ...inAws, imported: true }]) {
            for (const allowDestroy of [undefined, true]) {
                const { recording } = await build({ ...args, allowDestroy });
                const keys = recording.resources.filter(({ type }) =>
                    /:(External)?Key$/.test(type),
                );
                assert.deepEqual(
                    keys.map((one) => one.protect),
                    [allowDestroy !== true],
                );
            }
        }
    });
});
