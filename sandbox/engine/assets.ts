import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isObject, signatureKey, transform, type Json, type Properties } from "./wire";

const assetMark = "c44067f5952c0a294b673a41bacd8c17";
const archiveMark = "0def7320c3a5731c473e5ecbe6d01bc7";
const archiveFile = /\.(jar|zip|tar|tgz|tar\.gz)$/;
/** The folder Pulumi keeps its own files in: never part of an archive. */
const bookkeeping = ".pulumi";

type Fields = Readonly<Record<string, Json>>;

/**
 * Assets and archives as the state keeps them: with the SHA-256 of what they hold, the real engine's own, so
 * that a changed file is a changed value. A remote one has no hash and is compared by its address: the
 * sandbox fetches nothing.
 * @param dir Where relative paths begin.
 * @throws Error naming a file that cannot be read.
 */
export function withHashes(properties: Properties, dir: string): Properties {
    return transform(properties, (value) => hashed(value, dir)) as Properties;
}

function hashed(value: Json, dir: string): Json | undefined {
    const mark = isObject(value) ? value[signatureKey] : undefined;
    if (!isObject(value) || (mark !== assetMark && mark !== archiveMark)) return undefined;
    // Without the SDK's own marks, which the engine does not keep.
    const kept = Object.entries(value).filter(([key]) => !key.startsWith("__pulumi"));
    const plain = Object.fromEntries(kept);
    if (isRemote(value)) return plain;
    const hash = createHash("sha256");
    if (mark === assetMark) hash.update(assetContents(value, dir));
    else hashArchive(value, dir, hash);
    const copy: Record<string, Json> = { ...plain, hash: hash.digest("hex") };
    if (isObject(value.assets)) copy.assets = withHashes(value.assets, dir);
    return copy;
}

function isRemote({ uri }: Fields): boolean {
    return typeof uri === "string" && uri !== "";
}

function assetContents(asset: Fields, dir: string): Buffer {
    const { text, path: file } = asset;
    if (typeof file === "string" && file !== "") return fs.readFileSync(path.resolve(dir, file));
    // In an archive: nobody else would notice that it is another one now.
    if (isRemote(asset)) return Buffer.from(JSON.stringify(asset.uri));
    return Buffer.from(typeof text === "string" ? text : "");
}

/** An archive file is hashed as it is, anything else as the tar file it would make. */
function hashArchive(archive: Fields, dir: string, hash: Hash): void {
    const { path: file } = archive;
    if (typeof file === "string" && archiveFile.test(file)) {
        hash.update(fs.readFileSync(path.resolve(dir, file)));
        return;
    }
    const seen = new Set<string>();
    for (const [name, contents] of members(archive, dir)) {
        if (seen.has(name)) continue;
        seen.add(name);
        hash.update(tarHeader(name, contents.length)).update(contents);
        hash.update(Buffer.alloc((512 - (contents.length % 512)) % 512));
    }
    hash.update(Buffer.alloc(1024));
}

function* members(archive: Fields, dir: string): Generator<[string, Buffer]> {
    const { assets, path: folder } = archive;
    if (typeof folder === "string" && folder !== "") {
        if (archiveFile.test(folder)) {
            throw new Error(`${folder}: the embedded engine does not look into archive files`);
        }
        const root = path.resolve(dir, folder);
        for (const name of filesIn(root, "")) yield [name, fs.readFileSync(path.join(root, name))];
        return;
    }
    const entries = Object.entries(isObject(assets) ? assets : {});
    for (const [name, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (!isObject(value)) continue;
        if (value[signatureKey] === assetMark) yield [name, assetContents(value, dir)];
        else {
            for (const [inner, contents] of members(value, dir)) {
                yield [path.posix.join(name, inner), contents];
            }
        }
    }
}

/** In the order of names, folder by folder; links to folders are left out. */
function* filesIn(root: string, folder: string): Generator<string> {
    for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
        if (name === bookkeeping) continue;
        const relative = path.posix.join(folder, name);
        const file = path.join(root, relative);
        if (fs.lstatSync(file).isDirectory()) yield* filesIn(root, relative);
        else if (!fs.statSync(file).isDirectory()) yield relative;
    }
}

/** USTAR, as Go's library writes it: mode 600, no owner, no time. */
function tarHeader(name: string, size: number): Buffer {
    if (Buffer.byteLength(name) > 100 || !/^[\x20-\x7e]+$/.test(name)) {
        throw new Error(`${name}: in an archive the embedded engine takes 100 plain characters`);
    }
    const octal = (value: number, digits: number): string =>
        value.toString(8).padStart(digits, "0");
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write("0000600", 100);
    header.write("0000000", 108);
    header.write("0000000", 116);
    header.write(octal(size, 11), 124);
    header.write("00000000000", 136);
    header.write(" ".repeat(8), 148);
    header.write("0", 156);
    header.write("ustar\u000000", 257);
    header.write("0000000", 329);
    header.write("0000000", 337);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${octal(sum, 6)}\u0000 `, 148);
    return header;
}
