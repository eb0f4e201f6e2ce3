import assert from "node:assert/strict";
import fc from "fast-check";
import { EngineError } from "../../../../sandbox/engine/api";
import { newCrypter, openCrypter } from "../../../../sandbox/engine/state/crypto";
import { PASSPHRASE } from "./support";

/** Published in the real engine's passphrase tests; the passphrase is "password". */
const PUBLISHED = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

describe("passphrase encryption", () => {
    it("opens the salt line the real engine publishes as its test vector", async () => {
        const crypter = await openCrypter("password", PUBLISHED, "vector");
        assert.equal(
            crypter.decrypt("v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ=="),
            "pulumi",
        );
    });

    it("refuses the same line under another passphrase as the user's mistake", async () => {
        await assert.rejects(openCrypter("password123", PUBLISHED, "dev.json"), (error) => {
            assert.ok(error instanceof EngineError);
            assert.equal(error.exitCode, 2);
            assert.match(error.message, /^dev\.json: wrong passphrase/);
            assert.doesNotMatch(error.message, /password123/);
            return true;
        });
    });

    it("gives back any text", async () => {
        const crypter = await newCrypter(PASSPHRASE);
        fc.assert(
            fc.property(fc.string({ unit: "grapheme" }), (text) => {
                assert.equal(crypter.decrypt(crypter.encrypt(text)), text);
            }),
        );
    });

    it("never encrypts equal texts to equal ciphertexts", async () => {
        const crypter = await newCrypter(PASSPHRASE);
        const seen = new Set(Array.from({ length: 100 }, () => crypter.encrypt("same")));
        assert.equal(seen.size, 100);
    });

    it("derives a key once per process, passphrase and salt", async () => {
        const { saltLine } = await newCrypter(PASSPHRASE);
        // A thousand derivations would cost five minutes: the test would time out.
        const opened = await Promise.all(
            Array.from({ length: 1000 }, () => openCrypter(PASSPHRASE, saltLine, "again")),
        );
        assert.equal(opened.length, 1000);
    });

    for (const [what, line] of Object.entries({
        "no version": "fozI5u6B030=:v1:F+6ZduL:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==",
        "a salt of another length": "v1:AAAA:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==",
        "no check word": "v1:fozI5u6B030=:",
        nothing: "",
    })) {
        it(`refuses a salt line with ${what}`, async () => {
            await assert.rejects(
                openCrypter("password", line, "dev.json"),
                /encryption salt is not/,
            );
        });
    }

    it("notices every changed byte of a ciphertext", async () => {
        const crypter = await newCrypter(PASSPHRASE);
        const [version, nonce, body = ""] = crypter.encrypt("top secret").split(":");
        const bytes = Buffer.from(body, "base64");
        for (let i = 0; i < bytes.length; i++) {
            const changed = Buffer.from(bytes);
            changed[i] = (changed[i] ?? 0) ^ 1;
            const text = [version, nonce, changed.toString("base64")].join(":");
            assert.throws(() => crypter.decrypt(text), EngineError);
        }
    });

    for (const text of ["", "v1:AAAA", "v2:F+6ZduKKd8G0/V7L:AAAA", "v1:AAAA:AAAA", "plain"]) {
        it(`refuses ${JSON.stringify(text)} as a ciphertext`, async () => {
            const crypter = await newCrypter(PASSPHRASE);
            assert.throws(() => crypter.decrypt(text), EngineError);
        });
    }
});
