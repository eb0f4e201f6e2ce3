import {
    choice,
    fixed,
    flag,
    integer,
    list,
    loose,
    matching,
    object,
    required,
    text,
} from "../shape";
import { isObject, items, str, text as joined } from "../values";
import { armType, copied, requireResource } from "./arm";

const destination = loose({
    endpointType: required(
        choice(
            "AzureFunction",
            "EventHub",
            "HybridConnection",
            "MonitorAlert",
            "NamespaceTopic",
            "ServiceBusQueue",
            "ServiceBusTopic",
            "StorageQueue",
            "WebHook",
        ),
    ),
});
const deadLetters = loose({ endpointType: required(choice("StorageBlob")) });
const identity = object({
    type: choice("SystemAssigned", "UserAssigned"),
    userAssignedIdentity: text,
});

/**
 * Sends events of a resource somewhere. Where they go is not looked up: functions, queues and hubs
 * are made by code that is not emulated.
 */
export const eventSubscription = armType({
    token: "azure-native:eventgrid:EventSubscription",
    api: "2025-02-15",
    type: "Microsoft.EventGrid/eventSubscriptions",
    inputs: {
        deadLetterDestination: deadLetters,
        deadLetterWithResourceIdentity: object({
            deadLetterDestination: deadLetters,
            identity,
        }),
        deliveryWithResourceIdentity: object({ destination, identity }),
        destination,
        eventDeliverySchema: choice("EventGridSchema", "CustomInputSchema", "CloudEventSchemaV1_0"),
        eventSubscriptionName: fixed(
            matching(/^[a-zA-Z0-9-]{3,64}$/, "3 to 64 letters, digits and hyphens"),
        ),
        expirationTimeUtc: text,
        filter: object({
            advancedFilters: list(loose({ key: text, operatorType: required(text) }), { max: 25 }),
            enableAdvancedFilteringOnArrays: flag,
            includedEventTypes: list(text),
            isSubjectCaseSensitive: flag,
            subjectBeginsWith: text,
            subjectEndsWith: text,
        }),
        labels: list(text),
        retryPolicy: object({
            eventTimeToLiveInMinutes: integer(1, 1440),
            maxDeliveryAttempts: integer(1, 30),
        }),
        scope: required(fixed(text)),
    },
    path: ["eventSubscriptionName", "scope"],
    autoname: copied("eventSubscriptionName"),
    check: (inputs) => {
        const lone = ["destination", "deliveryWithResourceIdentity"].every(
            (name) => inputs[name] === undefined,
        );
        const empty = items(inputs, "filter", "advancedFilters").flatMap((filter, i) =>
            isObject(filter) && str(filter, "operatorType").endsWith("In") && !("values" in filter)
                ? [{ property: `filter.advancedFilters[${i}].values`, reason: "is needed" }]
                : [],
        );
        return lone
            ? [...empty, { property: "destination", reason: "is needed: events go somewhere" }]
            : empty;
    },
    id: (inputs) =>
        joined`${str(inputs, "scope")}/providers/Microsoft.EventGrid/eventSubscriptions/${str(inputs, "eventSubscriptionName")}`,
    parents: ({ inputs }) => [str(inputs, "scope")],
    outputs: ({ inputs }) => ({
        topic: str(inputs, "scope"),
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ store, inputs }) => {
        const scope = str(inputs, "scope");
        if (/\/providers\//i.test(scope)) {
            requireResource(store, scope, "ResourceNotFound", "The source of the events");
        }
    },
});
