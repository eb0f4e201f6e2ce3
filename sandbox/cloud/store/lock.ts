import * as fs from "node:fs";
import * as path from "node:path";

const heldHere = new Set<string>();

/** How long a process that is just ending may take to let go. */
const patienceMs = 3000;

/**
 * Takes the folder for this process. A lock whose holder no longer runs is taken over; one whose
 * holder runs is waited for a little, then refused by the holder's number.
 */
export function lockFolder(dir: string): () => void {
    const file = path.join(dir, "lock");
    const until = Date.now() + patienceMs;
    for (;;) {
        const holder = tryLock(file);
        if (holder === undefined) {
            heldHere.add(file);
            return () => {
                heldHere.delete(file);
                fs.rmSync(file, { force: true });
            };
        }
        if (holder === process.pid || Date.now() > until) {
            throw new Error(`The emulated cloud in ${dir} is in use by process ${holder}`);
        }
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
}

/** Nothing when the lock is ours now, else the process that has it. */
function tryLock(file: string): number | undefined {
    try {
        fs.writeFileSync(file, String(process.pid), { flag: "wx" });
        return undefined;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
            throw error;
        }
    }
    const holder = Number(readOrNothing(file));
    const stale = holder === process.pid ? !heldHere.has(file) : !runs(holder);
    if (stale) {
        fs.rmSync(file, { force: true });
        return tryLock(file);
    }
    return holder;
}

function readOrNothing(file: string): string {
    try {
        return fs.readFileSync(file, "utf8");
    } catch {
        return "";
    }
}

function runs(pid: number): boolean {
    if (!Number.isInteger(pid) || pid <= 0) {
        return false;
    }
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
