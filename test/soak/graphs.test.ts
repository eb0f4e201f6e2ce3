import assert from "node:assert/strict";
import path from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Bench, Outcome, Values } from "../conformance/support/case";
import { embeddedBench } from "../conformance/support/embeddedBench";
import { startWorld, type World } from "../conformance/support/provider";
import { programOf, type Urns } from "./graphProgram";
import { apply, edits, graphs, type Graph } from "./graphs";

const full = process.env.GATEHOUSE_SOAK === "1";
const seed = full ? Number(process.env.GATEHOUSE_SOAK_SEED ?? Date.now()) : 20261121;
/** Runs of a random program through random edits, and how many resources it has at most. */
const size = full ? { numRuns: 300, nodes: 200 } : { numRuns: 5, nodes: 40 };

const folder = path.join(__dirname, "..", "..", ".sandbox", `graphs-${process.pid}`);
let count = 0;

/** The key in a resource's name, whatever it was renamed to. */
function keyOf(name: unknown): number {
    return Number(/^n(\d+)x*$/.exec(String(name))?.[1] ?? -1);
}

function things(state: readonly Values[]): Values[] {
    return state.filter(({ type }) => type === "test:index:Thing");
}

/** What the state and the world must hold is what the program says, no more and no less. */
function assertMatches(graph: Graph, { state }: Outcome, world: World): void {
    const ours = state.filter(({ urn }) => keyOf(urn) >= 0);
    const names = graph.map(({ name }) => name).sort();
    assert.deepEqual(ours.map(({ urn }) => urn).sort(), names, "resources in the state");
    const byKey = new Map(graph.map((node) => [node.key, node]));
    for (const resource of ours) {
        const node = byKey.get(keyOf(resource.urn));
        const parent = node?.parent === undefined ? "proj-dev" : byKey.get(node.parent)?.name;
        assert.equal(resource.parent, parent, `parent of ${String(resource.urn)}`);
    }
    const standing = [...world.standing].map(([id, { size: now }]) => [id, now]).sort();
    const stated = things(state)
        .map((resource) => [resource.id, byKey.get(keyOf(resource.urn))?.size])
        .sort();
    assert.deepEqual(standing, stated, "what stands at the provider");
}

/** Of two that are deleted the dependent goes first, unless the other had to be deleted before its replacement. */
function assertOrder(before: readonly Values[], world: World, graph: Graph): void {
    const deleted = world.calls
        .filter((call) => call.startsWith("delete "))
        .map((c) => keyOf(c.slice(7)));
    const kept = new Map(graph.map((node) => [node.key, node]));
    for (const resource of things(before)) {
        const at = deleted.indexOf(keyOf(resource.urn));
        for (const dependency of (resource.dependencies ?? []) as string[]) {
            const other = deleted.indexOf(keyOf(dependency));
            if (at < 0 || other < 0 || kept.get(keyOf(dependency))?.deletesFirst === true) continue;
            assert.ok(at < other, `${dependency} was deleted before ${String(resource.urn)}`);
        }
    }
}

async function follow(
    first: Graph,
    batches: readonly (readonly Parameters<typeof apply>[1][])[],
): Promise<void> {
    count += 1;
    const world = await startWorld();
    const bench: Bench = embeddedBench(path.join(folder, String(count)), world);
    try {
        let graph = first;
        let former: Urns = new Map();
        let state: readonly Values[] = [];
        for (const batch of [[], ...batches]) {
            graph = batch.reduce(apply, graph);
            const urns: Urns = new Map();
            const program = programOf(graph, former, urns);
            const plan = await bench.run({ kind: "preview", program });
            world.calls.length = 0;
            const done = await bench.run({ kind: "up", program });
            assert.deepEqual([plan.errors, done.errors], [[], []]);
            assert.deepEqual(plan.steps, done.steps, "the preview planned other steps");
            assertMatches(graph, done, world);
            assertOrder(state, world, graph);
            const again = await bench.run({ kind: "up", program });
            assert.deepEqual(
                again.steps.filter((step) => !step.startsWith("same ")),
                [],
                "the second up found something to do",
            );
            former = urns;
            state = again.state;
        }
        const end = await bench.run({ kind: "destroy", program: () => undefined });
        assert.deepEqual(end.errors, []);
        assert.deepEqual([...world.standing], [], "the destroy left something");
    } finally {
        bench.close();
        world.close();
    }
}

describe("random programs through random edits", function () {
    this.timeout(full ? 0 : 300_000);

    it(`make the stack what they say, in the order they planned (seed ${seed})`, async () => {
        await fc.assert(
            fc.asyncProperty(
                graphs(size.nodes),
                fc.array(edits, { minLength: 1, maxLength: 4 }),
                follow,
            ),
            { numRuns: size.numRuns, seed, endOnFailure: !full },
        );
    });
});
