import type { Failure } from "../../check";
import { hex } from "../../identifiers";
import { isObject, isUnknown, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { parsedDocument } from "../documents";
import { eventRuleFields, eventTargetFields, metricAlarmFields } from "../fields/cloudwatch";
import { serviceRole } from "../iam/names";
import { nameOf } from "../naming";
import { refer, referred } from "../references";
import { functionToken } from "../deploy/tokens";
import { eventRuleToken, logGroupToken, queueToken, topicToken } from "./tokens";

export const metricAlarm = awsType({
    of: metricAlarmFields,
    operation: "CloudWatch: PutMetricAlarm",
    puts: true,
    name: nameOf(/^[^]{1,255}$/, "1 to 255 characters"),
    defaults: { actionsEnabled: true, treatMissingData: "missing" },
    references: ["alarmActions", "okActions", "insufficientDataActions"].map((property) =>
        refer(
            [property, "*"],
            [topicToken, functionToken],
            "ValidationError",
            "Invalid action %: it does not exist",
            {
                name: (value) => (/^arn:aws:(sns|lambda):/.test(value) ? value : ""),
            },
        ),
    ),
    check: (inputs): Failure[] => {
        const given = ["metricName", "metricQueries", "evaluationCriteria"].filter(
            (name) => inputs[name] !== undefined,
        );
        const [points, periods] = [
            num(inputs, "datapointsToAlarm"),
            num(inputs, "evaluationPeriods"),
        ];
        const period = num(inputs, "period");
        return [
            ...(given.length === 1
                ? []
                : [
                      {
                          property: given[1] ?? "metricName",
                          reason: "exactly one of metricName, metricQueries must be given",
                      },
                  ]),
            ...(inputs.metricName !== undefined &&
            inputs.statistic === undefined &&
            inputs.extendedStatistic === undefined
                ? [
                      {
                          property: "statistic",
                          reason: "missing required property: or extendedStatistic",
                      },
                  ]
                : []),
            ...(points !== undefined && periods !== undefined && points > periods
                ? [
                      {
                          property: "datapointsToAlarm",
                          reason: `${points} is above evaluationPeriods`,
                      },
                  ]
                : []),
            ...(period === undefined || [10, 20, 30].includes(period) || period % 60 === 0
                ? []
                : [
                      {
                          property: "period",
                          reason: `${period} must be 10, 20, 30 or whole minutes`,
                      },
                  ]),
        ];
    },
    id: ({ name }) => name,
    arn: ({ region, accountId, name }) =>
        text`arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`,
    outputs: ({ inputs }) => ({
        evaluateLowSampleCountPercentiles: inputs.evaluateLowSampleCountPercentiles ?? "",
    }),
});

/** Quota of an account that asked for no more. source: EventBridge User Guide, "Quotas"; date: 2026-11-21 */
const patternLength = 2048;

/**
 * Every branch of a pattern ends in a list of what may stand there.
 *
 * source: Amazon EventBridge User Guide, "Creating event patterns"; date: 2026-11-21
 */
function patternFailures(pattern: Values): Failure[] {
    return Object.entries(pattern).flatMap(([key, value]) => {
        if (Array.isArray(value)) {
            return [];
        }
        const reason = `Event pattern is not valid. Reason: "${key}" must be an object or an array`;
        return isObject(value) ? patternFailures(value) : [{ property: "eventPattern", reason }];
    });
}

export const eventRule = awsType({
    of: eventRuleFields,
    operation: "EventBridge: PutRule",
    puts: true,
    within: "eventBusName",
    name: nameOf(/^[\w.-]{1,64}$/, "1 to 64 letters, digits and . - _", { prefix: "namePrefix" }),
    defaults: { eventBusName: "default", forceDestroy: false },
    references: [serviceRole(["roleArn"], "ValidationException")],
    check: (inputs) => {
        const schedule = str(inputs, "scheduleExpression");
        const pattern = str(inputs, "eventPattern");
        return [
            ...(inputs.eventPattern === undefined && inputs.scheduleExpression === undefined
                ? [
                      {
                          property: "eventPattern",
                          reason: "missing required property: or scheduleExpression",
                      },
                  ]
                : []),
            ...(schedule === "" ||
            isUnknown(schedule) ||
            /^(rate\(\d+ (minutes?|hours?|days?)\)|cron\(.+\))$/.test(schedule)
                ? []
                : [
                      {
                          property: "scheduleExpression",
                          reason: `"${schedule}" must be rate(...) or cron(...)`,
                      },
                  ]),
            ...(pattern === "" || isUnknown(pattern) || parsedDocument(pattern) !== undefined
                ? []
                : [{ property: "eventPattern", reason: "must be a JSON object" }]),
            ...(isUnknown(pattern) ? [] : patternFailures(parsedDocument(pattern) ?? {})),
        ];
    },
    id: ({ name }) => name,
    arn: ({ region, accountId, name, inputs }) => {
        const bus = str(inputs, "eventBusName");
        const path = bus === "" || bus === "default" ? "" : text`${bus}/`;
        return text`arn:aws:events:${region}:${accountId}:rule/${path}${name}`;
    },
    beforeWrite: ({ inputs }) => {
        if (str(inputs, "eventPattern").length > patternLength) {
            const message = `The event pattern is longer than ${patternLength} characters.`;
            throw awsError(400, "EventBridge: PutRule", "LimitExceededException", message);
        }
    },
    outputs: ({ inputs }) => ({
        state: inputs.state ?? (inputs.isEnabled === false ? "DISABLED" : "ENABLED"),
    }),
    held: {
        by: ["aws:cloudwatch/eventTarget:EventTarget"],
        operation: "EventBridge: DeleteRule",
        http: 400,
        code: "ValidationException",
        says: "Rule can't be deleted since it has targets.",
    },
});

const ofRule = refer(
    ["rule"],
    eventRuleToken,
    "ResourceNotFoundException",
    "Rule % does not exist on EventBus default.",
);
/** source: EventBridge User Guide, "Quotas"; date: 2026-11-21 */
const targetsPerRule = 5;
const targetToken = "aws:cloudwatch/eventTarget:EventTarget";

export const eventTarget = awsType({
    of: eventTargetFields,
    operation: "EventBridge: PutTargets",
    references: [
        ofRule,
        refer(
            ["arn"],
            [topicToken, queueToken, functionToken, logGroupToken],
            "ValidationException",
            "Target % does not exist",
            {
                name: (value) =>
                    /^arn:aws:(sns|sqs|lambda|logs):/.test(value) ? value.replace(/:\*$/, "") : "",
            },
        ),
        serviceRole(["roleArn"], "ValidationException"),
    ],
    defaults: { eventBusName: "default", forceDestroy: false },
    id: ({ inputs, once }) => {
        const id =
            str(inputs, "targetId") ||
            once("targetId", () => `terraform-${hex(26, JSON.stringify(inputs))}`);
        return text`${str(inputs, "rule")}-${id}`;
    },
    outputs: ({ inputs, once }) => ({
        targetId:
            inputs.targetId ??
            once("targetId", () => `terraform-${hex(26, JSON.stringify(inputs))}`),
    }),
    beforeWrite: ({ inputs, region }) => {
        const target = str(inputs, "arn");
        const [, , service = "", place = ""] = target.split(":");
        // Only a bus may stand in another region. source: AWS re:Post, "Why isn't my SNS topic
        // receiving EventBridge notifications"; the words from memory; date: 2026-11-21
        if (target.startsWith("arn:") && service !== "events" && place !== "" && place !== region) {
            const message = `Parameter ${target} is not valid. Reason: the target must be in the region of the rule.`;
            throw awsError(400, "EventBridge: PutTargets", "ValidationException", message);
        }
    },
    beforeCreate: (write) => {
        const rule = referred(write, [ofRule])[0]?.target;
        const beside = write.store
            .list(targetToken)
            .filter(({ inputs }) => str(inputs, "rule") === str(rule?.outputs, "name"));
        if (rule !== undefined && beside.length >= targetsPerRule) {
            const message = "The requested resource exceeds the maximum number allowed.";
            throw awsError(400, "EventBridge: PutTargets", "LimitExceededException", message);
        }
    },
});
