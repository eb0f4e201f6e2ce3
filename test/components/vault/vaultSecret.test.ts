import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as pulumi from "@pulumi/pulumi";
import { VaultSecret, type VaultSecretArgs } from "../../../components/index";
import { isSecret, known, record, refusal } from "../../support/mocks";

const subscriptionId = "11111111-2222-3333-4444-555555555555";
const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-acme`;
const args: VaultSecretArgs = {
    secretName: "webhook",
    vaultName: "kv-acme",
    vaultId,
    resourceGroupName: "rg",
    owner: "payments",
    contentType: "webhook secret",
    expires: "2027-03-31",
    today: "2026-11-21",
};

const build = (more: Partial<VaultSecretArgs> = {}) =>
    record(() => new VaultSecret("s", { ...args, ...more }));

interface Properties {
    contentType: string;
    attributes: { enabled: boolean; expires: number };
    value: string;
}

describe("VaultSecret", () => {
    it("the secret expires, on a day at most 365 days ahead", async () => {
        const { recording } = await build();
        const { attributes } = recording.one("keyvault:Secret").inputs.properties as Properties;
        assert.equal(new Date(attributes.expires * 1000).toISOString(), "2027-03-31T00:00:00.000Z");
        for (const expires of ["2026-11-22", "2027-11-21"]) await build({ expires });
        for (const expires of ["2027-11-22", "2027-02-30", "2027-3-1", "never"]) {
            const message = await refusal(() => new VaultSecret("s", { ...args, expires }));
            assert.match(
                message,
                /expires: got ".*", allowed: a date as "2027-03-31", at most 365 days after/,
            );
        }
    });

    it("a secret that has ended, or ends within 30 days, is warned of in every run and stops none", async () => {
        const warnings = async (more: Partial<VaultSecretArgs>): Promise<string[]> => {
            const said: string[] = [];
            const { warn } = pulumi.log;
            Object.assign(pulumi.log, { warn: (message: string) => void said.push(message) });
            try {
                assert.ok((await build(more)).recording.one("keyvault:Secret"));
            } finally {
                Object.assign(pulumi.log, { warn });
            }
            return said;
        };
        const todo = "Have a new value written, then give a later date.";
        for (const [expires, end] of [
            ["2020-01-01", "ended on 2020-01-01"],
            ["2026-11-21", "ended on 2026-11-21"],
            ["2026-11-22", "ends on 2026-11-22"],
            ["2026-12-21", "ends on 2026-12-21"],
        ] as const) {
            assert.deepEqual(await warnings({ expires }), [
                `VaultSecret "s": the secret ${end}. ${todo}`,
            ]);
        }
        assert.deepEqual(await warnings({ expires: "2026-12-22" }), []);
    });

    it("is judged on the day the program runs, unless another is given", async () => {
        const later = new Date(Date.now() + 367 * 86_400_000).toISOString().slice(0, 10);
        const more = { today: undefined, expires: later };
        const message = await refusal(() => new VaultSecret("s", { ...args, ...more }));
        assert.match(message, /expires: got/);
    });

    it("the secret says who owns it, what it is and who rotates it", async () => {
        const { recording } = await build({ tags: { "data-classification": "confidential" } });
        const { inputs } = recording.one("keyvault:Secret");
        assert.deepEqual(inputs.tags, {
            "data-classification": "confidential",
            owner: "payments",
            "rotated-by": "payments",
        });
        assert.equal((inputs.properties as Properties).contentType, "webhook secret");
        const hooked = await build({ rotationFunctionId: "/sites/app/functions/rotate" });
        const tags = hooked.recording.one("keyvault:Secret").inputs.tags as Record<string, string>;
        assert.equal(tags["rotated-by"], "function");
    });

    it("a value is accepted as a secret output only, and stays one on its way to Azure", async () => {
        const value = pulumi.secret("correct horse");
        const { recording } = await build({ value });
        assert.ok(isSecret(recording.one("keyvault:Secret").inputs.properties));
        assert.ok(isSecret(recording.one("index:VaultSecret").inputs.value));
        for (const clear of ["correct horse", Promise.resolve("correct horse")]) {
            const message = await refusal(() => new VaultSecret("s", { ...args, value: clear }));
            assert.match(message, /value: got a value in clear, allowed: a secret output/);
            assert.doesNotMatch(message, /horse/);
        }
    });

    it("the rotation function is called before this secret expires, and for no other secret", async () => {
        const rotationFunctionId = "/sites/app/functions/rotate";
        const { recording } = await build({ rotationFunctionId });
        const { inputs } = recording.one("EventSubscription");
        assert.equal(inputs.scope, vaultId);
        assert.deepEqual(inputs.destination, {
            endpointType: "AzureFunction",
            resourceId: rotationFunctionId,
            maxEventsPerBatch: 1,
        });
        const filter = inputs.filter as Record<string, unknown>;
        assert.deepEqual(filter.includedEventTypes, ["Microsoft.KeyVault.SecretNearExpiry"]);
        assert.deepEqual(filter.advancedFilters, [
            { operatorType: "StringIn", key: "subject", values: ["webhook"] },
        ]);
        assert.deepEqual((await build()).recording.all("EventSubscription"), []);
    });

    it("a reader may read the value of this secret, and nothing else in the vault", async () => {
        const principalId = "aaaaaaaa-0000-4000-8000-000000000001";
        const { recording } = await build({
            subscriptionId,
            readers: [{ name: "app", principalId }],
        });
        const { inputs } = recording.one("RoleAssignment");
        assert.match(String(inputs.scope), /keyvault:Secret\/s-secret$/);
        assert.match(String(inputs.roleDefinitionId), /\/4633458b-17de-408a-b874-0445c86b69e6$/);
        assert.equal(inputs.principalId, principalId);
    });

    it("Pulumi refuses to remove the secret, unless allowDestroy is given", async () => {
        assert.ok((await build()).recording.one("keyvault:Secret").protect);
        assert.ok(!(await build({ allowDestroy: true })).recording.one("keyvault:Secret").protect);
    });

    it("gives out its id, name and address", async () => {
        const { result } = await build();
        assert.match(await known(result.secretId), /Secret\/s-secret$/);
        assert.equal(await known(result.secretName), "webhook");
        assert.equal(
            await known(result.secretUri),
            "https://kv-acme.vault.azure.net/secrets/webhook",
        );
    });

    it("refuses all bad arguments at once", async () => {
        const message = await refusal(
            () =>
                new VaultSecret("s", {
                    ...args,
                    secretName: "web_hook",
                    owner: "",
                    contentType: "two\nlines",
                    today: "yesterday",
                    readers: [{ name: "app", principalId: "app" }],
                    value: "clear",
                }),
        );
        assert.deepEqual(
            message
                .split("\n")
                .slice(1)
                .map((line) => line.trim().split(": got")[0]),
            [
                "secretName",
                "owner",
                "contentType",
                "today",
                "expires",
                "readers[0].principalId",
                "subscriptionId",
                "value",
            ],
        );
    });
});
