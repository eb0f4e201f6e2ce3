import { armError } from "../failures";
import type { Write } from "../resourceType";
import { fixed, flag, list, number, object, required, text } from "../shape";
import { isObject, items, str, text as joined } from "../values";
import { armType, copied, parentId, requireResource } from "./arm";

const retentionPolicy = object({ days: required(number), enabled: required(flag) });
const destinations = [
    "workspaceId",
    "storageAccountId",
    "eventHubAuthorizationRuleId",
    "marketplacePartnerId",
];

export const diagnosticSetting = armType({
    token: "azure-native:monitor:DiagnosticSetting",
    api: "2021-05-01-preview",
    type: "Microsoft.Insights/diagnosticSettings",
    inputs: {
        eventHubAuthorizationRuleId: text,
        eventHubName: text,
        logAnalyticsDestinationType: text,
        logs: list(
            object({
                category: text,
                categoryGroup: text,
                enabled: required(flag),
                retentionPolicy,
            }),
        ),
        marketplacePartnerId: text,
        metrics: list(
            object({ category: text, enabled: required(flag), retentionPolicy, timeGrain: text }),
        ),
        name: fixed(text),
        resourceUri: required(fixed(text)),
        serviceBusRuleId: text,
        storageAccountId: text,
        workspaceId: text,
    },
    path: ["resourceUri"],
    autoname: copied("name"),
    check: (inputs) => {
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
    },
    id: (inputs) =>
        joined`${str(inputs, "resourceUri")}/providers/Microsoft.Insights/diagnosticSettings/${str(inputs, "name")}`,
    parents: ({ inputs }) => [str(inputs, "resourceUri")],
    beforeCreate: (write) => {
        const { store, inputs } = write;
        requireResource(store, str(inputs, "resourceUri"), "ResourceNotFound", "The resource");
        requireDestinations(write);
        refuseSameSink(write);
    },
    beforeUpdate: requireDestinations,
});

function requireDestinations({ store, inputs }: Write): void {
    for (const name of ["workspaceId", "storageAccountId"]) {
        const id = str(inputs, name);
        if (id !== "") {
            requireResource(store, id, "ResourceNotFound", `The destination ${name}`);
        }
    }
}

/** Two settings of one resource must not send the same category to the same workspace. */
function refuseSameSink({ store, inputs, id }: Write): void {
    const categories = (one: Write["inputs"]) =>
        items(one, "logs")
            .filter(isObject)
            .map((log) => str(log, "categoryGroup") || str(log, "category"));
    const mine = new Set(categories(inputs));
    const twin = store
        .under(parentId(parentId(id)))
        .find(
            (one) =>
                one.type === "azure-native:monitor:DiagnosticSetting" &&
                one.id !== id &&
                str(one.inputs, "workspaceId") !== "" &&
                str(one.inputs, "workspaceId").toLowerCase() ===
                    str(inputs, "workspaceId").toLowerCase() &&
                categories(one.inputs).some((category) => mine.has(category)),
        );
    if (twin !== undefined) {
        const message = `Data sink '${str(inputs, "workspaceId")}' is already used in diagnostic setting '${str(twin.outputs, "name")}' for the same category. Data sinks can't be reused in different settings on the same category for the same resource.`;
        throw armError(409, "Conflict", message);
    }
}
