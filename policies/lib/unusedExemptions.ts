import type { ReportViolation, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";

import { notApplied } from "./exemptions";
import { showText } from "./redact";
import type { PackSession } from "./session";

/**
 * The last policy of the pack: an advisory line for each exemption that met no finding in the run. It is not
 * a rule, it judges the pack's own configuration.
 */
export function unusedExemptionsPolicy(session: PackSession): StackValidationPolicy {
    return {
        name: "exemptions-in-use",
        displayName: "Every exemption accepts a finding",
        description: "An exemption that accepts nothing is a door left open for a later change.",
        enforcementLevel: "advisory",
        severity: "low",
        tags: ["exemptions"],
        remediationSteps: "Remove the exemption from the rule's configuration.",
        validateStack: (_args: StackValidationArgs, report: ReportViolation) => {
            for (const { ruleId, entry } of session.unusedExemptions()) {
                const { ticket, resource } = entry.exemption;
                const why = entry.problems.length > 0 ? `; ${notApplied(entry)}` : "";
                report(
                    `unused exemption ${showText(ticket || "without ticket")} of rule ${ruleId} for ${showText(resource || "no resource")}${why}`,
                );
            }
        },
    };
}
