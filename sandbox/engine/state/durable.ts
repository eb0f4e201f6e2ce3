/** Writing files so that they are on the disk, whole, or not there at all. */

import { randomUUID } from "node:crypto";
import { copyFile, link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { EngineError } from "../api";

/** The code of a file system error ("ENOENT"), else "". */
export function errorCode(error: unknown): string {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    return typeof code === "string" ? code : "";
}

/** undefined when there is no such file. */
export async function readIfPresent(path: string): Promise<Buffer | undefined> {
    try {
        return await readFile(path);
    } catch (error) {
        if (errorCode(error) === "ENOENT") {
            return undefined;
        }
        throw ioError(error, "read", path);
    }
}

/** Makes names created, renamed or removed in a folder survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
    if (process.platform === "win32") {
        return; // Windows has no way to sync a folder.
    }
    const directory = await open(path, "r");
    try {
        await directory.sync();
    } finally {
        await directory.close();
    }
}

/**
 * Replaces a file in one step: temporary file beside it, fsync, rename. Readers see the old or the
 * new text, never a mixture; on any error the old file is as it was.
 * @param beforeRename runs when the new text is safely on the disk.
 */
export async function writeAtomically(
    path: string,
    text: string,
    beforeRename?: () => Promise<void>,
): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
        const file = await open(temporary, "wx", 0o600);
        try {
            await file.writeFile(text);
            await file.sync();
        } finally {
            await file.close();
        }
        await beforeRename?.();
        await rename(temporary, path);
        await syncDirectory(dirname(path));
    } catch (error) {
        await rm(temporary, { force: true });
        throw ioError(error, "write", path);
    }
}

/** Keeps what `path` holds now under `backup`, without a moment in which `backup` is missing. */
export async function keepBackup(path: string, backup: string): Promise<void> {
    const temporary = `${backup}.${randomUUID()}.tmp`;
    try {
        await link(path, temporary);
    } catch (error) {
        if (errorCode(error) === "ENOENT") {
            return;
        }
        await copyFile(path, temporary); // a file system without hard links
    }
    await rename(temporary, backup);
}

/** A sentence instead of a system error; EngineErrors pass as they are. */
export function ioError(error: unknown, doing: string, path: string): EngineError {
    if (error instanceof EngineError) {
        return error;
    }
    const code = errorCode(error);
    const why = code === "ENOSPC" ? "the disk is full" : (error as Error).message;
    return new EngineError(`Cannot ${doing} ${path}: ${why}`);
}
