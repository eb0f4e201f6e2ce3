import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { once } from "node:events";
import { describe, it } from "mocha";
import { openCloudStore, startCloud } from "../../../sandbox/cloud/index";
import { Engine, openBench, refusal, secret, temporary } from "./support";

const repository = "github:index/repository:Repository";
const actionsSecret = "github:index/actionsSecret:ActionsSecret";
const main = path.resolve(__dirname, "../../../sandbox/cloud/main.ts");

/** Everything that lies in a folder, as text. */
function onDisk(dir: string): string {
    return fs
        .readdirSync(dir)
        .map((name) => fs.readFileSync(path.join(dir, name), "utf8"))
        .join("\n");
}

/** The plugin as a process of its own. */
async function spawnPlugin(dir: string): Promise<{ child: ChildProcess; engine: Engine }> {
    const child = spawn(process.execPath, ["--require", require.resolve("tsx/cjs"), main], {
        env: { ...process.env, GATEHOUSE_CLOUD_DIR: dir },
        stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const engine = new Engine(`127.0.0.1:${line.toString().trim()}`);
    await engine.configure("github", { owner: "acme" });
    return { child, engine };
}

describe("the store of the emulated cloud", () => {
    it("has everything again after a restart, numbers included", async () => {
        let bench = await openBench();
        const first = await bench.engine.up(repository, { name: "web" });
        bench = await bench.restart();
        assert.deepEqual((await bench.engine.read(repository, "web")).outputs, first.outputs);
        await bench.engine.delete(repository, "web");
        bench = await bench.restart();
        assert.equal((await bench.engine.read(repository, "web")).id, "");
        const second = await bench.engine.up(repository, { name: "web" });
        assert.ok(Number(second.outputs.repoId) > Number(first.outputs.repoId));
        await bench.close();
    });

    it("loses nothing it answered when its process is killed", async function () {
        this.timeout(120_000);
        const dir = temporary();
        const { child, engine } = await spawnPlugin(dir);
        const answered: string[] = [];
        const writing = (async () => {
            for (let i = 0; ; i++) {
                await engine.up(repository, { name: `r${i}`, description: secret("hush hush") });
                answered.push(`r${i}`);
                if (answered.length === 60) {
                    child.kill("SIGKILL");
                }
            }
        })();
        await refusal(writing);
        await refusal(once(child, "exit"));
        engine.close();
        const found = new Set(
            openCloudStore(dir)
                .list(repository)
                .map(({ id }) => id),
        );
        assert.ok(answered.length >= 60);
        assert.deepEqual(
            answered.filter((name) => !found.has(name)),
            [],
        );
        const again = await startCloud({ dir });
        await again.close();
        fs.rmSync(dir, { recursive: true });
    });

    it("drops a line that was not written to its end, and goes on behind it", async () => {
        const bench = await openBench();
        await bench.engine.up(repository, { name: "whole" });
        const lines = fs.readFileSync(path.join(bench.dir, "journal.jsonl"), "utf8");
        await bench.close();
        const dir = temporary();
        fs.writeFileSync(path.join(dir, "journal.jsonl"), lines + lines.slice(0, -20));
        const fresh = await openBench(dir);
        await fresh.engine.up(repository, { name: "behind" }, false, "another");
        const names = openCloudStore(dir)
            .list(repository)
            .map(({ id }) => id);
        assert.deepEqual(names, ["whole", "behind"]);
        await fresh.close();
    });

    it("names file and line of a journal it cannot read", async () => {
        const dir = temporary();
        fs.writeFileSync(path.join(dir, "journal.jsonl"), '{"counters":{}}\nnonsense\n');
        const message = await startCloud({ dir }).then(
            () => "",
            (error: unknown) => String(error),
        );
        assert.match(message, /journal\.jsonl, line 2: not JSON/);
        fs.rmSync(dir, { recursive: true });
    });

    it("never has a secret lie in clear on disk, and has it again after a restart", async () => {
        let bench = await openBench();
        await bench.engine.up(repository, { name: "web", description: secret("codename-blue") });
        await bench.engine.up(actionsSecret, {
            repository: "web",
            secretName: "TOKEN",
            value: "undeclared-hush",
        });
        for (const text of ["codename-blue", "undeclared-hush"]) {
            assert.ok(!onDisk(bench.dir).includes(text), "in the journal");
        }
        bench = await bench.restart();
        for (const text of ["codename-blue", "undeclared-hush"]) {
            assert.ok(!onDisk(bench.dir).includes(text), "in the snapshot");
        }
        const read = await bench.engine.read(repository, "web");
        assert.deepEqual(read.outputs.description, secret("codename-blue"));
        const mode = fs.statSync(path.join(bench.dir, "secrets.key")).mode;
        assert.equal(mode & 0o777, 0o600);
        await bench.close();
    });

    it("is open in one process at a time, and says which", async () => {
        const bench = await openBench();
        await assert.rejects(
            startCloud({ dir: bench.dir }),
            new RegExp(`in use by process ${process.pid}`),
        );
        await bench.close();
    });

    it("takes over from a process that is no more", async () => {
        const dir = temporary();
        fs.writeFileSync(path.join(dir, "lock"), "999999999");
        await (await startCloud({ dir })).close();
        fs.rmSync(dir, { recursive: true });
    });
});
