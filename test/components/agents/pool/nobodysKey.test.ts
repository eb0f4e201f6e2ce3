import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "mocha";
import { nobodysKey } from "../../../../components/agents/nobodysKey";

const prime = 2n ** 255n - 19n;

function power(base: bigint, exponent: bigint): bigint {
    let result = 1n;
    let square = base % prime;
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
        if (rest & 1n) result = (result * square) % prime;
        square = (square * square) % prime;
    }
    return result;
}

/** Whether 32 bytes are a point of Ed25519 (RFC 8032, 5.1.3): x² = (y² - 1) / (dy² + 1) has a root. */
function isPoint(bytes: Buffer): boolean {
    const y = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`) & (2n ** 255n - 1n);
    const d = ((prime - 121665n) * power(121666n, prime - 2n)) % prime;
    const over = (((d * y) % prime) * y + 1n) % prime;
    const square = ((y * y - 1n + prime) * power(over, prime - 2n)) % prime;
    return y < prime && (square === 0n || power(square, (prime - 1n) / 2n) === 1n);
}

/** A field of a key as SSH writes it: its length, then it. */
function field(bytes: Buffer): Buffer {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

describe("the SSH key of agent machines", () => {
    it("is nobody's: the first point among the hashes of a plain sentence", () => {
        const digest = (count: number) =>
            createHash("sha256").update(`${nobodysKey.text} ${count}`).digest();
        const count = [...Array(100).keys()].find((one) => isPoint(digest(one)));
        assert.ok(count !== undefined);
        const blob = Buffer.concat([field(Buffer.from("ssh-ed25519")), field(digest(count))]);
        assert.equal(nobodysKey.publicKey, `ssh-ed25519 ${blob.toString("base64")} nobody`);
    });

    it("is found by a test that tells points from other bytes", () => {
        // The base point, whose y is 4/5, is one; of y = 2 and y = 3 exactly the latter is.
        const base = Buffer.from(`58${"66".repeat(31)}`, "hex");
        assert.ok(isPoint(base));
        const small = (y: number) => Buffer.from([y, ...Array<number>(31).fill(0)]);
        assert.deepEqual([small(2), small(3)].map(isPoint), [false, true]);
    });
});
