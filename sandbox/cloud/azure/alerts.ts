import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    map,
    matching,
    number,
    object,
    required,
    text,
} from "../shape";
import { isObject, items, str } from "../values";
import { location, requireResource, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";

const conditionShape = object({
    alertSensitivity: text,
    criterionType: choice("StaticThresholdCriterion", "DynamicThresholdCriterion"),
    dimensions: list(
        object({
            name: required(text),
            operator: required(choice("Include", "Exclude")),
            values: required(list(text)),
        }),
    ),
    failingPeriods: object({ minFailingPeriodsToAlert: number, numberOfEvaluationPeriods: number }),
    ignoreDataBefore: text,
    metricMeasureColumn: text,
    metricName: text,
    minRecurrenceCount: number,
    operator: choice("Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"),
    query: text,
    resourceIdColumn: text,
    threshold: number,
    timeAggregation: choice("Count", "Average", "Minimum", "Maximum", "Total"),
});

/** Alerts have no place of their own; "Global" is the one they are in. */
const requireGroups = ({ store }: Write, ids: readonly string[]): void => {
    for (const id of ids) {
        requireResource(store, id, "ActionGroupNotFound", "The action group");
    }
};
const minutes = (text: string) => {
    const [, hours = "0", mins = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? [];
    return Number(hours) * 60 + Number(mins);
};
const frequencies = matching(/^P(T(\d+H)?(\d+M)?|\d+D)$/, "a duration as PT5M or P1D");

export const activityLogAlert = namedType({
    token: "azure-native:monitor:ActivityLogAlert",
    api: "2020-10-01",
    type: "Microsoft.Insights/activityLogAlerts",
    inputs: {
        actions: required(
            object({
                actionGroups: list(
                    object({ actionGroupId: required(text), webhookProperties: map(text) }),
                ),
            }),
        ),
        activityLogAlertName: fixed(text),
        condition: required(
            object({
                allOf: required(
                    list(
                        object({
                            anyOf: list(
                                object({ containsAny: list(text), equals: text, field: text }),
                            ),
                            containsAny: list(text),
                            equals: text,
                            field: text,
                        }),
                    ),
                ),
            }),
        ),
        description: text,
        enabled: flag,
        location,
        resourceGroupName,
        scopes: required(list(text)),
        tags,
    },
    names: ["activityLogAlertName"],
    outputs: ({ inputs }) => ({ enabled: inputs.enabled ?? true }),
    beforeCreate: checkActivityAlert,
    beforeUpdate: checkActivityAlert,
});

export const scheduledQueryRule = namedType({
    token: "azure-native:monitor:ScheduledQueryRule",
    api: "2025-01-01-preview",
    type: "Microsoft.Insights/scheduledQueryRules",
    inputs: {
        actions: object({
            actionGroups: list(text),
            actionProperties: map(text),
            customProperties: map(text),
        }),
        autoMitigate: flag,
        checkWorkspaceAlertsStorageConfigured: flag,
        criteria: object({ allOf: list(conditionShape) }),
        description: text,
        displayName: text,
        enabled: flag,
        evaluationFrequency: frequencies,
        identity: identityShape("SystemAssigned", "UserAssigned", "None"),
        kind: choice("LogAlert", "SimpleLogAlert", "LogToMetric"),
        location,
        muteActionsDuration: frequencies,
        overrideQueryTimeRange: text,
        resolveConfiguration: object({ autoResolved: flag, timeToResolve: text }),
        resourceGroupName,
        ruleName: fixed(text),
        scopes: list(text),
        severity: integer(0, 4),
        skipQueryValidation: flag,
        tags,
        targetResourceTypes: list(text),
        windowSize: frequencies,
    },
    names: ["ruleName"],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        enabled: shaping.inputs.enabled ?? true,
        autoMitigate: shaping.inputs.autoMitigate ?? true,
        kind: shaping.inputs.kind ?? "LogAlert",
        createdWithApiVersion: "2025-01-01-preview",
        isLegacyLogAnalyticsRule: false,
        isWorkspaceAlertsStorageConfigured: false,
        etag: shaping.each(() => `"${guid(shaping.id, String(Date.now()))}"`),
    }),
    claims: identityClaims,
    beforeCreate: checkQueryRule,
    beforeUpdate: checkQueryRule,
});

/** source: Azure Monitor, regions of activity log alerts; date: 2026-11-21 */
const alertPlaces = ["global", "westeurope", "northeurope"];

/** For one kind of event, and about what stands. */
function checkActivityAlert(write: Write): void {
    const { inputs } = write;
    const place = str(inputs, "location");
    if (place !== "" && !alertPlaces.includes(place.toLowerCase())) {
        const message = `The provided location '${place}' is not available for resource type 'microsoft.insights/activityLogAlerts'. List of available regions: ${alertPlaces.join(", ")}.`;
        throw armError(400, "LocationNotAvailableForResourceType", message);
    }
    const conditions = items(inputs, "condition", "allOf").filter(isObject);
    if (
        !conditions.some(
            (one) => str(one, "field").toLowerCase() === "category" && one.equals !== undefined,
        )
    ) {
        throw armError(400, "BadRequest", "The condition must contain one with field 'category'.");
    }
    requireGroups(
        write,
        items(inputs, "actions", "actionGroups").flatMap((one) =>
            isObject(one) ? [str(one, "actionGroupId")] : [],
        ),
    );
}

/** It looks back at least as far as it looks often; a log alert asks a question. */
function checkQueryRule(write: Write): void {
    const { inputs } = write;
    const isMetric = /^LogToMetric$/i.test(str(inputs, "kind"));
    if (
        !isMetric &&
        (inputs.severity === undefined ||
            inputs.windowSize === undefined ||
            inputs.evaluationFrequency === undefined)
    ) {
        throw armError(
            400,
            "BadRequest",
            "severity, evaluationFrequency and windowSize are required for rules of kind LogAlert.",
        );
    }
    if (
        items(inputs, "criteria", "allOf")
            .filter(isObject)
            .some((one) => str(one, "query") === "")
    ) {
        throw armError(400, "BadRequest", "Each criterion needs a query.");
    }
    const [often, far] = [
        minutes(str(inputs, "evaluationFrequency")),
        minutes(str(inputs, "windowSize")),
    ];
    if (often > 0 && far > 0 && far < often) {
        throw armError(400, "BadRequest", "windowSize must not be less than evaluationFrequency.");
    }
    for (const scope of items(inputs, "scopes")) {
        if (typeof scope === "string" && /\/providers\//i.test(scope)) {
            requireResource(write.store, scope, "ResourceNotFound", "The scope");
        }
    }
    requireGroups(
        write,
        items(inputs, "actions", "actionGroups").filter((one) => typeof one === "string"),
    );
    requireIdentities(write);
}
