import { isDeepStrictEqual } from "node:util";
import type { Outcome, Values } from "./case";

/**
 * Where two engines' accounts of one case differ, a line each; none when they agree. Words of errors are each
 * engine's own and not compared, nor what is left when a run failed: that depends on what was under way.
 */
export function differences(cli: readonly Outcome[], embedded: readonly Outcome[]): string[] {
    return cli.flatMap((real, index) => {
        const other = embedded[index];
        if (other === undefined || !real.ok) return [];
        const where = `run ${index + 1}:`;
        return [
            ...compare(`${where} steps`, real.steps, other.steps),
            ...compare(`${where} outputs`, real.outputs, other.outputs),
            ...compare(`${where} findings`, real.findings, other.findings),
            ...states(where, real.state, other.state),
        ];
    });
}

function compare(what: string, cli: unknown, embedded: unknown): string[] {
    if (isDeepStrictEqual(cli, embedded)) return [];
    return [`${what}: the CLI ${JSON.stringify(cli)}, the embedded ${JSON.stringify(embedded)}`];
}

function states(where: string, cli: readonly Values[], embedded: readonly Values[]): string[] {
    const key = ({ urn, id, parent }: Values): string =>
        [urn, id, parent].map((part) => (typeof part === "string" ? part : "")).join(" ");
    const [left, right] = [cli, embedded].map(
        (state) => new Map(state.map((resource) => [key(resource), resource])),
    ) as [Map<string, Values>, Map<string, Values>];
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((each) => {
        const [a, b] = [left.get(each), right.get(each)];
        if (a === undefined || b === undefined) return compare(`${where} ${each}`, a, b);
        const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
        return fields.flatMap((field) => compare(`${where} ${each} ${field}`, a[field], b[field]));
    });
}
