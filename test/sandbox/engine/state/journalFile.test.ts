import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { open as openFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { EngineError } from "../../../../sandbox/engine/api";
import { JournalFile, readJournal } from "../../../../sandbox/engine/state/journalFile";
import {
    copyAfterCrash,
    deploy,
    journalPath,
    open,
    resource,
    temporaryFolder,
    urn,
    within,
} from "./support";

/** Runs with one method of every open file replaced. */
async function withFileMethod(
    name: "datasync" | "appendFile",
    make: (original: () => Promise<void>) => () => Promise<void>,
    run: () => Promise<void>,
): Promise<void> {
    const file = await openFile(join(temporaryFolder(), "any"), "w");
    const prototype = Object.getPrototypeOf(file) as FileHandle;
    await file.close();
    const original = Reflect.get(prototype, name) as (...args: unknown[]) => Promise<void>;
    Reflect.set(prototype, name, function (this: FileHandle, ...args: unknown[]) {
        return make(() => original.apply(this, args))();
    });
    try {
        await run();
    } finally {
        Reflect.set(prototype, name, original);
    }
}

const diskFull = (): Promise<void> =>
    Promise.reject(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }));

describe("the journal file", () => {
    it("writes what is appended at once with few syncs, in order, and resolves after the sync", async () => {
        const path = join(temporaryFolder(), "j");
        let syncs = 0;
        const counted = (original: () => Promise<void>) => () => {
            syncs++;
            return original();
        };
        await withFileMethod("datasync", counted, async () => {
            const journal = await JournalFile.create(path, { line: 0 });
            const all = Array.from({ length: 200 }, (_, i) => journal.append({ line: i + 1 }));
            await all[0];
            assert.match(readFileSync(path, "utf8"), /"line":1\}\n/);
            await Promise.all(all);
            await journal.close();
        });
        assert.ok(syncs >= 2 && syncs <= 4, `${syncs} syncs for 201 lines`);
        const lines = (await readJournal(path))?.lines as { line: number }[];
        assert.deepEqual(
            lines.map(({ line }) => line),
            Array.from({ length: 201 }, (_, i) => i),
        );
    });

    it("shares a sync between records under way while another is written", async () => {
        await within(temporaryFolder(), async (store) => {
            await store.begin("up");
            let syncs = 0;
            const slow = (original: () => Promise<void>) => async () => {
                syncs++;
                await new Promise((resolve) => setTimeout(resolve, 5));
                await original();
            };
            await withFileMethod("datasync", slow, async () => {
                const step = async (i: number): Promise<void> => {
                    await store.record({ kind: "put", resource: resource(`r${i}`) });
                    await store.record({ kind: "put", resource: resource(`r${i}`, { id: "2" }) });
                };
                await Promise.all(Array.from({ length: 16 }, (_, i) => step(i)));
            });
            assert.ok(syncs >= 2 && syncs <= 4, `${syncs} syncs for 32 records`);
        });
    });

    it("fails every record after one that could not be written, and keeps what was durable", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"));
        const store = await open(folder);
        await store.begin("up");
        await store.record({ kind: "put", resource: resource("b") });
        await withFileMethod(
            "appendFile",
            () => diskFull,
            async () => {
                await assert.rejects(
                    store.record({ kind: "put", resource: resource("c") }),
                    (error) => {
                        assert.ok(error instanceof EngineError);
                        assert.match(error.message, /dev\.journal: the disk is full$/);
                        return true;
                    },
                );
            },
        );
        await assert.rejects(store.record({ kind: "put", resource: resource("d") }), EngineError);
        await assert.rejects(store.commit({ result: "succeeded" }), EngineError);
        await store.close();
        await within(copyAfterCrash(folder), (after) => {
            const urns = after.snapshot().resources.map((r) => r.urn);
            assert.deepEqual(urns, [urn("a"), urn("b")]);
        });
    });

    it("leaves out a last line that was cut off, with or without its line end", async () => {
        const path = join(temporaryFolder(), "j");
        for (const torn of ['{"line":', '{"line":\n', "\0\0\0\n"]) {
            writeFileSync(path, `{"line":0}\n${torn}`);
            assert.deepEqual(await readJournal(path), { lines: [{ line: 0 }], length: 11 });
        }
    });

    it("refuses a damaged line with whole ones behind it, by its number", async () => {
        const folder = temporaryFolder();
        const store = await open(folder);
        await store.begin("up");
        await store.record({ kind: "put", resource: resource("a") });
        await store.record({ kind: "put", resource: resource("b") });
        await store.close();
        const text = readFileSync(journalPath(folder), "utf8");
        writeFileSync(journalPath(folder), text.replace('{"op":"put"', '{"op":}put"'));
        await assert.rejects(open(folder), /dev\.journal: line 2 is damaged/);
    });
});
