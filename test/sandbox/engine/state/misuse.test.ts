import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journalPath, open, resource, temporaryFolder, within } from "./support";

describe("the state store, used wrongly,", () => {
    it("takes no record while it commits, for that would be in neither file", async () => {
        const folder = temporaryFolder();
        await within(folder, async (store) => {
            await store.begin("up");
            const early = store.record({ kind: "put", resource: resource("early") });
            const committed = store.commit({ result: "succeeded" });
            await assert.rejects(store.record({ kind: "put", resource: resource("late") }), Error);
            await Promise.all([early, committed]);
            assert.deepEqual(store.snapshot().resources, [resource("early")]);
        });
    });

    const misuse: Record<string, (store: Awaited<ReturnType<typeof open>>) => Promise<void>> = {
        "an object it never saw": (s) => s.record({ kind: "remove", resource: resource("a") }),
        "a resource marked as pending delete": (s) =>
            s.record({ kind: "put", resource: resource("a", { delete: true }) }),
        "an operation it never saw": (s) =>
            s.record({
                kind: "end-operation",
                operation: { type: "creating", resource: resource("a") },
            }),
        "a value that is not known": (s) =>
            s.record({
                kind: "put",
                resource: resource("a", { inputs: { x: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } }),
            }),
        "a second deployment": (s) => s.begin("up"),
        "an alias and a retirement at once": (s) => {
            const [kept] = s.snapshot().resources;
            assert.ok(kept);
            const entry = { kind: "put", resource: resource("a"), replaces: kept } as const;
            return s.record({ ...entry, retires: kept });
        },
    };
    for (const [what, act] of Object.entries(misuse)) {
        it(`refuses ${what} and stays as it was`, async () => {
            const folder = temporaryFolder();
            await within(folder, async (store) => {
                await store.begin("up");
                await store.record({ kind: "put", resource: resource("kept") });
                const journal = readFileSync(journalPath(folder), "utf8");
                await assert.rejects(act(store), Error);
                assert.deepEqual(store.snapshot().resources, [resource("kept")]);
                assert.equal(readFileSync(journalPath(folder), "utf8"), journal);
            });
        });
    }
});
