import { control, controlIds } from "../../model/controls";
import type { ControlId } from "../../model/controls";
import { settingsOf } from "./configuration";
import type { Rule } from "./defineRule";
import { longestExemption } from "./exemptions";

/**
 * The documentation of a list of rules, from their metadata: one page a rule, and an index with the control
 * crosswalk. The lead's script writes it to docs/rules; a test compares.
 *
 * @returns file name -> text
 */
export function renderRuleDocs(rules: readonly Rule[]): Map<string, string> {
    const pages = rules.map((rule) => [`${rule.id}.md`, page(rule)] as const);
    return new Map([["README.md", index(rules)], ...pages]);
}

function page(rule: Rule): string {
    const what = rule.scope === "resource" ? "one resource" : "the whole stack";
    const types = rule.types === "any" ? ["any type"] : rule.types.map(code);
    return document([
        `# ${rule.id}`,
        `${rule.title}.`,
        table(
            ["", ""],
            [
                ["Code", rule.code],
                ["Severity", rule.severity],
                ["Level", rule.enforcement],
                ["Confidence", rule.confidence],
                ["Judges", what],
                ["Types", types.join("<br>")],
                ["Longest exemption", `${longestExemption[rule.severity]} days`],
            ],
        ),
        "## What it stops",
        rule.attack,
        "## What it does not see",
        rule.blindSpot,
        "## The change to make",
        sentence(rule.remediation.change),
        fenced(rule.remediation.code),
        "## Examples",
        "Denied:",
        fenced(rule.examples.denied),
        "Allowed:",
        fenced(rule.examples.allowed),
        "## Controls",
        table(["Control", "Asks for", "Standard"], rule.controls.map(controlRow)),
        "## Settings",
        settingsTable(rule),
    ]);
}

function settingsTable(rule: Rule): string {
    const rows = Object.entries(settingsOf(rule)).map(([name, setting]) => [
        code(name),
        setting.schema.description ?? "",
        setting.allowed,
        code(JSON.stringify(setting.default)),
    ]);
    return table(["Setting", "Meaning", "Allowed", "Default"], rows);
}

function index(rules: readonly Rule[]): string {
    const sorted = [...rules].sort((a, b) => a.code.localeCompare(b.code, "en"));
    const list = sorted.map((rule) => [rule.code, link(rule), rule.severity, rule.enforcement]);
    const covered = controlIds
        .map((id) => ({ id, by: sorted.filter((rule) => rule.controls.includes(id)) }))
        .filter(({ by }) => by.length > 0);
    return document([
        "# Rules",
        "Generated from the rules' metadata by `npm run docs`.",
        table(["Code", "Rule", "Severity", "Level"], list),
        "## Controls",
        "Which rules enforce which demand of which standard. A rule here is evidence for a control, not all of it.",
        table(
            ["Control", "Asks for", "Standard", "Rules"],
            covered.map(({ id, by }) => [...controlRow(id), by.map(link).join(", ")]),
        ),
        "## Standards",
        table(
            ["Standard", "Version", "How ids are built", "Looked up"],
            standardRows(covered.map(({ id }) => id)),
        ),
    ]);
}

function standardRows(ids: readonly ControlId[]): string[][] {
    const unique = new Map(ids.map((id) => [control(id).standard.name, control(id).standard]));
    return [...unique.values()].map(({ name, version, reference, specification, date }) => [
        `[${name}](${reference})`,
        version,
        specification,
        date,
    ]);
}

function controlRow(id: ControlId): string[] {
    const { title, standard } = control(id);
    return [id, title, standard.name];
}

function link(rule: Rule): string {
    return `[${rule.id}](${rule.id}.md)`;
}

function code(text: string): string {
    return `\`${text}\``;
}

function fenced(text: string): string {
    return `\`\`\`ts\n${text}\n\`\`\``;
}

function sentence(text: string): string {
    const first = text.charAt(0).toUpperCase();
    return `${first}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
    return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function document(blocks: readonly string[]): string {
    return `${blocks.join("\n\n")}\n`;
}
