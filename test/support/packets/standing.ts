import type { RunResult } from "../../../sandbox/engine/api";

/** A resource that stands, as the evaluators read it. */
export interface Standing {
    type: string;
    name: string;
    id: string;
    /** What was asked for, and under other names what came out of it. */
    values: Record<string, unknown>;
}

/** What stands after a run, except components and providers. */
export function standingIn(result: RunResult): Standing[] {
    return result.resources
        .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
        .map(({ type, urn, id, inputs, outputs }) => ({
            type,
            name: urn.split("::").at(-1) ?? "",
            id,
            values: { ...inputs, ...outputs },
        }));
}

/** Those of a type, "ec2/subnet:Subnet" for example. */
export function ofType(resources: readonly Standing[], type: string): Standing[] {
    return resources.filter((one) => one.type === `aws:${type}`);
}

/** A list of texts, empty when there is none. */
export function texts(value: unknown): string[] {
    return Array.isArray(value) ? value.map(String) : [];
}

/** A list of objects, empty when there is none. */
export function objects(value: unknown): Record<string, unknown>[] {
    return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** The text of a property; empty when there is none. */
export function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
}
