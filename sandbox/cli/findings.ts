import type { PolicyViolation, RunResult } from "../engine/api";
import { columns, plural, wrap, type Paint } from "./text";

/** Notes of rules that had to wait for a value: many alike, told as one line a rule. */
function isUndecidable({ message }: PolicyViolation): boolean {
    return /^undecidable: |can't run policy/m.test(message);
}

const severities: readonly string[] = ["critical", "high", "medium", "low"];

/** The worst first; the order in which policies answered says nothing. */
function inOrder(violations: readonly PolicyViolation[]): PolicyViolation[] {
    const rank = ({ severity }: PolicyViolation): number => {
        const index = severities.indexOf(severity);
        return index < 0 ? severities.length : index;
    };
    const name = ({ policy, urn }: PolicyViolation): string => `${policy} ${urn}`;
    return [...violations].sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b)));
}

function block(violation: PolicyViolation, colors: Paint, width: number | undefined): string {
    const [first = "", ...rest] = violation.message.trimEnd().split("\n");
    const mark = violation.enforcement === "mandatory" ? colors.red("x") : colors.yellow("!");
    const head = colors.bold(
        first.startsWith(violation.policy) ? first : `${violation.policy}: ${first}`,
    );
    const named = violation.message.includes(violation.urn);
    const where = named || violation.urn === "" ? [] : [`resource  ${violation.urn}`];
    const details = [...where, ...rest].map((line) => detail(line, width));
    return [`${mark} ${head}`, ...details].join("\n");
}

/** "  seen      Enabled": indented, continued below its value where the terminal is narrow. */
function detail(line: string, width: number | undefined): string {
    const [, label = "", value = ""] = /^\s*(\S+\s{2,})?(.*)$/.exec(line) ?? [];
    const hanging = " ".repeat(4 + label.length);
    const room = width === undefined ? Infinity : Math.max(width - hanging.length, 20);
    return `    ${label}${wrap(value, room, hanging)}`.trimEnd();
}

/** Every finding, mandatory ones first; undecidable notes as one line for each rule. */
export function findings(result: RunResult, colors: Paint, width?: number): string[] {
    const ordered = inOrder(result.violations);
    const mandatory = ordered.filter((v) => v.enforcement === "mandatory");
    const advisory = ordered.filter((v) => v.enforcement === "advisory");
    const waiting = advisory.filter(isUndecidable);
    const advice = advisory.filter((violation) => !isUndecidable(violation));
    const lines = [...mandatory, ...advice].flatMap((each) => ["", block(each, colors, width)]);
    if (waiting.length > 0) {
        const counts = new Map<string, number>();
        for (const { policy } of waiting) counts.set(policy, (counts.get(policy) ?? 0) + 1);
        const rows = [...counts]
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([policy, number]) => [policy, plural(number, "resource")]);
        lines.push(
            "",
            "Undecidable in preview, judged before each change (values that do not exist yet):",
            ...columns(rows, "  ").map((line) => colors.dim(line)),
        );
    }
    return lines;
}

/** "blocked by 2 mandatory findings" or the good news, with the numbers behind it. */
export function verdict(result: RunResult): string {
    const mandatory = result.violations.filter((v) => v.enforcement === "mandatory").length;
    const advisory = result.violations.length - mandatory;
    const packs = result.packs.map(({ name, version, policies, analyses }) => {
        const numbers = [
            ...(policies === undefined ? [] : [plural(policies, "policy", "policies")]),
            ...(analyses === undefined ? [] : [plural(analyses, "resource")]),
        ];
        return `${name} ${version}${numbers.length > 0 ? ` (${numbers.join(", ")})` : ""}`;
    });
    if (packs.length === 0) return "no policy pack";
    const outcome =
        mandatory > 0
            ? `blocked by ${plural(mandatory, "mandatory finding")}`
            : "no mandatory finding";
    return `${packs.join(", ")}: ${outcome}, ${plural(advisory, "note")}`;
}
