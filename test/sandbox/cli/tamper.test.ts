import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Repository } from "@pulumi/github/repository";
import { after, before, describe, it } from "mocha";
import { main } from "../../../sandbox/cli";
import { embeddedRunner } from "../../../sandbox/cli/embeddedRunner";
import type { Runner } from "../../../sandbox/cli/runner";
import { cloudPackages, openCloudStore, startCloud } from "../../../sandbox/cloud";
import * as engine from "../../../sandbox/engine";
import type { EngineOptions, RunKind, RunResult } from "../../../sandbox/engine/api";
import { complaints, root } from "../../support/sandbox";

const urn = "urn:pulumi:dev::tiny::github:index/repository:Repository::web";

describe("tamper: the cloud changed behind the engine's back", () => {
    const dir = path.join(root, ".sandbox", `test-tamper-${process.pid}`);
    const env = { PULUMI_CONFIG_PASSPHRASE: "test" };
    let runner: Runner;

    before(async () => {
        fs.mkdirSync(dir, { recursive: true });
        fs.writeFileSync(path.join(dir, "Pulumi.yaml"), "name: tiny\nruntime: nodejs\n");
        fs.writeFileSync(path.join(dir, "Pulumi.dev.yaml"), "config: {}\n");
        runner = embeddedRunner({ projectDir: dir, stack: "dev", env }, "test");
        const made = await run("up");
        assert.ok(made.ok, complaints(made));
    });
    after(() => {
        fs.rmSync(dir, { recursive: true, force: true });
    });

    /** In this process, on the very folders the command line uses. */
    async function run(kind: RunKind): Promise<RunResult> {
        const cloud = await startCloud({ dir: runner.places.cloud });
        const options: EngineOptions = {
            projectDir: dir,
            stack: "dev",
            stateDir: path.join(dir, ".sandbox", "state"),
            passphrase: "test",
            plugin: { packages: cloudPackages, address: cloud.address },
            config: {},
            program: () => {
                const group = new pulumi.ComponentResource("test:index:Group", "group");
                new Repository("web", { name: "web", hasWiki: false, topics: ["a", "b"] });
                return Promise.resolve({ group: group.urn });
            },
        };
        try {
            return await engine[kind](options);
        } finally {
            await cloud.close();
        }
    }

    async function tamper(...args: string[]): Promise<{ code: number; said: string }> {
        let said = "";
        const write = (text: string): unknown => (said += text);
        const code = await main(
            ["tamper", ...args],
            { stdout: { write }, stderr: { write }, isTTY: false, env, projectDir: dir },
            () => Promise.resolve(runner),
        );
        return { code, said };
    }
    const changes = ({ steps }: RunResult): string[] =>
        steps
            .filter(({ op }) => op !== "same")
            .map(({ op, name, changedProperties }) => `${op} ${name} ${changedProperties.join()}`);

    it("is seen by nobody before a refresh, then is drift, and an up repairs it", async () => {
        const { code, said } = await tamper(urn, "hasWiki=true");
        assert.equal(code, 0, said);
        assert.match(said, /behind the engine's back: .*::web\n {2}~ hasWiki: false => true\n/);
        assert.match(said, /refresh --diff\nRepair it after that: npm start -- up/);
        assert.deepEqual(changes(await run("preview")), []);
        const refreshed = await run("refresh");
        assert.deepEqual(changes(refreshed), ["refresh web hasWiki"]);
        const drift = refreshed.details.find((detail) => detail.urn === urn);
        assert.deepEqual(drift?.detailedDiff, { hasWiki: { kind: "update", inputDiff: false } });
        assert.deepEqual(changes(await run("up")), ["update web hasWiki"]);
        assert.deepEqual(changes(await run("refresh")), []);
        assert.deepEqual(changes(await run("preview")), []);
    });

    it("reaches into lists, and takes text for text", async () => {
        assert.equal((await tamper(urn, "topics[1]=crypto-miner")).code, 0);
        assert.deepEqual(changes(await run("refresh")), ["refresh web topics"]);
        assert.deepEqual(changes(await run("up")), ["update web topics[1]"]);
    });

    it("says of a value the service computes that an up repairs nothing", async () => {
        const { code, said } = await tamper(urn, "fullName=somebody/else", "--json");
        assert.equal(code, 0, said);
        const { settable, before, after: now } = JSON.parse(said) as Record<string, unknown>;
        assert.deepEqual(
            { settable, before, now },
            { settable: false, before: "emulated-org/web", now: "somebody/else" },
        );
    });

    const refusals: readonly (readonly [string, string[], RegExp])[] = [
        [
            "an unknown resource",
            [`${urn}x`, "hasWiki=true"],
            /no resource .*webx in the stack; allowed, nearest first:\n {2}urn:.*::web$/m,
        ],
        [
            "a component",
            ["urn:pulumi:dev::tiny::test:index:Group::group", "a=1"],
            /has nothing in the cloud: it is a component/,
        ],
        [
            "an unknown property",
            [urn, "hasWikki=true"],
            /no hasWikki: the resource has no hasWikki; allowed: .*hasWiki,/,
        ],
        ["an index too far", [urn, "topics[7]=x"], /topics has no 7; allowed: \[0\], \[1\]/],
        ["a part of a plain value", [urn, "name.first=x"], /name has no first; it has no parts/],
        [
            "a value of another kind",
            [urn, "hasWiki=perhaps"],
            /hasWiki holds a boolean; allowed: a boolean as JSON, found perhaps/,
        ],
        ["no value", [urn, "hasWiki"], /"hasWiki" is no change; allowed: <path>=<value>/],
    ];
    for (const [what, args, message] of refusals) {
        it(`refuses ${what} with what is allowed, and changes nothing`, async () => {
            const standing = openCloudStore(runner.places.cloud).list();
            const { code, said } = await tamper(...args);
            assert.equal(code, 2);
            assert.match(said, message);
            assert.deepEqual(openCloudStore(runner.places.cloud).list(), standing);
        });
    }

    it("waits its turn: a cloud that is in use is left alone", async () => {
        const cloud = await startCloud({ dir: runner.places.cloud });
        try {
            const { code, said } = await tamper(urn, "hasWiki=true");
            assert.equal(code, 1);
            assert.match(said, /is in use by process \d+/);
        } finally {
            await cloud.close();
        }
    });
});
