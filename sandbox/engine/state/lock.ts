/**
 * One lock per stack, laid out as Pulumi does: a folder with one file per process that wants it. Who
 * has written his own file and then sees nobody else's holds the lock. Names are unique, so clearing
 * away a dead process's file can never hit a living one's.
 */

import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { EngineError } from "../api";
import { errorCode, ioError } from "./durable";
import type { LockHolder } from "./types";

/** Two that start in the same moment see each other and both step back; so they try again. */
const ATTEMPTS = 5;
const PAUSE_MS = 40;

const lockShape = z.object({
    pid: z.int(),
    username: z.string(),
    hostname: z.string(),
    timestamp: z.string(),
    command: z.string().default("unknown command"),
    /** Tells a process from a later one of the same id; "" where the system does not say. */
    birth: z.string().default(""),
});

export interface Lock {
    /** Dead processes whose lock was taken over. */
    readonly takenOver: readonly LockHolder[];
    release(): Promise<void>;
}

/** @throws EngineError naming the holder when a living process has the lock. */
export async function acquireLock(folder: string, command: string): Promise<Lock> {
    const takenOver: LockHolder[] = [];
    for (let attempt = 1; ; attempt++) {
        const own = await writeOwn(folder, command);
        try {
            const living = await livingOthers(folder, own, takenOver);
            if (living === undefined) {
                return { takenOver, release: () => rm(own, { force: true }) };
            }
            if (attempt === ATTEMPTS) {
                throw living;
            }
        } catch (error) {
            await rm(own, { force: true });
            throw ioError(error, "lock", folder);
        }
        await rm(own, { force: true });
        await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
}

async function writeOwn(folder: string, command: string): Promise<string> {
    const path = join(folder, `${randomUUID()}.json`);
    const content = {
        pid: process.pid,
        username: userName(),
        hostname: hostname(),
        timestamp: new Date().toISOString(),
        command,
        birth: await birthOf(process.pid),
    };
    try {
        await mkdir(folder, { recursive: true });
        await writeFile(`${path}.tmp`, JSON.stringify(content), { mode: 0o600 });
        await rename(`${path}.tmp`, path);
        return path;
    } catch (error) {
        throw ioError(error, "lock", folder);
    }
}

/** What to say when somebody else holds the lock; files of dead processes are cleared away. */
async function livingOthers(
    folder: string,
    own: string,
    takenOver: LockHolder[],
): Promise<EngineError | undefined> {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
    for (const path of names.map((name) => join(folder, name)).filter((path) => path !== own)) {
        const text = await readFile(path, "utf8").catch((error: unknown) => {
            if (errorCode(error) === "ENOENT") {
                return undefined; // released between listing and reading
            }
            throw error;
        });
        if (text === undefined) {
            continue;
        }
        const holder = parse(text);
        if (holder === undefined) {
            return new EngineError(
                `The stack is locked by something this engine cannot read. If nothing is using it, remove ${path}`,
            );
        }
        if (await isAlive(holder)) {
            return new EngineError(
                `The stack is locked by "${holder.command}", process ${holder.pid} of ${holder.username} on ` +
                    `${holder.hostname} since ${holder.timestamp}. Wait for it, or, if it is gone, remove ${path}`,
            );
        }
        await rm(path, { force: true });
        takenOver.push(holderOf(holder));
    }
    return undefined;
}

function parse(text: string): z.infer<typeof lockShape> | undefined {
    try {
        return lockShape.safeParse(JSON.parse(text)).data;
    } catch {
        return undefined;
    }
}

function holderOf(lock: z.infer<typeof lockShape>): LockHolder {
    const { pid, hostname: host, username: user, command, timestamp: since } = lock;
    return { pid, host, user, command, since };
}

/** On another host nothing can be said: it counts as alive. */
async function isAlive(lock: z.infer<typeof lockShape>): Promise<boolean> {
    if (lock.hostname !== hostname()) {
        return true;
    }
    try {
        process.kill(lock.pid, 0);
    } catch (error) {
        return errorCode(error) !== "ESRCH"; // EPERM: alive, and somebody else's
    }
    const birth = await birthOf(lock.pid);
    return lock.birth === "" || birth === "" || birth === lock.birth;
}

/** Boot and start time of a process on Linux; "" elsewhere, or when it is gone. */
async function birthOf(pid: number): Promise<string> {
    try {
        const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
        const stat = await readFile(`/proc/${pid}/stat`, "utf8");
        // The command in parentheses may hold blanks; start time is field 22, the 20th behind it.
        const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
        return `${boot.trim()}:${started}`;
    } catch {
        return "";
    }
}

function userName(): string {
    try {
        return userInfo().username;
    } catch {
        return String(process.getuid?.() ?? "unknown");
    }
}
