import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
    cpSync,
    existsSync,
    readFileSync,
    truncateSync,
    writeFileSync,
    appendFileSync,
} from "node:fs";
import fc from "fast-check";
import { integrityProblems } from "../../../../sandbox/engine/state/integrity";
import type {
    PendingOperation,
    ResourceState,
    Snapshot,
    StackStore,
} from "../../../../sandbox/engine/state";
import {
    checkpointPath,
    copyAfterCrash,
    deploy,
    journalPath,
    open,
    resource,
    secret,
    temporaryFolder,
    urn,
    within,
} from "./support";

const NAMES = ["a", "b", "c", "d"];

/** What is random about one step; it is fitted to the state it meets. */
interface Choice {
    readonly what: number;
    readonly which: number;
    readonly value: number;
}

const choices = fc.array(fc.record({ what: fc.nat(6), which: fc.nat(30), value: fc.nat(99) }), {
    maxLength: 12,
});

async function act(store: StackStore, { what, which, value }: Choice): Promise<void> {
    const { resources, pendingOperations } = store.snapshot();
    const live = resources.filter((r) => r.delete !== true);
    const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
    const name = NAMES[which % NAMES.length] ?? "a";
    const next: ResourceState = resource(name, {
        id: `id-${value}`,
        inputs: { key: secret(`secret-${value % 3}`), plain: value },
        // Only on names before it: a program cannot make a circle either.
        dependencies: live.map((r) => r.urn).filter((u) => u < urn(name) && value % 2 === 0),
    });
    const old = live.find((r) => r.urn === next.urn);
    const [one, any, operation] = [pick(live), pick(resources), pick(pendingOperations)];
    if (what === 0) {
        const begun: PendingOperation = { type: "creating", resource: next };
        await store.record({ kind: "begin-operation", operation: begun });
    } else if (what === 1 && old !== undefined) {
        await store.record({ kind: "put", resource: next, retires: old });
    } else if (what === 2 && one !== undefined) {
        await store.record({ kind: "retire", resource: one });
    } else if (what === 3 && any !== undefined) {
        await store.record({
            kind: "remove",
            resource: any,
            ...(operation && { ends: operation }),
        });
    } else if (what === 4 && one !== undefined) {
        await store.record({ kind: "outputs", resource: one, outputs: { out: secret(value) } });
    } else if (what === 5 && operation !== undefined) {
        await store.record({ kind: "end-operation", operation });
    } else {
        await store.record({ kind: "put", resource: next, ...(operation && { ends: operation }) });
    }
}

/** What must survive; the order and references to what is gone are the fold's business. */
function essence({ resources, pendingOperations }: Snapshot): string[] {
    const text = (r: ResourceState): string =>
        JSON.stringify([r.urn, r.id, r.delete ?? false, r.inputs ?? {}, r.outputs ?? {}]);
    return [
        ...resources.map(text),
        ...pendingOperations.map((o) => `${o.type} ${text(o.resource)}`),
    ].sort();
}

/** The state after every whole line of the journal: index 0 is the state it began with. */
async function run(folder: string, steps: readonly Choice[]): Promise<string[][]> {
    const store = await open(folder);
    const states = [essence(store.snapshot())];
    await store.begin("up");
    for (const step of steps) {
        await act(store, step);
        states.push(essence(store.snapshot()));
    }
    await store.close();
    return states;
}

async function expectState(folder: string, expected: readonly string[] | undefined): Promise<void> {
    await within(folder, (store) => {
        assert.deepEqual(essence(store.snapshot()), expected);
        assert.deepEqual(integrityProblems(store.deployment(), store), []);
    });
}

describe("a crash", () => {
    it("leaves, wherever the journal is cut, the state after a prefix of what was recorded", async function () {
        this.timeout(120_000);
        await fc.assert(
            fc.asyncProperty(
                choices,
                choices,
                fc.double({ min: 0, max: 1, noNaN: true }),
                async (first, second, at) => {
                    const folder = temporaryFolder();
                    await run(folder, first);
                    const states = await run(folder, second); // folds the first one's leftovers
                    const crashed = copyAfterCrash(folder);
                    const bytes = readFileSync(journalPath(crashed));
                    const cut = Math.round(at * bytes.length);
                    truncateSync(journalPath(crashed), cut);
                    const whole = bytes.subarray(0, cut).toString().split("\n").length - 2;
                    await expectState(crashed, states[Math.max(0, whole)]);
                    // The next deployment folds it, cuts the torn line off, and goes on.
                    await deploy(crashed);
                    await expectState(crashed, states[Math.max(0, whole)]);
                    assert.equal(existsSync(journalPath(crashed)), false);
                },
            ),
            { numRuns: 60 },
        );
    });

    it("between announcing and renaming the new checkpoint is replayed on the old one", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"));
        const states = await run(folder, [{ what: 6, which: 1, value: 7 }]);
        const hash = "0".repeat(64);
        appendFileSync(journalPath(folder), `{"op":"folded","checkpoint":"${hash}"}\n`);
        writeFileSync(`${checkpointPath(folder)}.1.tmp`, '{"version": 3, "chec');
        await expectState(copyAfterCrash(folder), states[1]);
    });

    it("between renaming the new checkpoint and removing the journal applies nothing twice", async () => {
        const folder = temporaryFolder();
        await deploy(folder, resource("a"));
        const steps = [1, 0, 2, 6].map((what) => ({ what, which: 0, value: what }));
        const states = await run(folder, steps);
        const before = copyAfterCrash(folder);
        await deploy(folder);
        cpSync(journalPath(before), journalPath(folder));
        const hash = createHash("sha256").update(readFileSync(checkpointPath(folder)));
        // deploy() wrote a fold and an empty deployment; the journal announces the last of them.
        const line = JSON.stringify({ op: "folded", checkpoint: hash.digest("hex") });
        appendFileSync(journalPath(folder), `${line}\n`);
        await expectState(folder, states.at(-1));
        await deploy(folder, resource("z"));
        assert.equal(existsSync(journalPath(folder)), false);
    });

    it("is told at the next open, with what was pending, and enters the history as failed", async () => {
        const folder = temporaryFolder();
        await run(folder, [
            { what: 0, which: 0, value: 1 },
            { what: 6, which: 1, value: 1 },
        ]);
        await run(folder, [{ what: 0, which: 2, value: 2 }]);
        await within(copyAfterCrash(folder), async (store) => {
            assert.match(
                store.notices[0] ?? "",
                /^The up of \d{4}-.* was cut off\. Its 1 journal entries/,
            );
            assert.match(store.notices[1] ?? "", /^Interrupted while creating urn:/);
            assert.deepEqual(
                (await store.history()).map(({ kind, result }) => [kind, result]),
                [["up", "failed"]],
            );
        });
    });
});
