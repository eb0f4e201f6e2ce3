import { control } from "../../model/controls";
import type { Finding } from "../../model/finding";
import type { Resource } from "../../model/resource";
import { docsPage } from "./defineRule";
import type { Rule } from "./defineRule";
import type { Exemption } from "./exemptions";
import { show, showText } from "./redact";

/** The resource a message is about; for a surprise there may be no more than its URN. */
export type Subject = Pick<Resource, "urn" | "name" | "token" | "options">;

type Line = readonly [label: string, text: string];

/** A violation as a person reads it in the preview: several lines, the value through the redactor. */
export function findingText(
    rule: Rule,
    resource: Subject,
    finding: Finding,
    notices: readonly string[],
): string {
    return layOut(heading(rule), [
        ...subjectLines(resource),
        ["property", finding.property],
        ["seen", show(finding.seen, finding.property, resource.options.additionalSecretOutputs)],
        ["wanted", finding.wanted],
        ["change", finding.change ?? rule.remediation.change],
        ["standard", standardText(rule)],
        ["docs", docsPage(rule)],
        ...notices.map((notice): Line => ["notice", notice]),
    ]);
}

/** A finding that was accepted, with who accepted it and until when. */
export function exemptText(
    rule: Rule,
    resource: Subject,
    finding: Finding,
    exemption: Exemption,
): string {
    return layOut(`exempt from ${heading(rule)}`, [
        ...subjectLines(resource),
        ["property", finding.property],
        ["seen", show(finding.seen, finding.property, resource.options.additionalSecretOutputs)],
        ["until", exemption.expires],
        ["approver", `${showText(exemption.approver)}, ${showText(exemption.ticket)}`],
        ["reason", showText(exemption.reason)],
    ]);
}

/** An answer that waits for values. */
export function undecidableText(
    rule: Rule,
    resource: Subject,
    unknown: readonly string[],
    blocks: boolean,
    notices: readonly string[],
): string {
    const again =
        rule.scope === "resource"
            ? "the rule runs again, before the change, when they are known"
            : "a stack rule sees them after the change; give them as plain values or declare them on the component";
    return layOut(`undecidable: ${heading(rule)}`, [
        ...subjectLines(resource),
        ["unknown", unknown.join(", ")],
        ["wanted", "values known before the deployment"],
        ["change", blocks ? `${again}, or set onUnknown for this rule` : again],
        ["docs", docsPage(rule)],
        ...notices.map((notice): Line => ["notice", notice]),
    ]);
}

/** The rule itself failed: nothing it would have judged may pass unseen. */
export function couldNotRunText(rule: Rule, resource: Subject | undefined, cause: string): string {
    return layOut(`rule ${rule.id} could not run`, [
        ...(resource ? subjectLines(resource) : []),
        ["cause", cause],
        ["wanted", "a judgement; without one the change is refused"],
        ["change", "correct the value or the setting named above, or report a fault in the rule"],
        ["docs", docsPage(rule)],
    ]);
}

function heading(rule: Rule): string {
    return `${rule.id} (${rule.code}, ${rule.severity}): ${rule.title}`;
}

function subjectLines(resource: Subject): Line[] {
    return [
        ["resource", `${resource.name} (${resource.token})`],
        ["urn", resource.urn],
    ];
}

function standardText(rule: Rule): string {
    const [main, ...others] = rule.controls;
    const { id, title, standard } = control(main);
    const also = others.length > 0 ? `; also ${others.join(", ")}` : "";
    return `${standard.name}, ${id}: ${title}${also}`;
}

function layOut(first: string, lines: readonly Line[]): string {
    return [first, ...lines.map(([label, text]) => `  ${label.padEnd(9)} ${text}`)].join("\n");
}
