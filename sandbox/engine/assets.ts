import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isObject, signatureKey, transform, type Json, type Properties } from "./wire";

const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

type Marked = Readonly<Record<string, Json>>;

/**
 * Assets and archives as the state keeps them: with the SHA-256 of what they hold, so that a changed file
 * is a changed value. Paths are relative to `dir`. A remote one has no hash and is compared by its address:
 * the sandbox fetches nothing. The hash of an archive that is put together here, of a folder or of assets, is
 * not the real engine's, which hashes a tar file: taken over by the other engine it shows one update.
 * @throws Error naming a file that cannot be read.
 */
export function withHashes(properties: Properties, dir: string): Properties {
    return transform(properties, (value) => {
        if (!isObject(value)) return undefined;
        if (value[signatureKey] === assetSignature) return hashed(value, assetHash(value, dir));
        if (value[signatureKey] !== archiveSignature) return undefined;
        if (!isObject(value.assets)) return hashed(value, archiveHash(value, dir));
        const assets = withHashes(value.assets, dir);
        return hashed({ ...value, assets }, ofParts(assets));
    }) as Properties;
}

/** Without the SDK's own marks, which the engine does not keep. */
function hashed(value: Marked, hash: string | undefined): Json {
    const kept = Object.entries(value).filter(([key]) => !key.startsWith("__pulumi"));
    return { ...Object.fromEntries(kept), ...(hash === undefined ? {} : { hash }) };
}

function sha256(data: string | Buffer): string {
    return createHash("sha256").update(data).digest("hex");
}

function assetHash({ text, path: file }: Marked, dir: string): string | undefined {
    if (typeof text === "string") return sha256(text);
    return typeof file === "string" && file !== "" ? fileHash(path.resolve(dir, file)) : undefined;
}

function archiveHash({ path: file }: Marked, dir: string): string | undefined {
    if (typeof file !== "string" || file === "") return undefined;
    const full = path.resolve(dir, file);
    return fs.statSync(full).isDirectory() ? folderHash(full) : fileHash(full);
}

function fileHash(file: string): string {
    return sha256(fs.readFileSync(file));
}

function folderHash(folder: string): string {
    const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile()).sort();
    return sha256(files.map((name) => `${name}\0${fileHash(path.join(folder, name))}`).join("\n"));
}

function ofParts(assets: Properties): string {
    const parts = Object.entries(assets).map(([name, part]) => {
        const { hash = "", uri = "" } = isObject(part) ? part : {};
        return `${name}\0${JSON.stringify([hash, uri])}`;
    });
    return sha256(parts.sort().join("\n"));
}
