import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { EngineError } from "../../../../sandbox/engine/api";
import { open, resource, temporaryFolder, urn, within } from "./support";

const locks = (folder: string): string =>
    join(folder, ".pulumi", "locks", "organization", "shop", "dev");

/** A lock file as a process of this id and host would have left it. */
function leaveLock(folder: string, fields: object): void {
    mkdirSync(locks(folder), { recursive: true });
    const content = {
        pid: 2 ** 22 + 1, // above the largest id Linux gives
        username: "ada",
        hostname: hostname(),
        timestamp: "2026-11-01T10:00:00Z",
        command: "up",
        ...fields,
    };
    writeFileSync(join(locks(folder), "left.json"), JSON.stringify(content));
}

/** A process that opens the stack, begins, and records without end; each line it prints was durable. */
async function recorder(folder: string): Promise<{ kill: () => Promise<string[]> }> {
    const script = `
        const { open, resource } = require(${JSON.stringify(join(__dirname, "support"))});
        void (async () => {
            const store = await open(${JSON.stringify(folder)});
            await store.begin("up");
            for (let i = 0; ; i++) {
                await store.record({ kind: "put", resource: resource("r" + i) });
                console.log("r" + i);
            }
        })();`;
    const child = spawn(
        process.execPath,
        ["--require", "tsx/cjs", "--eval", `globalThis.after = () => {};${script}`],
        { stdio: ["ignore", "pipe", "inherit"] },
    );
    const recorded: string[] = [];
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => recorded.push(line));
    await once(lines, "line");
    return {
        kill: async () => {
            const ended = Promise.all([once(child, "exit"), once(lines, "close")]);
            child.kill("SIGKILL");
            await ended;
            return recorded;
        },
    };
}

describe("the stack's lock", () => {
    it("is held from open to close, and names its holder to whoever comes", async () => {
        const folder = temporaryFolder();
        const first = await open(folder);
        await assert.rejects(open(folder), (error) => {
            assert.ok(error instanceof EngineError);
            assert.equal(error.exitCode, 1);
            assert.match(error.message, /locked by "test", process \d+ of .+ on .+ since 20/);
            assert.ok(error.message.includes(`process ${process.pid} `));
            assert.ok(error.message.includes(hostname()));
            return true;
        });
        await first.close();
        await first.close();
        await within(folder, (store) => assert.deepEqual(store.notices, []));
        assert.deepEqual(readdirSync(locks(folder)), []);
    });

    it("does not stand in the way of reading, which cannot write", async () => {
        const folder = temporaryFolder();
        await within(folder, async (writer) => {
            await writer.begin("up");
            await writer.record({ kind: "put", resource: resource("a") });
            const reader = await open(folder, { readOnly: true });
            assert.equal(reader.snapshot().resources.length, 1);
            assert.match(reader.notices.join(), /is under way, or was cut off/);
            await assert.rejects(reader.begin("up"), Error);
            await reader.close();
        });
    });

    it("is taken over from a process that is gone, which is said", async () => {
        const folder = temporaryFolder();
        leaveLock(folder, {});
        await within(folder, (store) => {
            assert.match(
                store.notices[0] ?? "",
                /^Took over .*"up", process 4194305 of ada on .* since 2026-11-01T10:00:00Z, is gone/,
            );
        });
    });

    it("is taken over from a process whose id another one has now", async function () {
        if (process.platform !== "linux") {
            this.skip();
        }
        const folder = temporaryFolder();
        leaveLock(folder, { pid: process.pid, birth: "an-earlier-boot:1" });
        await within(folder, (store) => assert.equal(store.notices.length, 1));
    });

    it("is left to a process on another host, which may be alive", async () => {
        const folder = temporaryFolder();
        leaveLock(folder, { hostname: "elsewhere" });
        await assert.rejects(open(folder), /of ada on elsewhere .* remove .*left\.json/);
        assert.deepEqual(readdirSync(locks(folder)), ["left.json"]);
    });

    it("is left alone when its file cannot be read", async () => {
        const folder = temporaryFolder();
        mkdirSync(locks(folder), { recursive: true });
        writeFileSync(join(locks(folder), "x.json"), "{");
        await assert.rejects(open(folder), /cannot read\. .* remove .*x\.json/);
    });

    it("goes to one at most of many that want it in the same moment", async () => {
        const folder = temporaryFolder();
        const results = await Promise.allSettled(Array.from({ length: 6 }, () => open(folder)));
        const won = results.flatMap((r) => (r.status === "fulfilled" ? [r.value] : []));
        assert.ok(won.length <= 1, `${won.length} hold the lock`);
        await Promise.all(won.map((store) => store.close()));
        await within(folder, (store) => assert.equal(store.existed, false));
    });

    it("of a killed process is taken over, and everything it was told was recorded is there", async function () {
        this.timeout(120_000);
        const folder = temporaryFolder();
        const child = await recorder(folder);
        await assert.rejects(open(folder), /is locked by/);
        await new Promise((resolve) => setTimeout(resolve, 50));
        const recorded = await child.kill();
        await within(folder, (store) => {
            assert.match(store.notices.join("\n"), /Took over[\s\S]*was cut off/);
            const urns = store.snapshot().resources.map((r) => r.urn);
            const expected = recorded.map((name) => urn(name));
            assert.deepEqual(urns.slice(0, expected.length), expected);
            assert.ok(urns.length <= expected.length + 1, "at most the one under way is there too");
        });
    });
});
