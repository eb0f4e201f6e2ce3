import type { Write } from "../resourceType";
import { choice, fixed, list, map, object, text } from "../shape";
import { str, text as joined, type Values } from "../values";
import { armType, copied, groupId, location, requireResource, resourceGroupName } from "./arm";
import { assignmentsOf } from "./maintenance";

const configurationAssignmentFilterPropertiesShape = object({
    locations: list(text),
    osTypes: list(text),
    resourceGroups: list(text),
    resourceTypes: list(text),
    tagSettings: object({ filterOperator: choice("All", "Any"), tags: map(list(text)) }),
});

/** A schedule for whatever fits a filter, now or later: scale sets come and go. */
const named = (inputs: Values, above: string) =>
    joined`${above}/providers/Microsoft.Maintenance/configurationAssignments/${str(inputs, "configurationAssignmentName")}`;

export const maintenanceOfGroup = armType({
    token: "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup",
    api: "2023-10-01-preview",
    type: "Microsoft.Maintenance/configurationAssignments",
    inputs: {
        configurationAssignmentName: fixed(text),
        filter: configurationAssignmentFilterPropertiesShape,
        location,
        maintenanceConfigurationId: text,
        resourceGroupName,
        resourceId: text,
    },
    path: ["resourceGroupName", "configurationAssignmentName"],
    autoname: copied("configurationAssignmentName"),
    id: (inputs, scope) => named(inputs, groupId(scope, str(inputs, "resourceGroupName"))),
    parents: ({ inputs }) => [assignmentsOf(str(inputs, "maintenanceConfigurationId"))],
    beforeCreate: requireConfiguration,
    beforeUpdate: requireConfiguration,
});

export const maintenanceOfSubscription = armType({
    token: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    api: "2023-10-01-preview",
    type: "Microsoft.Maintenance/configurationAssignments",
    inputs: {
        configurationAssignmentName: fixed(text),
        filter: configurationAssignmentFilterPropertiesShape,
        location,
        maintenanceConfigurationId: text,
        resourceId: text,
    },
    path: ["configurationAssignmentName"],
    autoname: copied("configurationAssignmentName"),
    id: (inputs, scope) => named(inputs, joined`/subscriptions/${scope.subscriptionId}`),
    parents: ({ inputs }) => [assignmentsOf(str(inputs, "maintenanceConfigurationId"))],
    beforeCreate: requireConfiguration,
    beforeUpdate: requireConfiguration,
});

function requireConfiguration({ store, inputs }: Write): void {
    requireResource(
        store,
        str(inputs, "maintenanceConfigurationId"),
        "ResourceNotFound",
        "The maintenance configuration",
    );
}
