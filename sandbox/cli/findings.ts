import type { PolicyViolation, RunResult } from "../engine/api";
import { columns, plural, type Paint } from "./text";

/** Notes of rules that had to wait for a value: many alike, told as one line a rule. */
function isUndecidable({ message }: PolicyViolation): boolean {
    return /^undecidable: |can't run policy/m.test(message);
}

function block(violation: PolicyViolation, colors: Paint): string {
    const [first = "", ...rest] = violation.message.trimEnd().split("\n");
    const mark = violation.enforcement === "mandatory" ? colors.red("x") : colors.yellow("!");
    const head = colors.bold(
        first.startsWith(violation.policy) ? first : `${violation.policy}: ${first}`,
    );
    const named = violation.message.includes(violation.urn);
    const where = named || violation.urn === "" ? [] : [`  resource  ${violation.urn}`];
    return [`${mark} ${head}`, ...[...where, ...rest].map((line) => `  ${line}`)].join("\n");
}

/** Every finding, mandatory ones first; undecidable notes as one line for each rule. */
export function findings(result: RunResult, colors: Paint): string[] {
    const mandatory = result.violations.filter((v) => v.enforcement === "mandatory");
    const advisory = result.violations.filter((v) => v.enforcement === "advisory");
    const waiting = advisory.filter(isUndecidable);
    const advice = advisory.filter((violation) => !isUndecidable(violation));
    const lines = [...mandatory, ...advice].flatMap((each) => ["", block(each, colors)]);
    if (waiting.length > 0) {
        const counts = new Map<string, number>();
        for (const { policy } of waiting) counts.set(policy, (counts.get(policy) ?? 0) + 1);
        const rows = [...counts].map(([policy, number]) => [policy, plural(number, "resource")]);
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
