import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { afterEach, describe, it } from "mocha";
import { openCloudStore } from "../../../sandbox/cloud";
import { openBench, refusal, temporary, type Bench } from "./support";

const repository = "github:index/repository:Repository";
const team = "github:index/team:Team";

/** The same cloud after its plugin was killed: a copy of what lies on the disk at this moment. */
async function afterKill(bench: Bench): Promise<Bench> {
    const dir = temporary();
    for (const file of ["journal.jsonl", "secrets.key"]) {
        fs.copyFileSync(path.join(bench.dir, file), path.join(dir, file));
    }
    await bench.close();
    return openBench(dir);
}

describe("a creation of which nobody knows whether it was answered", () => {
    let bench: Bench;
    afterEach(() => bench.close());

    const ids = (type: string) =>
        openCloudStore(bench.dir)
            .list(type)
            .map(({ id }) => id);

    it("is answered with what stands when the same URN asks again", async () => {
        bench = await openBench();
        const first = await bench.engine.up(repository, { name: "web" });
        bench = await afterKill(bench);
        const again = await bench.engine.up(repository, { name: "web" });
        assert.deepEqual(again.outputs.repoId, first.outputs.repoId);
        assert.deepEqual(ids(repository), ["web"]);
    });

    it("gives no second resource of a kind whose names need not be unique", async () => {
        bench = await openBench();
        const first = await bench.engine.up(team, { name: "web" });
        bench = await afterKill(bench);
        assert.equal((await bench.engine.up(team, { name: "web" })).id, first.id);
        assert.equal(ids(team).length, 1);
    });

    it("is brought up to the inputs of the program as it is now", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web", description: "old" });
        bench = await afterKill(bench);
        const again = await bench.engine.up(repository, { name: "web", description: "new" });
        assert.equal(again.outputs.description, "new");
        const stands = openCloudStore(bench.dir).list(repository);
        assert.deepEqual(
            stands.map(({ outputs }) => outputs.description),
            ["new"],
        );
    });

    it("does not help another URN to the same name", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        bench = await afterKill(bench);
        const message = await refusal(bench.engine.up(repository, { name: "web" }, false, "other"));
        assert.match(message, /422 .*name already exists/);
    });

    it("is found by its URN, and by no other", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        bench = await afterKill(bench);
        assert.equal((await bench.engine.read(repository, "", {}, "other")).id, "");
        const found = await bench.engine.read(repository, "");
        assert.equal(found.id, "web");
        assert.equal(found.outputs.fullName, "acme/web");
    });

    it("is settled once the engine names the id", async () => {
        bench = await openBench();
        const { inputs } = await bench.engine.up(repository, { name: "web" });
        bench = await afterKill(bench);
        await bench.engine.read(repository, "web", inputs);
        assert.equal((await bench.engine.read(repository, "")).id, "");
        const message = await refusal(bench.engine.up(repository, { name: "web" }));
        assert.match(message, /name already exists/);
    });

    it("is settled once the engine that got the answer ended in order", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        bench = await bench.restart();
        const message = await refusal(bench.engine.up(repository, { name: "web" }));
        assert.match(message, /name already exists/);
    });

    it("stays in doubt over a restart that was not in order, and over a fold of the journal", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        bench.engine.close();
        await bench.cloud.close(false);
        assert.equal(fs.readFileSync(path.join(bench.dir, "journal.jsonl"), "utf8"), "");
        bench = await openBench(bench.dir);
        assert.equal((await bench.engine.read(repository, "")).id, "web");
    });

    it("is none for the process that gave the answer: there a second creation is refused", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        assert.match(await refusal(bench.engine.up(repository, { name: "web" })), /already exists/);
        assert.equal((await bench.engine.read(repository, "")).id, "");
    });

    it("ends with the resource: what is gone cannot be found", async () => {
        bench = await openBench();
        await bench.engine.up(repository, { name: "web" });
        await bench.engine.up(team, { name: "web" }, false, "team");
        bench = await afterKill(bench);
        await bench.engine.delete(repository, "web");
        assert.equal((await bench.engine.read(repository, "")).id, "");
        assert.notEqual((await bench.engine.read(team, "", {}, "team")).id, "");
    });
});
