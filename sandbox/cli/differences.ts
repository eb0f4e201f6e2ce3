import type { RunResult, ShownState, StepDetail } from "../engine/api";
import { signOf } from "./summary";
import { isMachinery, shortType, systemOf } from "./systems";
import type { Paint } from "./text";

/** Pulumi's sentinels for values that exist only once the change is made. */
const unknowns: ReadonlySet<unknown> = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Every change with its properties: `+ path: value`, `- path: value`, `~ path: old => new`. */
export function differences(result: RunResult, colors: Paint): string[] {
    const changed = result.details.filter(
        ({ op, newState, oldState }) => op !== "same" && !isMachinery(typeOf(newState ?? oldState)),
    );
    return changed.flatMap((detail) => ["", ...block(detail, result.kind === "refresh", colors)]);
}

function block(detail: StepDetail, refreshed: boolean, colors: Paint): string[] {
    const { op, urn, oldState, newState } = detail;
    const type = typeOf(newState ?? oldState);
    const name = urn.split("::").slice(3).join("::");
    const head = `${signOf(op).padEnd(2)} ${systemOf(type)} ${shortType(type)} ${name}`;
    const id = oldState?.id === undefined ? [] : [`    [id=${oldState.id}]`];
    // What a refresh finds differs in the state as a whole, what a program wants in its inputs.
    const parts = refreshed ? (["outputs", "inputs"] as const) : (["inputs"] as const);
    const lines = parts.flatMap((part) =>
        compared(
            part,
            op === "create" ? undefined : oldState,
            op === "delete" ? undefined : newState,
        ),
    );
    const unique = [...new Map(lines.map((line) => [line.path, line])).values()];
    const forced = new Set(detail.replaceReasons ?? []);
    return [
        colors.bold(head),
        ...id.map((line) => colors.dim(line)),
        ...(op === "delete" ? [] : unique.map((line) => lineText(line, forced, colors))),
        ...hiddenSecrets(detail, unique).map((path) =>
            colors.yellow(`  ~ ${path}: [secret] => [secret]`),
        ),
    ];
}

function typeOf(state: ShownState | undefined): string {
    return state?.type ?? "";
}

interface Line {
    readonly path: string;
    readonly before: unknown;
    readonly after: unknown;
}

function compared(
    part: "inputs" | "outputs",
    oldState: ShownState | undefined,
    newState: ShownState | undefined,
): Line[] {
    return lines("", oldState?.[part] ?? {}, newState?.[part] ?? {});
}

/** Down to the values that differ; a value that comes or goes is taken apart as well. */
function lines(path: string, before: unknown, after: unknown): Line[] {
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const inner = isMap(before ?? {}) && isMap(after ?? {}) && (isMap(before) || isMap(after));
    if (inner) {
        const [left, right] = [(before ?? {}) as Values, (after ?? {}) as Values];
        const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
        if (keys.length > 0) {
            return keys.flatMap((key) => lines(member(path, key), left[key], right[key]));
        }
    }
    if (Array.isArray(before) && Array.isArray(after)) {
        const length = Math.max(before.length, after.length);
        return [...Array(length).keys()].flatMap((i) =>
            lines(`${path}[${i}]`, before[i] as unknown, after[i] as unknown),
        );
    }
    return [{ path, before, after }];
}

type Values = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Values {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(path: string, key: string): string {
    const plain = /^[A-Za-z_$][\w$-]*$/.test(key);
    if (!plain) return `${path}[${JSON.stringify(key)}]`;
    return path === "" ? key : `${path}.${key}`;
}

function lineText(
    { path, before, after }: Line,
    forced: ReadonlySet<string>,
    colors: Paint,
): string {
    const top = /^[^.[]*/.exec(path)?.[0] ?? path;
    const mark = forced.has(top) || forced.has(path) ? "  (forces replacement)" : "";
    if (before === undefined) return colors.green(`  + ${path}: ${valueText(after)}${mark}`);
    if (after === undefined) return colors.red(`  - ${path}: ${valueText(before)}${mark}`);
    return colors.yellow(`  ~ ${path}: ${valueText(before)} => ${valueText(after)}${mark}`);
}

const longest = 200;

function valueText(value: unknown): string {
    if (unknowns.has(value)) return "(known after apply)";
    if (value === "[secret]") return "[secret]";
    const text = JSON.stringify(value, (_, inner: unknown) =>
        unknowns.has(inner) ? "(known after apply)" : inner,
    );
    return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

/** A secret that became another secret: both are hidden, that they differ is not. */
function hiddenSecrets({ op, detailedDiff, diffReasons }: StepDetail, shown: Line[]): string[] {
    if (op !== "update" && op !== "replace" && op !== "refresh") return [];
    const paths = Object.keys(detailedDiff ?? {});
    const named = paths.length > 0 ? paths : (diffReasons ?? []);
    return named.filter((path) => !shown.some((line) => covers(path, line.path)));
}

function covers(a: string, b: string): boolean {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return long.startsWith(short) && /^($|[.[])/.test(long.slice(short.length));
}
