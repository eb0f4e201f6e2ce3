import { armError } from "../failures";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, object, required, text } from "../shape";
import { isObject, items, str, text as joined } from "../values";
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

export const subscriptionDiagnosticSetting = armType({
    token: "azure-native:monitor:SubscriptionDiagnosticSetting",
    api: "2021-05-01-preview",
    type: "Microsoft.Insights/diagnosticSettings",
    inputs: {
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
    },
    path: [],
    autoname: copied("name"),
    check: (inputs) => [
        ...items(inputs, "logs").flatMap((log, i) =>
            isObject(log) && (log.category === undefined) === (log.categoryGroup === undefined)
                ? [{ property: `logs[${i}]`, reason: "needs either category or categoryGroup" }]
                : [],
        ),
        ...(destinations.some((name) => inputs[name] !== undefined)
            ? []
            : [{ property: "workspaceId", reason: `needs one of ${destinations.join(", ")}` }]),
    ],
    id: (inputs, scope) =>
        joined`/subscriptions/${scope.subscriptionId}/providers/Microsoft.Insights/diagnosticSettings/${str(inputs, "name")}`,
    beforeCreate: (write) => {
        requireDestinations(write);
        refuseSixth(write);
    },
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

/** A subscription has five at most. */
function refuseSixth({ store, id }: Write): void {
    const others = store
        .under(parentId(id))
        .filter((one) => one.type === subscriptionDiagnosticSetting.token && one.id !== id);
    if (others.length >= 5) {
        throw armError(
            400,
            "DiagnosticSettingsLimitReached",
            "The limit of 5 diagnostic settings for the subscription was reached.",
        );
    }
}
