import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openCloudStore } from "../../../sandbox/cloud";
import { exportState } from "../../../sandbox/engine";
import {
    openCliProject,
    textOf,
    until,
    type CliProcess,
    type CliProject,
} from "../../support/cliProcess";

const program = `
const web = new Repository("web", { name: "web" });
new Repository("api", { name: "api" }, { dependsOn: web });
`;

/** Creating "web" takes a while: the service is busy, and the provider waits as it was told. */
function slow(seconds: number): NodeJS.ProcessEnv {
    const fault = `throttle:1,operations=create,attempts=1,retryAfter=${seconds}`;
    return { GATEHOUSE_FAULTS: `${fault};secondMs=1000` };
}

const begun = /"op":"begin"[^\n]*"urn":"[^"]*Repository::web"/;

interface State {
    readonly resources?: readonly { readonly urn: string }[];
    readonly pending_operations?: readonly { readonly type: string }[];
}

// Real processes, and the signal to the whole group: that is what a terminal does.
describe("Ctrl-C", function () {
    this.timeout(120_000);
    let project: CliProject;
    beforeEach(() => {
        project = openCliProject("interrupt");
        project.program(program);
    });
    afterEach(() => {
        project.close();
    });

    const names = (): string[] =>
        openCloudStore(project.cloud)
            .list("github:index/repository:Repository")
            .map(({ id }) => id)
            .sort();
    const stateOf = async (): Promise<State> => {
        const { deployment } = await exportState({
            projectDir: project.dir,
            stack: "dev",
            stateDir: path.join(project.dir, ".sandbox", "state"),
            passphrase: "test",
            plugin: { packages: [] },
        });
        return deployment;
    };
    const creating = async (run: CliProcess): Promise<void> => {
        await until(
            () => begun.test(textOf(project.journal)),
            () => `a creation; ${run.output()}`,
        );
    };

    it("once finishes what is in flight, records it, and the next run goes on", async () => {
        const run = project.start(["up"], slow(4));
        await creating(run);
        run.interrupt();
        const { code, output } = await run.ended;
        assert.equal(code, 1, output);
        assert.match(output, /Ctrl-C: cancelling, finishing what is in flight\. Once more to end/);
        assert.match(output, /\+ +GitHub Repository web\n/);
        assert.match(output, /Cancelled\. What is listed above was begun before that/);
        assert.doesNotMatch(output, /\n\s+at /);
        assert.deepEqual(names(), ["web"]);
        const state = await stateOf();
        assert.deepEqual(state.pending_operations ?? [], []);
        assert.ok(state.resources?.some(({ urn }) => urn.endsWith("::web")));
        assert.equal(fs.existsSync(project.journal), false);
        const next = await project.run(["up"]);
        assert.equal(next.code, 0, next.output);
        assert.match(next.output, /Stack dev: .*, 1 created/);
        assert.deepEqual(names(), ["api", "web"]);
    });

    it("twice ends at once, and the next run says what was pending and goes on", async () => {
        const run = project.start(["up"], slow(90));
        await creating(run);
        run.interrupt();
        await until(
            () => run.output().includes("cancelling"),
            () => "the first Ctrl-C",
        );
        await sleep(100);
        run.interrupt();
        const { code, output } = await run.ended;
        assert.equal(code, 8, output);
        assert.match(
            output,
            /Ctrl-C again: ended at once\. Operations under way may have happened/,
        );
        const lock = path.join(project.cloud, "lock");
        await until(
            () => !isAlive(Number(textOf(lock))),
            () => "the plugin's end",
        );
        const pending = (await stateOf()).pending_operations ?? [];
        assert.deepEqual(
            pending.map(({ type }) => type),
            ["creating"],
        );
        const next = await project.run(["up"]);
        assert.equal(next.code, 0, next.output);
        assert.match(next.output, /The up of .* was cut off/);
        assert.match(next.output, /Interrupted while creating urn:.*::web/);
        assert.deepEqual(names(), ["api", "web"]);
        assert.deepEqual((await stateOf()).pending_operations ?? [], []);
    });

    it("in a preview changes nothing, and SIGTERM is taken alike", async () => {
        project.program(`${program} setInterval(() => {}, 1000);`);
        const run = project.start(["preview"]);
        await until(
            () => run.output().includes("Previewing dev"),
            () => "the preview",
        );
        await sleep(500);
        run.signal("SIGTERM");
        const { code, output } = await run.ended;
        assert.equal(code, 1, output);
        assert.match(output, /SIGTERM: cancelling/);
        assert.match(output, /Cancelled\. Nothing was changed\./);
    });
});

function isAlive(pid: number): boolean {
    if (pid <= 0) return false;
    try {
        process.kill(pid, 0);
        return true;
    } catch {
        return false;
    }
}
