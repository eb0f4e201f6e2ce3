/**
 * An append-only file of JSON lines. Lines appended while a write is under way are written together
 * by the next one, so sixteen parallel steps cost about one fsync and not sixteen.
 */

import { open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { EngineError } from "../api";
import { ioError, readIfPresent, syncDirectory } from "./durable";

export class JournalFile {
    readonly #path: string;
    readonly #file: FileHandle;
    #waiting: string[] = [];
    /** Ends when every write begun so far has ended, well or badly. */
    #tail: Promise<void> = Promise.resolve();
    /** The write that will take what is waiting. */
    #next: Promise<void> | undefined;
    #failure: EngineError | undefined;

    private constructor(path: string, file: FileHandle) {
        this.#path = path;
        this.#file = file;
    }

    /** Creates the file with its first line, durably. @throws EngineError when it exists already. */
    static async create(path: string, header: object): Promise<JournalFile> {
        let file: FileHandle | undefined;
        try {
            file = await open(path, "wx", 0o600);
            const journal = new JournalFile(path, file);
            await journal.append(header);
            await syncDirectory(dirname(path));
            return journal;
        } catch (error) {
            await file?.close();
            throw ioError(error, "write", path);
        }
    }

    /** Opens an existing file at `length` bytes: what lies behind is a torn line, cut off here. */
    static async reopen(path: string, length: number): Promise<JournalFile> {
        try {
            const file = await open(path, "a", 0o600);
            await file.truncate(length);
            return new JournalFile(path, file);
        } catch (error) {
            throw ioError(error, "write", path);
        }
    }

    /**
     * Resolves when the line is on the disk. After one failed write all further ones fail: what
     * follows a hole would be lost with it.
     */
    append(line: object): Promise<void> {
        this.#waiting.push(`${JSON.stringify(line)}\n`);
        if (this.#next === undefined) {
            this.#next = this.#tail.then(() => this.#flush());
            this.#tail = this.#next.catch(() => undefined); // told to whoever appended
        }
        return this.#next;
    }

    #flush(): Promise<void> {
        const text = this.#waiting.join("");
        this.#waiting = [];
        this.#next = undefined;
        return this.#write(text);
    }

    async #write(text: string): Promise<void> {
        if (this.#failure !== undefined) {
            throw this.#failure;
        }
        try {
            await this.#file.appendFile(text);
            await this.#file.datasync();
        } catch (error) {
            this.#failure = ioError(error, "write", this.#path);
            throw this.#failure;
        }
    }

    /** Resolves when nothing is under way; throws what a write failed with. */
    async settle(): Promise<void> {
        for (let seen: Promise<void> | undefined; seen !== this.#tail;) {
            seen = this.#tail;
            await seen;
        }
        if (this.#failure !== undefined) {
            throw this.#failure;
        }
    }

    async close(): Promise<void> {
        await this.settle().catch(() => undefined); // told to whoever appended
        await this.#file.close();
    }
}

/** What a journal on disk says. */
export interface JournalText {
    /** Whole lines, parsed. Empty when not even the first one was finished. */
    readonly lines: readonly unknown[];
    /** Bytes of the whole lines. */
    readonly length: number;
}

/**
 * Reads a journal; undefined when there is none. A last line that was cut off (no line end, or not
 * JSON) is left out: it was never acknowledged.
 * @throws EngineError when a line before the last is not JSON.
 */
export async function readJournal(path: string): Promise<JournalText | undefined> {
    const bytes = await readIfPresent(path);
    if (bytes === undefined) {
        return undefined;
    }
    const lines: unknown[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        try {
            lines.push(JSON.parse(bytes.toString("utf8", start, end)));
        } catch {
            if (bytes.includes(10, end + 1)) {
                throw new EngineError(
                    `${path}: line ${lines.length + 1} is damaged, and lines after it are not. The ` +
                        "state was left as it is; to go on without what the journal holds, move it away",
                );
            }
            break;
        }
        start = end + 1;
    }
    return { lines, length: start };
}
