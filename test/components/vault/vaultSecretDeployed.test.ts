import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { Vault } from "@pulumi/azure-native/keyvault";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { VaultSecret, type VaultSecretArgs } from "../../../components/index";
import type { RunResult } from "../../../sandbox/engine/api";
import { openCloudStack, type CloudStack } from "../../support/cloudStack";
import { complaints } from "../../support/sandbox";

const tenantId = "11111111-2222-3333-4444-555555555555";

/** A vault with one secret in it. */
function program(more: Partial<VaultSecretArgs>): Promise<Record<string, unknown>> {
    const location = "uksouth";
    const group = new ResourceGroup("group", { resourceGroupName: "rg-pay", location });
    const vault = new Vault("vault", {
        vaultName: "kv-pay",
        resourceGroupName: group.name,
        location,
        properties: {
            tenantId,
            sku: { family: "A", name: "premium" },
            enableRbacAuthorization: true,
        },
    });
    new VaultSecret("webhook", {
        secretName: "webhook",
        vaultName: vault.name,
        vaultId: vault.id,
        resourceGroupName: group.name,
        owner: "payments",
        contentType: "webhook secret",
        expires: "2027-03-31",
        today: "2026-11-21",
        ...more,
    });
    return Promise.resolve({});
}

describe("a VaultSecret in the emulated cloud", function () {
    this.timeout(120_000);
    let stack: CloudStack;

    before(() => {
        stack = openCloudStack();
    });
    after(() => stack.close());

    const up = (more: Partial<VaultSecretArgs> = {}): Promise<RunResult> =>
        stack.run("up", "", { program: () => program(more) });
    const changes = (result: RunResult): string[] =>
        result.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);
    const standing = () =>
        stack.standing().find(({ type }) => type === "azure-native:keyvault:Secret")?.inputs
            .properties as { attributes: unknown; value: unknown };

    it("a value that turns out not to be secret is refused before it leaves the program", async () => {
        const value = pulumi.output(Promise.resolve("correct horse"));
        const result = await up({ value });
        assert.equal(result.ok, false);
        assert.match(complaints(result), /value: got a value in clear, allowed: a secret output/);
        assert.doesNotMatch(JSON.stringify(result), /horse/);
        assert.equal(standing(), undefined);
    });

    it("without a value the program writes a placeholder that cannot be read, once, and then nothing", async () => {
        const made = await up();
        assert.ok(made.ok, complaints(made));
        assert.deepEqual(standing().attributes, {
            enabled: false,
            expires: Date.UTC(2027, 2, 31) / 1000,
        });
        const { value } = standing();
        for (const more of [
            {},
            { expires: "2027-09-30" },
            { owner: "platform", tags: { a: "b" } },
            { contentType: "another thing" },
        ]) {
            const again = await up(more);
            assert.ok(again.ok, complaints(again));
            const written = changes(again).filter((step) => step.endsWith("webhook-secret"));
            assert.deepEqual(written, []);
        }
        assert.deepEqual(standing().value, value);
    });

    it("a value that is given is written, and again when it changes", async () => {
        for (const [password, step] of [
            ["correct horse", ["update webhook-secret"]],
            ["correct horse", []],
            ["battery staple", ["update webhook-secret"]],
        ] as const) {
            const result = await up({ value: pulumi.secret(password) });
            assert.ok(result.ok, complaints(result));
            assert.deepEqual(
                changes(result).filter((one) => one.endsWith("secret")),
                step,
            );
        }
        assert.equal((standing().attributes as { enabled: boolean }).enabled, true);
    });
});
