import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { isObject, replaceAt, type Path, type Value, type Values } from "../values";

const sealedKey = "$sealed";

/**
 * Keeps secret values from lying in clear on disk: AES-256-GCM under a random key in a file of the
 * store's folder that only its owner may read. Whoever reads that file reads the secrets.
 */
export class Seal {
    private constructor(private readonly key: Buffer) {}

    /** Takes the folder's key, or makes one. */
    static open(dir: string): Seal {
        const file = path.join(dir, "secrets.key");
        try {
            return new Seal(readKey(file));
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
                throw error;
            }
        }
        const temporary = `${file}.${process.pid}`;
        fs.writeFileSync(temporary, randomBytes(32).toString("hex"), { mode: 0o600 });
        fs.renameSync(temporary, file);
        return new Seal(readKey(file));
    }

    /** A copy whose values at the paths are encrypted. */
    close(values: Values, paths: readonly Path[]): Values {
        return paths.length === 0 ? values : replaceAt(values, paths, (value) => this.hide(value));
    }

    /** The opposite of `close`. */
    reveal(values: Values, paths: readonly Path[]): Values {
        return paths.length === 0 ? values : replaceAt(values, paths, (value) => this.show(value));
    }

    private hide(value: Value): Value {
        const nonce = randomBytes(12);
        const cipher = createCipheriv("aes-256-gcm", this.key, nonce);
        const body = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
        const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]);
        return { [sealedKey]: sealed.toString("base64") };
    }

    private show(value: Value): Value {
        const sealed = isObject(value) ? value[sealedKey] : undefined;
        if (typeof sealed !== "string") {
            return value;
        }
        const bytes = Buffer.from(sealed, "base64");
        const decipher = createDecipheriv("aes-256-gcm", this.key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        return JSON.parse(body.toString("utf8")) as Value;
    }
}

function readKey(file: string): Buffer {
    const key = Buffer.from(fs.readFileSync(file, "utf8").trim(), "hex");
    if (key.length !== 32) {
        throw new Error(`${file} is not a key of the emulated cloud`);
    }
    return key;
}
