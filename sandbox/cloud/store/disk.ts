import * as fs from "node:fs";
import * as path from "node:path";
import { Doubts } from "./doubts";
import type { StoreChange, StoredResource } from "./record";
import type { Seal } from "./seal";

/** One line of the journal: a change, and the counters after it. */
interface Line extends StoreChange {
    readonly counters: Record<string, number>;
}

/** What lay on disk. */
export interface Loaded {
    readonly resources: Map<string, StoredResource>;
    readonly counters: Record<string, number>;
    readonly doubts: Doubts;
    /** Bytes of the journal that hold whole lines; a torn last line lies behind them. */
    readonly journalBytes: number;
    /** Lines in the journal. */
    readonly lines: number;
}

export function journalFile(dir: string): string {
    return path.join(dir, "journal.jsonl");
}

function snapshotFile(dir: string): string {
    return path.join(dir, "snapshot.json");
}

export function journalLine(change: StoreChange, counters: Record<string, number>, seal: Seal) {
    const line: Line = {
        ...(change.put === undefined ? {} : { put: change.put.map((one) => sealed(one, seal)) }),
        ...(change.remove === undefined ? {} : { remove: change.remove }),
        ...(change.made === undefined ? {} : { made: change.made }),
        ...(change.settled === undefined ? {} : { settled: change.settled }),
        counters,
    };
    return `${JSON.stringify(line)}\n`;
}

/** Snapshot, then journal. Replaying a journal already in the snapshot changes nothing. */
export function load(dir: string, seal: Seal): Loaded {
    const resources = new Map<string, StoredResource>();
    const counters: Record<string, number> = {};
    const doubts = new Doubts();
    const apply = (line: Line) => {
        for (const resource of line.put ?? []) {
            resources.set(resource.key, revealed(resource, seal));
        }
        for (const key of line.remove ?? []) {
            resources.delete(key);
            doubts.gone(key);
        }
        for (const [urn, key] of Object.entries(line.made ?? {})) {
            doubts.made(urn, key);
        }
        for (const urn of line.settled ?? []) {
            doubts.settle(urn);
        }
        Object.assign(counters, line.counters);
    };
    const snapshot = readIfThere(snapshotFile(dir));
    if (snapshot.length > 0) {
        apply(parse(snapshotFile(dir), 1, snapshot.toString("utf8")));
    }
    const journal = readIfThere(journalFile(dir));
    const journalBytes = journal.lastIndexOf(0x0a) + 1;
    const lines = journal.subarray(0, journalBytes).toString("utf8").split("\n");
    lines.forEach((text, i) => {
        if (text !== "") {
            apply(parse(journalFile(dir), i + 1, text));
        }
    });
    return { resources, counters, doubts, journalBytes, lines: lines.length - 1 };
}

function parse(file: string, line: number, text: string): Line {
    try {
        return JSON.parse(text) as Line;
    } catch {
        throw new Error(`The emulated cloud cannot read ${file}, line ${line}: not JSON`);
    }
}

/** Writes a whole snapshot beside the old one, then puts it in its place. */
export function writeSnapshot(
    dir: string,
    resources: Iterable<StoredResource>,
    counters: Record<string, number>,
    made: Record<string, string>,
    seal: Seal,
): void {
    const temporary = `${snapshotFile(dir)}.new`;
    const fd = fs.openSync(temporary, "w", 0o600);
    try {
        fs.writeSync(fd, journalLine({ put: [...resources], made }, counters, seal));
        fs.fsyncSync(fd);
    } finally {
        fs.closeSync(fd);
    }
    fs.renameSync(temporary, snapshotFile(dir));
}

function sealed(resource: StoredResource, seal: Seal): StoredResource {
    const { inputs, outputs, secrets } = resource;
    return {
        ...resource,
        inputs: seal.close(inputs, secrets),
        outputs: seal.close(outputs, secrets),
    };
}

function revealed(resource: StoredResource, seal: Seal): StoredResource {
    const { inputs, outputs, secrets } = resource;
    return {
        ...resource,
        inputs: seal.reveal(inputs, secrets),
        outputs: seal.reveal(outputs, secrets),
    };
}

function readIfThere(file: string): Buffer {
    try {
        return fs.readFileSync(file);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") {
            return Buffer.alloc(0);
        }
        throw error;
    }
}
