import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { known, type Recording } from "../../support/mocks";
import { build, inAzure, principal, subscriptionId } from "./signingKeys";

const { azure } = inAzure;

interface Properties {
    kty: string;
    curveName?: string;
    keySize?: number;
    keyOps: string[];
    attributes: { enabled: boolean; exportable: boolean; expires: number };
    rotationPolicy: unknown;
}

const properties = (recording: Recording) =>
    recording.one("keyvault:Key").inputs.properties as Properties;

/** What a principal may do, and where, through the roles that come out. */
function rights(recording: Recording, principalId: string): { scope: string; actions: string[] }[] {
    return recording
        .all("RoleAssignment")
        .filter(({ inputs }) => inputs.principalId === principalId)
        .map(({ inputs }) => {
            const id = String(inputs.roleDefinitionId);
            const definition = recording
                .all("RoleDefinition")
                .find((one) => id.endsWith(`/${String(one.inputs.roleDefinitionId)}`));
            assert.ok(definition, `${id} is not defined here`);
            const permissions = definition.inputs.permissions as Record<string, string[]>[];
            assert.equal(permissions.length, 1);
            const { actions, dataActions } = permissions[0] ?? {};
            return {
                scope: String(inputs.scope),
                actions: [...(actions ?? []), ...(dataActions ?? [])],
            };
        });
}

describe("a SigningKey in Azure", () => {
    it("the key is made inside the service, in hardware, and cannot be exported", async () => {
        const { recording } = await build(inAzure);
        const { kty, attributes } = properties(recording);
        assert.equal(kty, "EC-HSM");
        assert.equal(attributes.exportable, false);
        const rsa = await build({ ...inAzure, algorithm: "RS256" });
        assert.equal(properties(rsa.recording).kty, "RSA-HSM");
    });

    it("the key signs and verifies, and does nothing else", async () => {
        const { recording } = await build(inAzure);
        assert.deepEqual(properties(recording).keyOps, ["sign", "verify"]);
    });

    it("a signer may sign and read the public key, of this key alone, and nothing else", async () => {
        const { recording } = await build(inAzure);
        const [right, ...others] = rights(recording, principal(1));
        assert.deepEqual(others, []);
        assert.match(right?.scope ?? "", /keyvault:Key\/k-key$/);
        assert.deepEqual(right?.actions, [
            "Microsoft.KeyVault/vaults/keys/read",
            "Microsoft.KeyVault/vaults/keys/sign/action",
        ]);
    });

    it("a verifier may verify and read the public key, of this key alone, and never sign", async () => {
        const { recording } = await build(inAzure);
        const [right, ...others] = rights(recording, principal(2));
        assert.deepEqual(others, []);
        assert.match(right?.scope ?? "", /keyvault:Key\/k-key$/);
        assert.deepEqual(right?.actions, [
            "Microsoft.KeyVault/vaults/keys/read",
            "Microsoft.KeyVault/vaults/keys/verify/action",
        ]);
    });

    it("in Azure the key has an end, is replaced after ten months, and its next end is announced", async () => {
        const { attributes, rotationPolicy } = properties((await build(inAzure)).recording);
        assert.equal(attributes.expires, Date.UTC(2027, 10, 21) / 1000);
        assert.deepEqual(rotationPolicy, {
            attributes: { expiryTime: "P1Y" },
            lifetimeActions: [
                { trigger: { timeAfterCreate: "P10M" }, action: { type: "rotate" } },
                { trigger: { timeBeforeExpiry: "P30D" }, action: { type: "notify" } },
            ],
        });
    });

    it("has the curve or the size that its algorithm asks for", async () => {
        for (const [algorithm, rsaBits, expected] of [
            [undefined, undefined, "EC-HSM P-384"],
            ["ES256", undefined, "EC-HSM P-256"],
            ["RS256", undefined, "RSA-HSM 3072"],
            ["RS256", 2048, "RSA-HSM 2048"],
            ["PS256", 4096, "RSA-HSM 4096"],
        ] as const) {
            const { recording } = await build({ ...inAzure, algorithm, rsaBits });
            const { kty, curveName, keySize } = properties(recording);
            assert.equal(`${kty} ${curveName ?? keySize ?? ""}`, expected);
        }
    });

    it("defines no role that nobody has", async () => {
        const { recording } = await build({ ...inAzure, azure: { ...azure, verifiers: [] } });
        const names = recording.all("RoleDefinition").map(({ name }) => name);
        assert.deepEqual(names, ["k-may-sign"]);
        const { inputs } = recording.one("RoleDefinition");
        assert.equal(inputs.scope, `/subscriptions/${subscriptionId}`);
        assert.match(
            String(inputs.roleName),
            /^Gatehouse: sign with key release \(test\/unit\/k-may/,
        );
    });

    it("that is imported begins with a version of Azure's own, which never ends nor rotates", async () => {
        const { recording, result } = await build({
            algorithm: "RS256",
            rsaBits: 2048,
            imported: true,
            azure: { ...azure, expires: undefined },
        });
        const properties = recording.one("keyvault:Key").inputs.properties as object;
        assert.deepEqual(properties, {
            kty: "RSA-HSM",
            keySize: 2048,
            keyOps: ["sign", "verify"],
            attributes: { enabled: true, exportable: false },
        });
        const keyId = await known(result.keyId);
        const scopes = recording.all("RoleAssignment").map(({ inputs }) => inputs.scope);
        assert.deepEqual(scopes, [keyId, keyId]);
    });

    it("gives out where it is and how it signs", async () => {
        const { result } = await build(inAzure);
        assert.match(await known(result.keyId), /keyvault:Key\/k-key$/);
        assert.equal(await known(result.keyUri), "https://kv-acme.vault.azure.net/keys/release");
        assert.equal(await known(result.algorithm), "ES384");
        assert.equal(await known(result.serviceAlgorithm), "ES384");
    });
});
