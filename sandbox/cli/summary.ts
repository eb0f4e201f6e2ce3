import path from "node:path";
import type { RunResult, Step } from "../engine/api";
import { verdict } from "./findings";
import { byOperation, bySystem, isMachinery, shortType, systemOf } from "./systems";
import { columns, plural, seconds, wrap, type Paint } from "./text";
import { trusts, type Trust } from "./trust";

const signs: Readonly<Record<string, string>> = {
    create: "+",
    update: "~",
    replace: "+-",
    delete: "-",
    read: ">",
    import: "=",
    refresh: "~",
};

/** The mark in front of a step's line. */
export function signOf(op: string): string {
    return signs[op] ?? " ";
}

/** More new resources than this are told as counts. */
const mostCreates = 20;

function stepLine(step: Step, colors: Paint): string {
    const sign = signOf(step.op).padEnd(2);
    const paths = [...new Set([...step.replaceProperties, ...step.changedProperties])];
    const what = paths.length > 0 ? ` [${paths.join(", ")}]` : "";
    const line = `${sign} ${systemOf(step.type)} ${shortType(step.type)} ${step.name}${what}`;
    if (step.op === "delete" || step.op === "replace") return colors.red(line);
    return step.op === "create" ? colors.green(line) : colors.yellow(line);
}

/** What changes, or changed: each change a line, many creations as counts by system. */
export function changes(result: RunResult, colors: Paint): string[] {
    const steps = result.steps.filter(({ op, type }) => op !== "same" && !isMachinery(type));
    const creates = steps.filter(({ op }) => op === "create");
    const listed = creates.length > mostCreates ? steps.filter(({ op }) => op !== "create") : steps;
    const lines = listed.map((step) => `  ${stepLine(step, colors)}`);
    if (listed.length < steps.length) {
        const created = new Set(creates.map(({ urn }) => urn));
        const counted = bySystem(result.resources.filter(({ urn }) => created.has(urn)));
        const rows = counted.map(({ system, resources }) => [`  +  ${system}`, String(resources)]);
        lines.push(...columns(rows).map((line) => colors.green(line)));
    }
    return lines;
}

/**
 * "129 to create, 1 to update" of a preview, "129 created" of a run, or "no changes"; of a run that failed
 * before it knew, "not finished". One that the policies blocked looked at everything.
 */
export function changeCounts(result: RunResult): string {
    const counts = Object.entries(byOperation(result.steps));
    const blocked = result.violations.some(({ enforcement }) => enforcement === "mandatory");
    if (counts.length === 0) return result.ok || blocked ? "no changes" : "not finished";
    const done: Readonly<Record<string, string>> = {
        create: "created",
        update: "updated",
        replace: "replaced",
        delete: "deleted",
        read: "read",
        import: "imported",
        refresh: "refreshed",
    };
    const planned = result.kind === "preview";
    return counts
        .map(([op, number]) => (planned ? `${number} to ${op}` : `${number} ${done[op] ?? op}`))
        .join(", ");
}

export interface SummaryOptions {
    readonly stack: string;
    readonly projectDir: string;
    readonly width: number;
    readonly colors: Paint;
    readonly next: readonly string[];
}

/** The closing page of an up: what stands, under which policies, who is trusted, where things lie. */
export function summary(result: RunResult, options: SummaryOptions): string[] {
    const { colors, width } = options;
    const indent = " ".repeat(12);
    const section = (title: string, lines: readonly string[]): string[] =>
        lines.map((line, index) => (index === 0 ? colors.bold(title.padEnd(12)) : indent) + line);
    const systems = bySystem(result.resources);
    const names = columns(
        systems.map(({ system, resources }) => [system, String(resources).padStart(4)]),
    );
    const nameWidth = Math.max(...names.map(({ length }) => length), 0) + 3;
    const standing = systems.map(({ types }, index) => {
        const hanging = " ".repeat(12 + nameWidth);
        const room = Math.max(width - hanging.length, 24);
        return (names[index] ?? "").padEnd(nameWidth) + colors.dim(wrap(types, room, hanging));
    });
    const total = systems.reduce((sum, { resources }) => sum + resources, 0);
    const trusted = trusts(result.resources);
    const state = path.relative(options.projectDir, result.stateLocation) || result.stateLocation;
    return [
        "",
        colors.bold(
            `Stack ${options.stack}: ${plural(total, "resource")}, ${changeCounts(result)}`,
        ),
        "",
        ...section("Resources", standing),
        "",
        ...section("Policies", [verdict(result)]),
        "",
        ...section(
            "Trust",
            trusted.length > 0
                ? trustLines(trusted, width - indent.length).map((line, index) =>
                      index === 0 ? colors.dim(line) : line,
                  )
                : ["no federated identity"],
        ),
        "",
        ...section("State", [state, "secrets encrypted; `.sandbox/` may be deleted at any time"]),
        ...section("Clouds", ["emulated: nothing was created outside this folder"]),
        ...section("Took", [seconds(result.durationMs)]),
        "",
        ...section("Next", options.next),
    ];
}

/** A table where it fits; else each identity with its subject, which is never cut, below it. */
function trustLines(trusted: readonly Trust[], width: number): string[] {
    const table = columns([
        ["identity", "accepts exactly the subject"],
        ...trusted.map(({ identity, subject }) => [identity, subject]),
    ]);
    if (table.every((line) => line.length <= width)) return table;
    return [
        "identity, and the only subject it accepts",
        ...trusted.flatMap(({ identity, subject }) => [identity, `  ${subject}`]),
    ];
}
