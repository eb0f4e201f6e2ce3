import { map, readNumber, readText, withDefault } from "../../../model/known";
import { conclude, type Finding, type Verdict } from "../../../model/finding";
import { defineRule } from "../../lib/defineRule";
import { pattern, wholeNumber } from "../../lib/settings";

/** Days a workspace keeps its logs where nothing is said. source: Microsoft Learn, "Azure Monitor Logs retention", from memory; date: 2026-11-21 */
const azureDays = 30;
const logGroup = "aws:cloudwatch:LogGroup";

/**
 * CloudWatch keeps a group's entries for ever where nothing is said: that costs, and is no weakness,
 * so that an unset retention is refused for workspaces only.
 */
export const logRetention = defineRule({
    id: "log-retention",
    code: "L01",
    title: "Logs are kept long enough to look back at an attack",
    attack: "Break-ins are found months later. Where logs end after thirty days nobody can say any more what was read, what was deployed and who did it.",
    blindSpot:
        "Does not judge tables with a retention of their own, log groups of aws-native, nor what is logged at all; knows log groups of records by their names.",
    severity: "medium",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set retentionInDays to 90 or more (AuditTrail: retentionDays)",
        code: "retentionInDays: 365",
    },
    controls: ["owasp:cicd-sec-10", "mcsb:LT-3"],
    tags: ["azure", "aws", "audit"],
    types: [
        "azure-native:operationalinsights:Workspace",
        "azure:operationalinsights:AnalyticsWorkspace",
        logGroup,
    ],
    settings: {
        minDays: wholeNumber("Shortest retention in days.", 90, 1, 3653),
        auditPattern: pattern(
            "Names of log groups that hold records of who did what; for others a short retention is advice.",
            String.raw`(?<![a-z])(audit|cloud-?trail|trail|flow-?logs?)(?![a-z])`,
        ),
    },
    examples: {
        denied: 'new Workspace("audit", { retentionInDays: 30, ... });',
        allowed: 'new Workspace("audit", { retentionInDays: 365, ... });',
    },
    judge({ type, name, props }, { config }): Verdict {
        const path = "retentionInDays";
        const seen = readNumber(props, path);
        const isGroup = type === logGroup;
        // CloudWatch spells "for ever" as 0.
        const days = map(withDefault(seen, isGroup ? 0 : azureDays), (count) =>
            isGroup && count === 0 ? Infinity : count,
        );
        const fits = new RegExp(config.auditPattern, "i");
        const given = readText(props, "name");
        const isRecord =
            !isGroup || fits.test(name) || (given.state === "known" && fits.test(given.value));
        const short: Finding = {
            property: path,
            seen,
            wanted: `${config.minDays} days or more`,
            ...(isRecord ? {} : { advisory: true }),
        };
        const key = readText(props, "kmsKeyId");
        const bare: Finding = {
            property: "kmsKeyId",
            seen: key,
            wanted: "a key of one's own",
            change: "set kmsKeyId: whoever reads the group then needs the key as well",
            advisory: true,
        };
        return conclude(
            [
                ...(days.state === "known" && days.value < config.minDays ? [short] : []),
                ...(isGroup && key.state === "absent" ? [bare] : []),
            ],
            days.state === "unknown" ? [path] : [],
        );
    },
});
