import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { EventCollector } from "../../../sandbox/cli/pulumiEvents";
import type { EngineEvent, RunKind } from "../../../sandbox/engine/api";

type Event = Parameters<EventCollector["take"]>[0];

const team = "github:index/team:Team";
const urnOf = (type: string, name: string): string => `urn:pulumi:dev::p::${type}::${name}`;

/** One event of the CLI's log about a step, as its JSON has it. */
function stepEvent(
    kind: "resourcePreEvent" | "resOutputsEvent" | "resOpFailedEvent",
    op: string,
    name: string,
    rest: Record<string, unknown> = {},
    type = team,
): Event {
    const urn = urnOf(type, name);
    const state = { type, urn, custom: true, id: "id-1", parent: "up", inputs: {}, outputs: {} };
    const metadata = {
        ...{ op, urn, type, old: null, detailedDiff: null, provider: "" },
        new: op.startsWith("delete") ? null : state,
        ...(op.startsWith("delete") && { old: state }),
        ...rest,
    };
    return { sequence: 0, timestamp: 0, [kind]: { metadata } };
}

function collected(
    kind: RunKind,
    events: readonly Event[],
): { collector: EventCollector; said: EngineEvent[] } {
    const said: EngineEvent[] = [];
    const collector = new EventCollector(kind, (event) => said.push(event));
    for (const event of events) collector.take(event);
    return { collector, said };
}

const words = ({ collector }: { collector: EventCollector }): string[] =>
    collector.steps().map(({ op, name }) => `${op} ${name}`);

describe("events of the real CLI", () => {
    it("become steps in an order of their own, deletions last as they happened", () => {
        const run = collected("up", [
            stepEvent("resOutputsEvent", "delete", "z"),
            stepEvent("resOutputsEvent", "create", "b"),
            stepEvent("resOutputsEvent", "delete", "y"),
            stepEvent("resOutputsEvent", "same", "a"),
        ]);
        assert.deepEqual(words(run), ["same a", "create b", "delete z", "delete y"]);
    });

    it("tell a replacement once, not its halves", () => {
        const keys = { keys: ["name"], diffs: ["name"] };
        const run = collected("up", [
            stepEvent("resOutputsEvent", "create-replacement", "a", keys),
            stepEvent("resOutputsEvent", "replace", "a", keys),
            stepEvent("resOutputsEvent", "delete-replaced", "a"),
        ]);
        const [step, ...others] = run.collector.steps();
        assert.deepEqual(others, []);
        assert.equal(step?.op, "replace");
        assert.deepEqual([step.replaceProperties, step.changedProperties], [["name"], ["name"]]);
        assert.equal(step.id, "");
    });

    it("prefer the paths of a detailed difference to its top-level keys", () => {
        const detailedDiff = { "tags.owner": { diffKind: "update", inputDiff: true } };
        const update = stepEvent("resOutputsEvent", "update", "a", {
            detailedDiff,
            diffs: ["tags"],
        });
        const [step] = collected("up", [update]).collector.steps();
        assert.deepEqual(step?.changedProperties, ["tags.owner"]);
    });

    it("leave out steps that failed or never ended", () => {
        const run = collected("up", [
            stepEvent("resourcePreEvent", "create", "cut-off"),
            stepEvent("resourcePreEvent", "create", "failed"),
            stepEvent("resOpFailedEvent", "create", "failed"),
        ]);
        assert.deepEqual(words(run), []);
        const last = run.said.at(-1);
        assert.ok(last?.kind === "step-done" && last.failed);
    });

    it("count a component once though a preview ends it twice", () => {
        const component = stepEvent(
            "resOutputsEvent",
            "create",
            "c",
            { new: { id: "", parent: "", inputs: {}, outputs: {} } },
            "gatehouse:index:C",
        );
        const run = collected("preview", [component, component]);
        assert.deepEqual(words(run), ["create c"]);
        assert.deepEqual(run.said, []);
    });

    it("of a refresh say what was found: nothing new, drift, gone", () => {
        const drift = { detailedDiff: { topics: { diffKind: "update", inputDiff: false } } };
        const run = collected("refresh", [
            stepEvent("resourcePreEvent", "refresh", "a"),
            stepEvent("resOutputsEvent", "same", "a"),
            stepEvent("resOutputsEvent", "update", "b", drift),
            stepEvent("resOutputsEvent", "delete", "c"),
        ]);
        assert.deepEqual(words(run), ["same a", "refresh b", "delete c"]);
    });

    it("hide secrets in planned resources and keep everything else", () => {
        const secret = {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            ciphertext: "AAAA",
        };
        const state = {
            ...{ id: "i", parent: "p", custom: true, inputs: { token: secret, name: "n" } },
            outputs: { list: [secret, 1], nothing: null },
        };
        const { collector } = collected("preview", [
            stepEvent("resOutputsEvent", "create", "a", { new: state }),
        ]);
        const [planned] = collector.planned();
        assert.deepEqual(planned?.inputs, { token: "[secret]", name: "n" });
        assert.deepEqual(planned.outputs, { list: ["[secret]", 1], nothing: null });
    });

    it("count policies and analyses, whether passed or failed", () => {
        const pack = { policyPackName: "pack", policyPackVersion: "v1.2.0" };
        const summaries = [
            { policyAnalyzeSummaryEvent: { ...pack, passed: ["a"], failed: ["b"] } },
            { policyAnalyzeSummaryEvent: { ...pack, passed: ["a", "b"] } },
            { policyAnalyzeStackSummaryEvent: { ...pack, failed: ["c"] } },
        ] as unknown as Event[];
        assert.deepEqual(collected("preview", summaries).collector.packs(), [
            { name: "pack", version: "1.2.0", policies: 3, analyses: 2 },
        ]);
    });

    it("become violations without colour marks; a mandatory one fails the run", () => {
        const violation = (enforcementLevel: string): Event =>
            ({
                policyEvent: {
                    ...{ policyName: "rule", policyPackName: "pack", policyPackVersion: "1.0.0" },
                    ...{ message: "<{%fg 1%}>no<{%reset%}>\n", enforcementLevel, severity: "high" },
                    resourceUrn: urnOf(team, "a"),
                },
            }) as unknown as Event;
        const advised = collected("preview", [violation("advisory")]).collector;
        assert.equal(advised.failed, false);
        const { collector } = collected("preview", [violation("mandatory")]);
        assert.equal(collector.failed, true);
        assert.deepEqual(collector.violations, [
            {
                ...{ pack: "pack", packVersion: "1.0.0", policy: "rule", severity: "high" },
                ...{ enforcement: "mandatory", message: "no", urn: urnOf(team, "a") },
            },
        ]);
    });

    it("become diagnostics, except tracing, passing remarks and closing words", () => {
        const said = (severity: string, message: string, ephemeral = false): Event =>
            ({ diagnosticEvent: { severity, message, ephemeral } }) as unknown as Event;
        const { collector } = collected("up", [
            said("debug", "RegisterResource"),
            said("info", "passing", true),
            said("info#err", "on stderr\n"),
            said("warning", "careful\n"),
            said("error", "boom\n"),
            said("error", "update failed"),
        ]);
        assert.deepEqual(collector.diagnostics, [
            { severity: "info", message: "on stderr" },
            { severity: "warning", message: "careful" },
            { severity: "error", message: "boom" },
        ]);
        assert.equal(collector.failed, true);
    });
});
