/**
 * Pulumi's passphrase scheme. A key is derived with PBKDF2-SHA256 (1,000,000 rounds, 8-byte salt,
 * 32 bytes); a value is `v1:<nonce>:<ciphertext and tag>`, AES-256-GCM, base64. The salt line is
 * `v1:<salt>:<the word "pulumi", encrypted>`: the word tells a wrong passphrase from a right one.
 */

import { createCipheriv, createDecipheriv, createHash, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { EngineError } from "../api";

const ITERATIONS = 1_000_000;
const KEY_BYTES = 32;
const SALT_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CHECK_WORD = "pulumi";

const derive = promisify(pbkdf2);

/** Encrypts and decrypts texts of one stack. */
export interface Crypter {
    /** The whole salt line, as in `encryptionsalt` and in the state's secrets provider. */
    readonly saltLine: string;
    /** A fresh nonce each time: equal texts give different ciphertexts. */
    encrypt(text: string): string;
    /** Throws an EngineError (exit 1) for anything this passphrase and salt did not encrypt. */
    decrypt(ciphertext: string): string;
}

const keys = new Map<string, Promise<Buffer>>();
const fresh = new Map<string, Promise<Crypter>>();

/** 0.3 s the first time, then from memory: once per process, passphrase and salt. */
function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
    const name = digest(passphrase, salt);
    let key = keys.get(name);
    if (key === undefined) {
        key = derive(passphrase, salt, ITERATIONS, KEY_BYTES, "sha256");
        keys.set(name, key);
    }
    return key;
}

/** So that no passphrase stays in memory as the key of a map. */
function digest(passphrase: string, salt: Buffer): string {
    return createHash("sha256").update(salt).update("\0").update(passphrase).digest("base64");
}

function crypterOf(key: Buffer, saltLine: string): Crypter {
    return {
        saltLine,
        encrypt: (text) => encrypt(key, text),
        decrypt: (ciphertext) => decrypt(key, ciphertext),
    };
}

function encrypt(key: Buffer, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return `v1:${nonce.toString("base64")}:${body.toString("base64")}`;
}

function decrypt(key: Buffer, ciphertext: string): string {
    const parts = ciphertext.split(":");
    const [version, nonceText = "", bodyText = ""] = parts;
    const nonce = Buffer.from(nonceText, "base64");
    const body = Buffer.from(bodyText, "base64");
    if (parts.length !== 3 || version !== "v1") {
        throw new EngineError('an encrypted value is not of the form "v1:<nonce>:<ciphertext>"');
    }
    if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) {
        throw new EngineError("an encrypted value is cut short or damaged");
    }
    const decipher = createDecipheriv("aes-256-gcm", key, nonce);
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    try {
        const text = decipher.update(body.subarray(0, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
    } catch {
        throw new EngineError(
            "an encrypted value does not decrypt with this passphrase and salt: it was damaged, or " +
                "encrypted for another stack",
        );
    }
}

/**
 * A crypter with a new random salt. All new stacks of one process share it (they share the passphrase
 * too): 0.3 s once instead of once per stack.
 */
export function newCrypter(passphrase: string): Promise<Crypter> {
    const name = digest(passphrase, Buffer.alloc(0));
    let crypter = fresh.get(name);
    if (crypter === undefined) {
        crypter = createCrypter(passphrase);
        fresh.set(name, crypter);
    }
    return crypter;
}

async function createCrypter(passphrase: string): Promise<Crypter> {
    const salt = randomBytes(SALT_BYTES);
    const key = await deriveKey(passphrase, salt);
    return crypterOf(key, `v1:${salt.toString("base64")}:${encrypt(key, CHECK_WORD)}`);
}

/**
 * The crypter of an existing salt line.
 * @param source what the line was read from, for the message: a path.
 * @throws EngineError exit 1 when the line is malformed, exit 2 when the passphrase is not its own.
 */
export async function openCrypter(
    passphrase: string,
    saltLine: string,
    source: string,
): Promise<Crypter> {
    const match = /^v1:([A-Za-z0-9+/]+={0,2}):(v1:[^:]+:[^:]+)$/.exec(saltLine);
    const [, saltText = "", check = ""] = match ?? [];
    const salt = Buffer.from(saltText, "base64");
    if (salt.length !== SALT_BYTES) {
        throw new EngineError(
            `${source}: the encryption salt is not of the form "v1:<8 bytes, base64>:v1:<nonce>:<check>"`,
        );
    }
    const key = await deriveKey(passphrase, salt);
    let word: string;
    try {
        word = decrypt(key, check);
    } catch {
        word = "";
    }
    if (word !== CHECK_WORD) {
        throw new EngineError(
            `${source}: wrong passphrase. Set PULUMI_CONFIG_PASSPHRASE to the one its secrets were ` +
                "encrypted with; nothing was changed",
            2,
        );
    }
    return crypterOf(key, saltLine);
}
