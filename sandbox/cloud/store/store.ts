import * as fs from "node:fs";
import { Doubts } from "./doubts";
import { journalFile, journalLine, load, writeSnapshot } from "./disk";
import { lockFolder } from "./lock";
import type { StoreChange, StoredResource } from "./record";
import { storeKey } from "./record";
import { Seal } from "./seal";

/** Journal lines after which the journal is folded into the snapshot. */
const foldAfter = 20_000;

/**
 * Everything that stands in the emulated cloud: in memory, and on disk before a write is answered.
 * A write appends one line to a journal; a killed process loses nothing it had answered.
 * (A power cut may: the journal is handed to the operating system, not forced to the disk.)
 */
export class CloudStore {
    private readonly resources = new Map<string, StoredResource>();
    private readonly claimed = new Map<string, string>();
    private readonly listed = new Map<string, Set<string>>();
    private counters: Record<string, number> = {};
    private doubts = new Doubts();
    private lines = 0;
    private journal: number | undefined;

    private constructor(
        private readonly dir: string,
        private readonly seal: Seal,
        private readonly unlock: (() => void) | undefined,
    ) {}

    /** Opens a folder for writing, alone. */
    static open(dir: string): CloudStore {
        fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
        const unlock = lockFolder(dir);
        try {
            const store = new CloudStore(dir, Seal.open(dir), unlock);
            const journalBytes = store.read();
            store.journal = fs.openSync(journalFile(dir), "a", 0o600);
            fs.ftruncateSync(store.journal, journalBytes);
            return store;
        } catch (error) {
            unlock();
            throw error;
        }
    }

    /** What stands in a folder, without taking it. A missing folder is an empty cloud. */
    static peek(dir: string): CloudStore {
        fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
        const store = new CloudStore(dir, Seal.open(dir), undefined);
        store.read();
        return store;
    }

    private read(): number {
        const loaded = load(this.dir, this.seal);
        for (const resource of loaded.resources.values()) {
            this.enter(resource);
        }
        this.counters = loaded.counters;
        this.doubts = loaded.doubts;
        this.lines = loaded.lines;
        return loaded.journalBytes;
    }

    /** By type and id; the realm is the organisation, for types whose ids are unique only in one. */
    find(type: string, id: string, realm?: string): StoredResource | undefined {
        return this.resources.get(storeKey(type, id, realm));
    }

    /** Who has a name; names are compared without regard to case. */
    holder(claim: string): StoredResource | undefined {
        const key = this.claimed.get(claim.toLowerCase());
        return key === undefined ? undefined : this.resources.get(key);
    }

    /** What was made for a URN by a creation that is in doubt. */
    inDoubt(urn: string): StoredResource | undefined {
        const key = this.doubts.get(urn);
        return key === undefined ? undefined : this.resources.get(key);
    }

    /** What is listed under an id, name or scope. */
    under(parent: string): StoredResource[] {
        const keys = this.listed.get(parent.toLowerCase());
        return [...(keys ?? [])].flatMap((key) => this.resources.get(key) ?? []);
    }

    /** Everything, or everything of a type. */
    list(type?: string): StoredResource[] {
        const all = [...this.resources.values()];
        return type === undefined ? all : all.filter((one) => one.type === type);
    }

    /** The next number of a series that never gives one twice; kept by the next write. */
    next(series: string, first: number, step: number): number {
        const value = (this.counters[series] ?? first) + step;
        this.counters[series] = value;
        return value;
    }

    /** Applies a change as a whole and returns once the operating system has it. */
    write(change: StoreChange): void {
        if (this.journal === undefined) {
            throw new Error(`The emulated cloud in ${this.dir} is not open for writing`);
        }
        appendWhole(this.journal, journalLine(change, this.counters, this.seal));
        for (const key of change.remove ?? []) {
            this.drop(key);
            this.doubts.gone(key);
        }
        for (const resource of change.put ?? []) {
            this.drop(resource.key);
            this.enter(resource);
        }
        for (const [urn, key] of Object.entries(change.made ?? {})) {
            this.doubts.made(urn, key);
        }
        for (const urn of change.settled ?? []) {
            this.doubts.settle(urn);
        }
        this.lines += 1;
        if (this.lines >= foldAfter) {
            this.fold();
        }
    }

    /** Folds the journal and lets the folder go. */
    close(): void {
        if (this.journal !== undefined) {
            if (this.lines > 0) {
                this.fold();
            }
            fs.closeSync(this.journal);
            this.journal = undefined;
        }
        this.unlock?.();
    }

    private fold(): void {
        const made = this.doubts.all();
        writeSnapshot(this.dir, this.resources.values(), this.counters, made, this.seal);
        if (this.journal !== undefined) {
            fs.ftruncateSync(this.journal, 0);
        }
        this.lines = 0;
    }

    private enter(resource: StoredResource): void {
        this.resources.set(resource.key, resource);
        for (const claim of resource.claims) {
            this.claimed.set(claim.toLowerCase(), resource.key);
        }
        for (const parent of resource.parents) {
            const folded = parent.toLowerCase();
            const keys = this.listed.get(folded) ?? new Set<string>();
            this.listed.set(folded, keys.add(resource.key));
        }
    }

    private drop(key: string): void {
        const resource = this.resources.get(key);
        if (resource === undefined) {
            return;
        }
        this.resources.delete(key);
        for (const claim of resource.claims) {
            const folded = claim.toLowerCase();
            if (this.claimed.get(folded) === key) {
                this.claimed.delete(folded);
            }
        }
        for (const parent of resource.parents) {
            const keys = this.listed.get(parent.toLowerCase());
            keys?.delete(key);
            if (keys?.size === 0) {
                this.listed.delete(parent.toLowerCase());
            }
        }
    }
}

/** Appends all of a line or, on a full disk, nothing: half a line would hide what comes behind it. */
function appendWhole(file: number, line: string): void {
    const bytes = Buffer.from(line, "utf8");
    const before = fs.fstatSync(file).size;
    try {
        const written = fs.writeSync(file, bytes);
        if (written < bytes.length) {
            throw new Error(`The emulated cloud wrote ${written} of ${bytes.length} bytes`);
        }
    } catch (error) {
        fs.ftruncateSync(file, before);
        throw error;
    }
}
