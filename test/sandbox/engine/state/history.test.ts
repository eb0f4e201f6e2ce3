import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentKind } from "../../../../sandbox/engine/state";
import { temporaryFolder, within } from "./support";

const historyFolder = (folder: string): string => join(folder, ".pulumi", "history", "shop", "dev");

function run(folder: string, kind: DeploymentKind, changes: Record<string, number>): Promise<void> {
    return within(folder, async (store) => {
        await store.begin(kind);
        await store.commit({ result: kind === "destroy" ? "failed" : "succeeded", changes });
    });
}

describe("the history of a stack", () => {
    it("keeps kind, times, result and changes of the last twenty, newest first", async () => {
        const folder = temporaryFolder();
        for (let i = 1; i <= 23; i++) {
            await run(folder, i === 23 ? "destroy" : "up", { create: i });
        }
        await within(folder, async (store) => {
            const records = await store.history();
            assert.deepEqual(
                records.map(({ changes }) => changes.create),
                Array.from({ length: 20 }, (_, i) => 23 - i),
            );
            const [newest] = records;
            assert.equal(newest?.kind, "destroy");
            assert.equal(newest.result, "failed");
            assert.ok(newest.startTime <= newest.endTime);
            assert.ok(Math.abs(Date.parse(newest.endTime) - Date.now()) < 60_000);
        });
        assert.equal(readdirSync(historyFolder(folder)).length, 20);
    });

    it("is written in Pulumi's own form", async () => {
        const folder = temporaryFolder();
        await run(folder, "up", { create: 1, same: 2 });
        const [name = ""] = readdirSync(historyFolder(folder));
        assert.match(name, /^dev-\d{19}\.history\.json$/);
        const text = readFileSync(join(historyFolder(folder), name), "utf8");
        const { kind, result, startTime, resourceChanges } = JSON.parse(text) as Record<
            string,
            unknown
        >;
        assert.deepEqual({ kind, result }, { kind: "update", result: "succeeded" });
        assert.deepEqual(resourceChanges, { create: 1, same: 2 });
        assert.ok(Number.isInteger(startTime));
    });

    it("passes over files that are not its own", async () => {
        const folder = temporaryFolder();
        await run(folder, "refresh", {});
        writeFileSync(join(historyFolder(folder), "dev-9.history.json"), "{");
        writeFileSync(join(historyFolder(folder), "notes.txt"), "x");
        await within(folder, async (store) => {
            assert.deepEqual(
                (await store.history()).map(({ kind }) => kind),
                ["refresh"],
            );
        });
    });
});
