import type { Operation } from "../api";
import type { Deployment } from "../deployment";
import type { ResourceState } from "../state";
import type { Json, Properties } from "../wire";
import type { Digester } from "./digest";
import type { PlannedGoal, PlannedResource } from "./format";

/** Options that are part of a promise: what the state says besides properties and times. */
const options = [
    "custom",
    "type",
    "parent",
    "provider",
    "protect",
    "retainOnDelete",
    "dependencies",
    "propertyDependencies",
    "additionalSecretOutputs",
    "ignoreChanges",
    "replaceOnChanges",
    "replacementTrigger",
    "replaceWith",
    "deletedWith",
    "customTimeouts",
    "importID",
] as const;

/** Sets by nature: the order in which the SDK names them says nothing. */
const unordered: ReadonlySet<string> = new Set(["dependencies", "replaceWith"]);

export function goalOfState(state: ResourceState, digester: Digester): PlannedGoal {
    const chosen = options.flatMap((name): [string, Json][] => {
        const value = state[name];
        if (isEmpty(value)) return [];
        if (name === "propertyDependencies") return [[name, sortedLists(value as Properties)]];
        return [[name, unordered.has(name) ? sorted(value) : (value ?? null)]];
    });
    return {
        inputs: digester.mask(state.inputs ?? {}),
        options: Object.fromEntries(chosen),
    };
}

function sorted(value: Json | undefined): Json {
    return Array.isArray(value) ? [...(value as string[])].sort() : (value ?? null);
}

function sortedLists(values: Properties): Json {
    const lists = Object.entries(values).filter(([, list]) => !isEmpty(list));
    return Object.fromEntries(lists.map(([key, list]) => [key, sorted(list)]));
}

function isEmpty(value: Json | undefined): boolean {
    if (value === undefined || value === null || value === false || value === "" || value === 0) {
        return true;
    }
    return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** What this run came to, as a promise. */
export function planOf(
    deployment: Deployment,
    digester: Digester,
): Readonly<Record<string, PlannedResource>> {
    const { registered, olds } = deployment;
    const steps = new Map<string, Operation[]>();
    for (const { urn, op } of deployment.steps()) {
        steps.set(urn, [...(steps.get(urn) ?? []), op]);
    }
    const resources: Record<string, PlannedResource> = {};
    for (const [urn, ops] of steps) {
        const made = registered.get(urn);
        const start = made === undefined ? olds.live.get(urn) : made.old;
        resources[urn] = {
            steps: ops,
            ...(made === undefined ? {} : { goal: goalOfState(made.state, digester) }),
            ...(start === undefined ? {} : { start: digester.startOf(start) }),
        };
    }
    return resources;
}
