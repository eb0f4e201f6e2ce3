import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../api";
import { parseReference } from "../urn";
import { isList, isObject, isSecret, isUnknown, type Json } from "../wire";
import type { PlannedGoal, PlannedResource, PlannedStart } from "./format";

type Resources = Readonly<Record<string, PlannedResource>>;

/** What a planned step may turn out to be once unknown values are known: never more than planned. */
const milder: Readonly<Partial<Record<Operation, readonly Operation[]>>> = {
    update: ["same"],
    replace: ["update", "same", "delete"],
};

export function allows(planned: PlannedResource | undefined, op: Operation): boolean {
    const steps = planned?.steps ?? [];
    return steps.some((step) => step === op || milder[step]?.includes(op) === true);
}

/** Every difference as a sentence that names its resource; the plan allows what is not listed. */
export function planDifferences(planned: Resources, now: Resources): string[] {
    const urns = [...new Set([...Object.keys(planned), ...Object.keys(now)])].sort();
    return urns.flatMap((urn) => {
        const [before, after] = [planned[urn], now[urn]];
        if (before === undefined) {
            return [`${urn}: ${steps(after)} is not in the plan`];
        }
        if (after === undefined) {
            return [`${urn}: the plan has ${steps(before)}, now there is nothing to do for it`];
        }
        return resourceDifferences(urn, before, after);
    });
}

export function resourceDifferences(
    urn: string,
    planned: PlannedResource,
    now: PlannedResource,
): string[] {
    const forbidden = now.steps.filter((op) => !allows(planned, op));
    const said = [
        ...(forbidden.length > 0
            ? [`the plan has ${steps(planned)}, now it is ${forbidden.join(" and ")}`]
            : []),
        ...startDifferences(planned.start, now.start),
        ...goalDifferences(planned.goal, now.goal),
    ];
    return said.map((difference) => `${urn}: ${difference}`);
}

function steps(resource: PlannedResource | undefined): string {
    return (resource?.steps ?? []).join(" and ");
}

function startDifferences(planned?: PlannedStart, now?: PlannedStart): string[] {
    if (planned === undefined && now === undefined) return [];
    if (planned === undefined) return ["is in the state already, when planned it was not"];
    if (now === undefined) return ["is no longer in the state"];
    if (planned.id !== now.id) {
        return [`the state has another resource: id ${planned.id} when planned, now ${now.id}`];
    }
    const changed = (["inputs", "outputs"] as const).flatMap((part) => {
        const keys = new Set([...Object.keys(planned[part]), ...Object.keys(now[part])]);
        return [...keys]
            .filter((key) => planned[part][key] !== now[part][key])
            .map((key) => `${part}.${key}`);
    });
    return changed.length > 0
        ? [`its state changed since the plan was made: ${changed.sort().join(", ")}`]
        : [];
}

function goalDifferences(planned?: PlannedGoal, now?: PlannedGoal): string[] {
    if (planned === undefined) return []; // only deleted: the steps say so
    if (now === undefined) return ["the program no longer has it"];
    const names = new Set([...Object.keys(planned.options), ...Object.keys(now.options)]);
    const options = [...names].sort().flatMap((name) => {
        const [before, after] = [planned.options[name], now.options[name]];
        const same =
            name === "provider" ? sameProvider(before, after) : isDeepStrictEqual(before, after);
        return same ? [] : [`${name}: planned ${shown(before)}, now ${shown(after)}`];
    });
    return [...options, ...valueDifferences(planned.inputs, now.inputs, "inputs")];
}

/** A provider still to be created has no id when planned. */
function sameProvider(planned: Json | undefined, now: Json | undefined): boolean {
    if (planned === now) return true;
    if (typeof planned !== "string" || typeof now !== "string") return false;
    const [before, after] = [parseReference(planned), parseReference(now)];
    return before.urn === after.urn && isUnknown(before.id);
}

/** Unknown when planned: anything goes, nothing as well. */
function valueDifferences(planned: Json | undefined, now: Json | undefined, at: string): string[] {
    if (isUnknown(planned)) return [];
    if (isSecret(planned) || isSecret(now)) {
        return isDeepStrictEqual(planned, now) ? [] : [`${at}: the secret is another one`];
    }
    if (isList(planned) && isList(now)) {
        return indexes(planned, now).flatMap((i) =>
            valueDifferences(planned[i], now[i], `${at}[${i}]`),
        );
    }
    if (isObject(planned) && isObject(now)) {
        const keys = [...new Set([...Object.keys(planned), ...Object.keys(now)])].sort();
        return keys.flatMap((key) => valueDifferences(planned[key], now[key], member(at, key)));
    }
    return planned === now ? [] : [`${at}: planned ${shown(planned)}, now ${shown(now)}`];
}

function indexes(a: readonly Json[], b: readonly Json[]): number[] {
    return [...Array(Math.max(a.length, b.length)).keys()];
}

function member(at: string, key: string): string {
    return /^[\w$-]+$/.test(key) ? `${at}.${key}` : `${at}[${JSON.stringify(key)}]`;
}

const longest = 120;

/** Secrets are digests here; a text of any length is cut. */
function shown(value: Json | undefined): string {
    if (value === undefined || value === null) return "nothing";
    if (isUnknown(value)) return "a value not known yet";
    if (isSecret(value)) return "[secret]";
    const text = JSON.stringify(value, (_, inner: Json) => (isSecret(inner) ? "[secret]" : inner));
    return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
