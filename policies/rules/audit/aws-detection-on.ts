import { conclude, type Finding } from "../../../model/finding";
import { absent, is, readFlag, readText, withDefault } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import { trailType } from "../../../model/views/trail";
import { defineStackRule } from "../../lib/defineRule";
import { flag } from "../../lib/settings";

const detectorType = "aws:guardduty:Detector";
const analyzerType = "aws:accessanalyzer:Analyzer";

/** Analyzers that look for what others can reach; the rest look for what nobody uses. */
const external = ["ACCOUNT", "ORGANIZATION"];

/**
 * Advice by default: accounts are often watched by their organisation or another stack, which is not
 * seen here. `detectedByOrganization` says so; who knows better makes it mandatory.
 */
export const awsDetectionOn = defineStackRule({
    id: "aws-detection-on",
    code: "L05",
    title: "Where a trail records an AWS account, GuardDuty and Access Analyzer watch it",
    attack: "A log nobody reads catches nobody. Stolen role credentials used from another network, a bucket or a key that was opened to another account: GuardDuty and Access Analyzer say so within minutes, a person reading files does not.",
    blindSpot:
        "Looks whether the stack has both, not in which account and region; what an organisation turned on centrally it knows by a setting only.",
    severity: "medium",
    enforcement: "advisory",
    confidence: "medium",
    remediation: {
        change: "create a GuardDuty detector and an Access Analyzer (AuditTrail: leave allowNoDetection out), or set detectedByOrganization where the organisation has them",
        code: `new Detector("threats", { enable: true });
new Analyzer("access", { analyzerName: "account", type: "ACCOUNT" });`,
    },
    controls: ["mcsb:LT-1", "owasp:cicd-sec-10"],
    tags: ["aws", "audit"],
    types: [trailType],
    settings: {
        detectedByOrganization: flag(
            "The account's organisation has turned GuardDuty and Access Analyzer on for every member.",
            false,
        ),
    },
    examples: {
        denied: 'new Trail("audit", { ... });',
        allowed: `new Trail("audit", { ... });
new Detector("threats", { enable: true });
new Analyzer("access", { analyzerName: "account", type: "ACCOUNT" });`,
    },
    judge(stack, context) {
        if (context.config.detectedByOrganization) return [];
        const given = (one: Resource) => context.declarationOf(one.urn) ?? one;
        const detectors = stack
            .ofType(detectorType)
            .map((one) => withDefault(readFlag(given(one).props, "enable"), true));
        const analyzers = stack
            .ofType(analyzerType)
            .map((one) => withDefault(readText(given(one).props, "type"), "ACCOUNT"));
        const findings = [
            ...(detectors.some((on) => !is(on, false)) ? [] : [missing(detectorType)]),
            ...(analyzers.some((type) => external.some((one) => is(type, one)))
                ? []
                : [missing(analyzerType)]),
        ];
        const verdict = conclude(findings, isOpen(detectors) ? ["enable"] : []);
        return stack.ofType(trailType).map(({ urn }) => ({ urn, verdict }));
    },
});

/** Whether the only detectors there are may turn out to be off. */
function isOpen(detectors: readonly ReturnType<typeof readFlag>[]): boolean {
    return detectors.length > 0 && !detectors.some((on) => is(on, true));
}

function missing(property: string): Finding {
    return { property, seen: absent, wanted: "one in the stack, turned on" };
}
