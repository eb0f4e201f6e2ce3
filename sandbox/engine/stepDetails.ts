import type { PropertyDifference, ShownState, Step, StepDetail } from "./api";
import type { Deployment } from "./deployment";
import { parsePath } from "./diff";
import type { ResourceState } from "./state";
import { isProvider } from "./urn";
import { hideSecrets, isList, isObject, isSecret, type Json } from "./wire";

type States = ReadonlyMap<string, ResourceState>;

/**
 * Each step with the states it lies between.
 * @param after What stands after a refresh, where nothing is registered.
 */
export function stepDetails(
    deployment: Deployment,
    steps: readonly Step[],
    after: readonly ResourceState[],
): StepDetail[] {
    const standing = new Map(after.map((state) => [state.urn, state]));
    const olds = new Map(deployment.olds.all.map((state) => [state.urn, state]));
    // A pending delete shares its URN with what took its place.
    for (const [urn, state] of deployment.olds.live) olds.set(urn, state);
    return steps
        .filter(({ type, name }) => !isDefaultProvider(type, name))
        .map((step) =>
            detailOf(deployment.preview, step, ...statesOf(deployment, step, olds, standing)),
        );
}

/** Machinery that nobody wrote down; the real CLI does not show it either. */
function isDefaultProvider(type: string, name: string): boolean {
    return isProvider(type) && /^default(_|$)/.test(name);
}

function statesOf(
    { registered, kind }: Deployment,
    { urn, op }: Step,
    olds: States,
    standing: States,
): [ResourceState | undefined, ResourceState | undefined] {
    const made = registered.get(urn);
    if (op === "delete") return [olds.get(urn), undefined];
    if (kind === "refresh") return [olds.get(urn), standing.get(urn)];
    const old = op === "create" ? undefined : (made?.old ?? olds.get(urn));
    return [old, made?.state];
}

function detailOf(
    preview: boolean,
    step: Step,
    old: ResourceState | undefined,
    next: ResourceState | undefined,
): StepDetail {
    const { op, urn, changedProperties, replaceProperties } = step;
    const provider = (next ?? old)?.provider ?? "";
    const planned = preview && op !== "same" && op !== "update";
    return {
        op,
        urn,
        ...(provider === "" ? {} : { provider }),
        ...(old === undefined ? {} : { oldState: shownState(old) }),
        ...(next === undefined ? {} : { newState: shownState(planned ? unborn(next) : next) }),
        ...(changedProperties.length > 0 && { diffReasons: topLevel(changedProperties) }),
        ...(replaceProperties.length > 0 && { replaceReasons: replaceProperties }),
        detailedDiff:
            old && next && changedProperties.length > 0 ? detailed(step, old, next) : null,
    };
}

function topLevel(paths: readonly string[]): string[] {
    return [...new Set(paths.map((path) => String(parsePath(path)[0] ?? path)))];
}

function detailed(
    { op, changedProperties, replaceProperties }: Step,
    old: ResourceState,
    next: ResourceState,
): Record<string, PropertyDifference> {
    const replacing = new Set(topLevel(replaceProperties));
    const differences = changedProperties.map((path): [string, PropertyDifference] => {
        const parts = parsePath(path);
        const before = find(old.inputs ?? {}, parts) ?? find(old.outputs ?? {}, parts);
        const after = find(next.inputs ?? {}, parts) ?? find(next.outputs ?? {}, parts);
        const kind = before === undefined ? "add" : after === undefined ? "delete" : "update";
        const replaces = replacing.has(String(parts[0]));
        return [path, { kind: replaces ? `${kind}-replace` : kind, inputDiff: op !== "refresh" }];
    });
    return Object.fromEntries(differences);
}

function find(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
    const [head, ...rest] = path;
    if (head === undefined || value === undefined) return value;
    if (isSecret(value)) return find(value.value, path);
    if (isList(value)) return find(value[Number(head)], rest);
    return isObject(value) ? find(value[head], rest) : undefined;
}

/** What is only planned has no times yet. */
function unborn(state: ResourceState): ResourceState {
    return { ...state, created: "", modified: "" };
}

/** As written to a state file, secrets hidden. */
function shownState(state: ResourceState): ShownState {
    const shown = hideSecrets(state as unknown as Json) as unknown as ResourceState;
    const fields = Object.entries(shown).filter(
        ([key, value]) =>
            key === "custom" ||
            !(key === "customTimeouts" ? isUnset(value) : isEmpty(value as Json | undefined)),
    );
    return { ...Object.fromEntries(fields), urn: state.urn, type: state.type };
}

function isEmpty(value: Json | undefined): boolean {
    if (value === undefined || value === null || value === "" || value === false) return true;
    return typeof value === "object" && Object.keys(value).length === 0;
}

/** Every limit is the provider's own. */
function isUnset(timeouts: unknown): boolean {
    return Object.values(timeouts ?? {}).every((seconds) => seconds === 0);
}
