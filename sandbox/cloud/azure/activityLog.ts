import { armError } from "../failures";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, object, required, text, type Fields } from "../shape";
import { isObject, items, str, text as joined, type Values } from "../values";
import { armType, copied, parentId } from "./arm";
import { requireUsed } from "./uses";

/** Kinds of events of a subscription. source: Azure Monitor, activity log schema; date: 2026-11-21 */
const categories = [
    "Administrative",
    "Security",
    "ServiceHealth",
    "Alert",
    "Recommendation",
    "Policy",
    "Autoscale",
    "ResourceHealth",
];
const destinations = [
    "workspaceId",
    "storageAccountId",
    "eventHubAuthorizationRuleId",
    "marketplacePartnerId",
];

/** What a diagnostic setting of a subscription or management group takes. */
const settingInputs: Fields = {
    eventHubAuthorizationRuleId: text,
    eventHubName: text,
    logs: list(
        object({
            category: choice(...categories),
            categoryGroup: text,
            enabled: required(flag),
        }),
    ),
    marketplacePartnerId: text,
    name: fixed(text),
    serviceBusRuleId: text,
    storageAccountId: text,
    workspaceId: text,
};

function checkSetting(inputs: Values) {
    const failures = items(inputs, "logs").flatMap((log, i) =>
        isObject(log) && (log.category === undefined) === (log.categoryGroup === undefined)
            ? [{ property: `logs[${i}]`, reason: "needs either category or categoryGroup" }]
            : [],
    );
    return destinations.some((name) => inputs[name] !== undefined)
        ? failures
        : [
              ...failures,
              { property: "workspaceId", reason: `needs one of ${destinations.join(", ")}` },
          ];
}

function checkWrite(write: Write): void {
    requireDestinations(write);
    refuseSixth(write);
}

export const subscriptionDiagnosticSetting = armType({
    token: "azure-native:monitor:SubscriptionDiagnosticSetting",
    api: "2021-05-01-preview",
    type: "Microsoft.Insights/diagnosticSettings",
    inputs: settingInputs,
    path: [],
    autoname: copied("name"),
    check: checkSetting,
    id: (inputs, scope) =>
        joined`/subscriptions/${scope.subscriptionId}/providers/Microsoft.Insights/diagnosticSettings/${str(inputs, "name")}`,
    beforeCreate: checkWrite,
    beforeUpdate: requireDestinations,
});

export const managementGroupDiagnosticSetting = armType({
    token: "azure-native:monitor:ManagementGroupDiagnosticSetting",
    api: "2021-05-01-preview",
    type: "Microsoft.Insights/diagnosticSettings",
    inputs: { ...settingInputs, managementGroupId: required(fixed(text)) },
    path: ["managementGroupId"],
    autoname: copied("name"),
    check: checkSetting,
    id: (inputs) =>
        joined`/providers/Microsoft.Management/managementGroups/${str(inputs, "managementGroupId")}/providers/Microsoft.Insights/diagnosticSettings/${str(inputs, "name")}`,
    beforeCreate: checkWrite,
    beforeUpdate: requireDestinations,
});

function requireDestinations(write: Write): void {
    requireUsed(
        write,
        ["workspaceId", "storageAccountId"]
            .map((name) => str(write.inputs, name))
            .filter((id) => id !== ""),
    );
}

/** There are five at most, in a place. */
function refuseSixth({ store, id }: Write): void {
    const others = store
        .under(parentId(id))
        .filter((one) => /:monitor:\w+DiagnosticSetting$/.test(one.type) && one.id !== id);
    if (others.length >= 5) {
        throw armError(
            400,
            "DiagnosticSettingsLimitReached",
            "The limit of 5 diagnostic settings was reached.",
        );
    }
}
