import type { Severity } from "../../model/finding";
import { showText } from "./redact";

/**
 * A dated permission for one finding, given in the rule's configuration, never on the resource.
 * Dates are YYYY-MM-DD in UTC; an exemption holds through the last moment of `expires`.
 */
export interface Exemption {
    readonly rule: string;
    /** The resource's URN, or its name with `*` for any characters. */
    readonly resource: string;
    /** Id of the one finding accepted; every finding of the rule on the resource when not given. */
    readonly finding: string | undefined;
    readonly reason: string;
    readonly approver: string;
    readonly ticket: string;
    readonly approvedOn: string;
    readonly expires: string;
}

/** Longest time from approval to expiry, in days. The worse the finding, the shorter. */
export const longestExemption: Readonly<Record<Severity, number>> = {
    critical: 7,
    high: 30,
    medium: 60,
    low: 90,
};

/** An exemption as configured, with what keeps it from being applied. */
export interface ExemptionEntry {
    readonly exemption: Exemption;
    /** Empty when it is in force. */
    readonly problems: readonly string[];
    /** Set once it has met a finding; what stays false is reported at the end of the run. */
    met: boolean;
}

const shortestReason = 15;
const dayMs = 24 * 60 * 60 * 1000;
const fields = [
    "rule",
    "resource",
    "finding",
    "reason",
    "approver",
    "ticket",
    "approvedOn",
    "expires",
] as const;

/** Reads a rule's `exemptions` setting. Nothing throws: a malformed entry is kept, with its problems. */
export function readExemptions(
    rule: { readonly id: string; readonly severity: Severity },
    configured: readonly unknown[],
    now: Date,
): ExemptionEntry[] {
    return configured.map((raw) => {
        const given = typeof raw === "object" && raw !== null ? { ...raw } : {};
        const entry: Record<string, unknown> = given;
        const text = (name: string) => {
            const value = entry[name];
            return typeof value === "string" ? value.trim() : "";
        };
        const exemption: Exemption = {
            rule: text("rule") || rule.id,
            resource: text("resource"),
            finding: text("finding") || undefined,
            reason: text("reason"),
            approver: text("approver"),
            ticket: text("ticket"),
            approvedOn: text("approvedOn"),
            expires: text("expires"),
        };
        const problems = [
            ...formProblems(rule.id, entry, exemption),
            ...dateProblems(rule.severity, exemption, now),
        ];
        return { exemption, problems, met: false };
    });
}

function formProblems(
    ruleId: string,
    entry: Readonly<Record<string, unknown>>,
    exemption: Exemption,
): string[] {
    const known: readonly string[] = fields;
    const problems = Object.keys(entry)
        .filter((key) => !known.includes(key))
        .map((key) => `unknown field ${showText(key)} (allowed: ${fields.join(", ")})`);
    const misshapen = fields.filter((name) => name in entry && typeof entry[name] !== "string");
    problems.push(...misshapen.map((name) => `${name} must be text`));
    if (exemption.rule !== ruleId)
        problems.push(`it names another rule, ${showText(exemption.rule)}`);
    if (exemption.resource.replaceAll("*", "").length < 3) {
        problems.push("resource must be a URN or a name with at least three characters besides *");
    }
    if (exemption.reason.length < shortestReason) {
        problems.push(`reason must say why in at least ${shortestReason} characters`);
    }
    if (exemption.approver === "") problems.push("approver is missing");
    if (exemption.ticket === "") problems.push("ticket is missing");
    return problems;
}

function dateProblems(severity: Severity, exemption: Exemption, now: Date): string[] {
    const approved = day(exemption.approvedOn);
    const expires = day(exemption.expires);
    const problems: string[] = [];
    if (approved === undefined) problems.push("approvedOn must be a date, YYYY-MM-DD");
    if (expires === undefined) problems.push("expires must be a date, YYYY-MM-DD");
    if (approved === undefined || expires === undefined) return problems;
    if (approved > now.getTime()) problems.push(`approvedOn ${exemption.approvedOn} lies ahead`);
    if (expires + dayMs <= now.getTime()) problems.push(`it expired on ${exemption.expires}`);
    if (expires < approved) problems.push("expires lies before approvedOn");
    const longest = longestExemption[severity];
    if (expires - approved > longest * dayMs) {
        problems.push(
            `it runs longer than ${longest} days from approvedOn, the limit for a ${severity} rule`,
        );
    }
    return problems;
}

/** Start of a day in UTC; undefined when the text is no date that exists. */
function day(text: string): number | undefined {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
    const date = new Date(`${text}T00:00:00Z`);
    const valid = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
    return valid ? date.getTime() : undefined;
}

/** What the exemptions say of one finding: the one that accepts it, and why others that name it do not. */
export interface ExemptionAnswer {
    readonly accepted: Exemption | undefined;
    readonly notices: readonly string[];
}

export function askExemptions(
    entries: readonly ExemptionEntry[],
    resource: { readonly urn: string; readonly name: string },
    findingId: string,
): ExemptionAnswer {
    const meeting = entries.filter(({ exemption }) => names(exemption, resource, findingId));
    for (const entry of meeting) entry.met = true;
    const accepted = meeting.find((entry) => entry.problems.length === 0)?.exemption;
    const notices = accepted ? [] : meeting.map(notApplied);
    return { accepted, notices };
}

/** One line: which exemption, and why it does not count. */
export function notApplied({ exemption, problems }: ExemptionEntry): string {
    return `exemption ${showText(exemption.ticket || "without ticket")} not applied: ${problems.join("; ")}`;
}

function names(
    exemption: Exemption,
    resource: { readonly urn: string; readonly name: string },
    findingId: string,
): boolean {
    if (exemption.resource === "") return false;
    if (exemption.finding !== undefined && exemption.finding !== findingId) return false;
    return exemption.resource === resource.urn || globMatches(exemption.resource, resource.name);
}

function globMatches(glob: string, text: string): boolean {
    const literal = glob.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}
