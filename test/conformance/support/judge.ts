import assert from "node:assert/strict";
import type { Bench, Case, Expectation, Outcome, Program, Values } from "./case";
import type { World } from "./provider";

const nothing: Program = () => undefined;

/** Runs a case's story on one engine and holds each run to its expectations. Gives back what was seen. */
export async function judge({ runs }: Case, bench: Bench, world: World): Promise<Outcome[]> {
    const seen: Outcome[] = [];
    let program = nothing;
    for (const [index, run] of runs.entries()) {
        program = run.program ?? program;
        run.meanwhile?.(world.standing);
        world.calls.length = 0;
        const outcome = await bench.run({ kind: "up", ...run, program });
        const where = `run ${index + 1} of ${runs.length}`;
        compare(run.expect ?? {}, outcome, world, where);
        seen.push(outcome);
    }
    return seen;
}

function compare(expected: Expectation, outcome: Outcome, world: World, where: string): void {
    const { steps, calls, inOrder, outputs, findings } = expected;
    compareWords(expected, outcome, where);
    if (findings !== undefined) {
        assert.deepEqual(outcome.findings, [...findings].sort(), `${where}: findings`);
    }
    if (steps !== undefined) {
        const wanted = steps === "" ? [] : steps.split(", ").sort();
        assert.deepEqual(outcome.steps, wanted, `${where}: steps`);
    }
    if (calls !== undefined) assert.deepEqual(world.calls, calls, `${where}: calls`);
    if (inOrder !== undefined) {
        const met = world.calls.filter((call) => inOrder.includes(call));
        assert.deepEqual(met, inOrder, `${where}: order of calls`);
    }
    if (expected.world !== undefined) {
        assert.deepEqual(Object.fromEntries(world.standing), expected.world, `${where}: world`);
    }
    if (outputs !== undefined) assert.deepEqual(outcome.outputs, outputs, `${where}: outputs`);
    for (const [name, fields] of Object.entries(expected.state ?? {})) {
        compareState(name, fields, outcome.state, where);
    }
}

/** Errors fail a run, nothing else does but a mandatory finding. */
function compareWords(expected: Expectation, outcome: Outcome, where: string): void {
    const { errors = [], warnings = [], findings = [] } = expected;
    const said = outcome.errors.join("\n");
    const failing = errors.length > 0 || findings.some((each) => each.startsWith("mandatory"));
    assert.equal(outcome.ok, !failing, `${where}: ${outcome.ok ? "succeeded" : said}`);
    if (errors.length === 0) assert.equal(said, "", `${where}: errors`);
    for (const pattern of errors) assert.match(said, pattern, `${where}: errors`);
    for (const pattern of warnings) {
        assert.match(outcome.warnings.join("\n"), pattern, `${where}: warnings`);
    }
}

function compareState(
    name: string,
    fields: Values | null,
    state: readonly Values[],
    where: string,
): void {
    const found = state.filter(({ urn }) => urn === name);
    if (fields === null) {
        assert.deepEqual(found, [], `${where}: ${name} is in the state`);
        return;
    }
    const present = found.find((resource) => resource.delete !== true) ?? found[0];
    assert.ok(present !== undefined, `${where}: ${name} is not in the state`);
    const picked = Object.fromEntries(Object.keys(fields).map((key) => [key, present[key]]));
    assert.deepEqual(picked, fields, `${where}: state of ${name}`);
}
