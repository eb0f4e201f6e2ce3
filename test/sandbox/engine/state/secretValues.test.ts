import assert from "node:assert/strict";
import fc from "fast-check";
import { EngineError } from "../../../../sandbox/engine/api";
import { newCrypter, type Crypter } from "../../../../sandbox/engine/state/crypto";
import { decodeValue, encodeValue } from "../../../../sandbox/engine/state/secretValues";
import type { Json } from "../../../../sandbox/engine/state";
import { PASSPHRASE, secret, SECRET, SIGNATURE } from "./support";

const MARK = "do-not-show-";

/** Any JSON, with secrets anywhere, keys such as "__proto__" among them. */
const { value: anyValue } = fc.letrec<{ value: Json; plain: Json }>((tie) => ({
    plain: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<Json>(null, true, false, 0, -1.5, "", "text"),
        fc.array(tie("plain"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "__proto__", "toString"), tie("plain")),
    ),
    value: fc.oneof(
        { maxDepth: 4 },
        tie("plain"),
        fc.tuple(tie("plain"), fc.nat()).map(([v, n]) => secret([v, `${MARK}${n}`])),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom("a", "b", "__proto__", "constructor"), tie("value")),
    ),
}));

const normal = (value: Json): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe("secret values", () => {
    let crypter: Crypter;
    before(async () => {
        crypter = await newCrypter(PASSPHRASE);
    });

    it("come back as they were, from any depth, and never lie in clear on disk", () => {
        fc.assert(
            fc.property(anyValue, (value) => {
                const onDisk = JSON.stringify(encodeValue(value, crypter, "p"));
                assert.ok(!onDisk.includes(MARK));
                const back = decodeValue(JSON.parse(onDisk) as Json, crypter, "p");
                assert.deepEqual(normal(back), normal(value));
            }),
        );
    });

    it("keep their ciphertext when encoded again unchanged, whatever changes around them", () => {
        fc.assert(
            fc.property(anyValue, anyValue, (kept, other) => {
                const plain: Json = { kept: [kept], other: 1 };
                const encoded = encodeValue(plain, crypter, "p");
                const again = encodeValue({ kept: [kept], other }, crypter, "p", {
                    plain,
                    encoded,
                });
                assert.deepEqual((again as { kept: Json }).kept, (encoded as { kept: Json }).kept);
            }),
        );
    });

    it("get a new ciphertext when they change", () => {
        const plain = { a: secret("one") };
        const encoded = encodeValue(plain, crypter, "p");
        const again = encodeValue({ a: secret("two") }, crypter, "p", { plain, encoded });
        assert.notDeepEqual(again, encoded);
        assert.deepEqual(decodeValue(again, crypter, "p"), { a: secret("two") });
    });

    it("do not share a ciphertext between equal plaintexts", () => {
        const plain = { a: secret("same"), b: secret("same") };
        const first = encodeValue(plain, crypter, "p") as Record<string, { ciphertext: string }>;
        assert.notEqual(first.a?.ciphertext, first.b?.ciphertext);
        const moved = encodeValue({ c: secret("same") }, crypter, "p", { plain, encoded: first });
        const { c } = moved as Record<string, { ciphertext: string }>;
        assert.ok(c?.ciphertext !== first.a?.ciphertext && c?.ciphertext !== first.b?.ciphertext);
    });

    it("leave a value without secrets the very same object", () => {
        const value = { list: [1, { deep: "x" }], map: {} };
        assert.equal(encodeValue(value, crypter, "p"), value);
        assert.equal(decodeValue(value, crypter, "p"), value);
    });

    it("flatten a secret inside a secret", () => {
        const onDisk = encodeValue(secret({ inner: secret("x") }), crypter, "p");
        assert.deepEqual(decodeValue(onDisk, crypter, "p"), secret({ inner: "x" }));
    });

    it("pass assets and resource references through unchanged", () => {
        const asset = { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "x", hash: "y" };
        const reference = { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "u", id: "i" };
        assert.deepEqual(encodeValue({ asset, reference }, crypter, "p"), { asset, reference });
    });

    const refused: Record<string, Json> = {
        "an unknown string": "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "an unknown object inside a secret": secret(["dd056dcd-154b-4c76-9bd3-c8f88648b5ff"]),
        "an output value": { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: 1 },
        "not a number": NaN,
        "a secret without a value": { [SIGNATURE]: SECRET },
    };
    for (const [what, value] of Object.entries(refused)) {
        it(`refuse ${what}, naming the path`, () => {
            assert.throws(
                () => encodeValue({ deep: [value] }, crypter, "inputs"),
                /^Error: inputs\.deep\[0\]/,
            );
        });
    }

    it("are read from an export that shows secrets", () => {
        const shown = { [SIGNATURE]: SECRET, plaintext: '{"a":1}' };
        assert.deepEqual(decodeValue(shown, crypter, "p"), secret({ a: 1 }));
    });

    it("do not appear in the message when they cannot be read", () => {
        const broken: Json[] = [
            { [SIGNATURE]: SECRET, plaintext: "hunter2" },
            { [SIGNATURE]: SECRET, ciphertext: crypter.encrypt("hunter2") },
            { [SIGNATURE]: SECRET, ciphertext: "hunter2" },
            { [SIGNATURE]: SECRET, value: "hunter2" },
        ];
        for (const value of broken) {
            assert.throws(
                () => decodeValue([value], crypter, "outputs"),
                (error) => {
                    assert.ok(error instanceof EngineError);
                    assert.match(error.message, /^outputs\[0\]: /);
                    assert.doesNotMatch(error.message, /hunter2/);
                    return true;
                },
            );
        }
    });
});
