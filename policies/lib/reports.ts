import type { EnforcementLevel, ReportViolation } from "@pulumi/policy";

import { known } from "../../model/known";
import type { Finding, Verdict } from "../../model/finding";
import type { RuleConfiguration } from "./configuration";
import { ConfigurationError } from "./configuration";
import type { Rule } from "./defineRule";
import { askExemptions } from "./exemptions";
import type { ExemptionEntry } from "./exemptions";
import { couldNotRunText, exemptText, findingText, undecidableText } from "./findingText";
import type { Subject } from "./findingText";
import { isProductionStack } from "./production";

/**
 * One answer as the SDK's server takes it. Its type only knows text, which it gives the rule's own
 * level; the object form, which the server handles beside it, can raise or lower the level of one answer.
 */
export interface Report {
    readonly message: string;
    readonly urn: string | undefined;
    /** The level in force for the rule when not given. */
    readonly enforcementLevel?: EnforcementLevel;
}

export type Send = (report: Report) => void;

export function sender(report: ReportViolation): Send {
    return report as unknown as Send;
}

/** What answering needs besides the verdict. */
export interface Answering {
    readonly rule: Rule;
    readonly configuration: RuleConfiguration;
    readonly exemptions: readonly ExemptionEntry[];
    readonly stackTags: ReadonlyMap<string, string>;
    readonly send: Send;
}

/** Sends a verdict on: findings at the rule's level, accepted ones and notes as advice. */
export function answer(to: Answering, resource: Subject, verdict: Verdict): void {
    if (verdict.kind === "denied") {
        for (const finding of verdict.findings) answerFinding(to, resource, finding);
    } else if (verdict.kind === "undecidable") {
        const { urn } = resource;
        const production =
            verdict.production ?? isProductionStack(urn, to.stackTags, to.configuration);
        answerUndecidable(to, resource, verdict.unknown, production);
    }
}

function answerFinding(to: Answering, resource: Subject, finding: Finding): void {
    const { rule, send } = to;
    const id = finding.id ?? finding.property;
    const { accepted, notices } = askExemptions(to.exemptions, resource, id);
    if (accepted) {
        const message = exemptText(rule, resource, finding, accepted);
        send({ message, urn: resource.urn, enforcementLevel: "advisory" });
    } else {
        const message = findingText(rule, resource, finding, notices);
        const level = finding.advisory && { enforcementLevel: "advisory" as const };
        send({ message, urn: resource.urn, ...level });
    }
}

/** Exemptions accept an undecidable answer under the finding id "undecidable". */
function answerUndecidable(
    to: Answering,
    resource: Subject,
    unknown: readonly string[],
    production: boolean,
): void {
    const { rule, configuration, send } = to;
    const { urn } = resource;
    if (configuration.onUnknown === "ignore") return;
    const blocks =
        configuration.onUnknown === "block" ||
        (configuration.onUnknown === "production" && production);
    if (!blocks) {
        const message = undecidableText(rule, resource, unknown, false, []);
        send({ message, urn, enforcementLevel: "advisory" });
        return;
    }
    const { accepted, notices } = askExemptions(to.exemptions, resource, "undecidable");
    if (accepted) {
        const finding = { property: "undecidable", seen: known(unknown), wanted: "" };
        const message = exemptText(rule, resource, finding, accepted);
        send({ message, urn, enforcementLevel: "advisory" });
    } else {
        send({ message: undecidableText(rule, resource, unknown, true, notices), urn });
    }
}

/**
 * A surprise: mandatory whatever the rule's level, so that a fault never opens the gate. Of a foreign error
 * only its kind and place are told, since its text may hold values.
 */
export function surprise(
    rule: Rule,
    resource: Subject | undefined,
    error: unknown,
    send: Send,
): void {
    const message = couldNotRunText(rule, resource, cause(error));
    send({ message, urn: resource?.urn, enforcementLevel: "mandatory" });
}

function cause(error: unknown): string {
    if (error instanceof ConfigurationError) return `the rule's settings: ${error.message}`;
    if (!(error instanceof Error)) return `a thrown ${typeof error}`;
    const frames = (error.stack ?? "").replace(error.message, "").split("\n");
    const place = frames.map((frame) => /^\s+at .*?([\w.-]+:\d+):\d+\)?$/.exec(frame)?.[1]);
    const known = /^expected [a-z ]+ at [\w.-]+$/.test(error.message) ? `, ${error.message}` : "";
    return `${error.name} at ${place.find((one) => one !== undefined) ?? "an unknown place"}${known}`;
}
