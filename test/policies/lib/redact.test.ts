import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";

import { absent, known, unknown, UNKNOWN } from "../../../model/known";
import { show, showText } from "../../../policies/lib/redact";

const made = (...parts: readonly string[]) => parts.join("");

/** Made up, in the form of the real thing; joined here so that no scanner takes this file for a leak. */
const secrets: Record<string, string> = {
    "GitHub token": made("ghp_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"),
    "fine-grained GitHub token": made("github_pat_", "11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz"),
    "AWS key id": made("AKIA", "IOSFODNN7EXAMPLE"),
    "private key": made("-----BEGIN RSA ", "PRIVATE KEY", "-----\nMIIEow"),
    "JSON web token": made("eyJ", "hbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc"),
    "connection string": made("Server=db;", "Password", "=correcthorse;Encrypt=true"),
    "storage key": made("DefaultEndpointsProtocol=https;", "AccountKey", "=abcdefgh1234=="),
    "address with a password": made("https://ada:", "lovelace", "@example.org/path"),
    "generated key": "Zk3vQ9xT7mW2pR8sL4nB6yH1",
    "long hexadecimal key": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "authorization header": made("Bearer ", "abcdefghijklmnop"),
};

describe("showing a value in a finding", () => {
    for (const [what, secret] of Object.entries(secrets)) {
        it(`hides a ${what} wherever it stands`, () => {
            const shown = [
                show(known(secret), "settings.value"),
                show(known([`prefix ${secret}`]), "settings.value"),
                show(known({ deep: { list: [secret] } }), "settings.value"),
                showText(secret),
            ];
            for (const text of shown) {
                assert.ok(text.includes("(not shown"), text);
                assert.ok(!text.includes(secret.slice(-12)), text);
            }
        });
    }

    const plain = [
        "repo:acme/web:environment:production",
        "repo:acme@1234567/web@7654321:ref:refs/heads/main",
        "https://token.actions.githubusercontent.com",
        "api://AzureADTokenExchange",
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        "/subscriptions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635/resourceGroups/rg-web-production",
        "Allow",
    ];
    for (const value of plain) {
        it(`shows ${value}, which a reader needs`, () => {
            assert.equal(show(known(value), "subject"), JSON.stringify(value));
        });
    }

    it("hides any value of a property whose name announces a secret, at any depth", () => {
        const names = ["password", "clientSecret", "accessToken", "storageAccountKey", "sas"];
        for (const name of names) {
            assert.ok(!show(known("plain"), `properties.${name}`).includes("plain"), name);
            assert.ok(!show(known({ [name]: "plain" }), "properties").includes("plain"), name);
            assert.ok(!show(known("plain"), `${name}.value[0]`).includes("plain"), name);
        }
    });

    it("shows what only sounds like a secret", () => {
        assert.equal(show(known("enabled"), "secretScanning.status"), '"enabled"');
        assert.equal(show(known("main"), "defaultBranch"), '"main"');
    });

    it("hides what the program declared secret", () => {
        assert.ok(!show(known("plain"), "value", ["value"]).includes("plain"));
    });

    it("has words for absent and unknown, also inside a value", () => {
        assert.equal(show(absent, "a"), "nothing (not set)");
        assert.equal(show(unknown, "a"), "not known before the deployment");
        assert.equal(show(known([UNKNOWN]), "a"), '["(not known before the deployment)"]');
    });

    it("shortens long values and says how long they were", () => {
        const text = show(known("word ".repeat(200)), "description");
        assert.ok(text.length < 200);
        assert.match(text, /\(1002 characters\)$/);
    });

    it("never lets a generated key through, whatever surrounds it", () => {
        const around = fc.stringMatching(/^[ a-z/:]{0,30}$/);
        const key = fc.stringMatching(/^[A-Z][0-9][a-z][A-Z0-9]{13}[a-z][0-9]{3}[A-Z]{4}$/);
        fc.assert(
            fc.property(around, key, around, (before, secret, after) => {
                const text = show(known(`${before} ${secret} ${after}`), "value");
                assert.ok(!text.includes(secret), text);
            }),
        );
    });
});
