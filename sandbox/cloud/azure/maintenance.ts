import { armError } from "../failures";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, map, matching, object, required, text } from "../shape";
import { str, text as joined } from "../values";
import {
    armType,
    copied,
    idInGroup,
    location,
    parentId,
    requireResource,
    resourceGroupName,
    tags,
} from "./arm";
import { namedType } from "./named";

const durations = /^\d{2}:\d{2}$/;

/** What assignments of a configuration are listed under. */
export function assignmentsOf(id: string): string {
    return `assignments of ${id}`;
}

export const maintenanceConfiguration = namedType({
    token: "azure-native:maintenance:MaintenanceConfiguration",
    api: "2023-10-01-preview",
    type: "Microsoft.Maintenance/maintenanceConfigurations",
    inputs: {
        duration: matching(durations, "hours and minutes as 03:00"),
        expirationDateTime: matching(
            /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
            "a date and time as 2026-11-21 03:00",
        ),
        extensionProperties: map(text),
        installPatches: object({
            linuxParameters: object({
                classificationsToInclude: list(text),
                packageNameMasksToExclude: list(text),
                packageNameMasksToInclude: list(text),
            }),
            rebootSetting: choice("IfRequired", "Never", "Always"),
            windowsParameters: object({
                classificationsToInclude: list(text),
                excludeKbsRequiringReboot: flag,
                kbNumbersToExclude: list(text),
                kbNumbersToInclude: list(text),
            }),
        }),
        location,
        maintenanceScope: choice(
            "Host",
            "Resource",
            "OSImage",
            "Extension",
            "InGuestPatch",
            "SQLDB",
            "SQLManagedInstance",
        ),
        namespace: text,
        recurEvery: text,
        resourceGroupName,
        resourceName: fixed(text),
        startDateTime: matching(
            /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
            "a date and time as 2026-11-21 03:00",
        ),
        tags,
        timeZone: text,
        visibility: choice("Custom", "Public"),
    },
    names: ["resourceName"],
    settled: [["maintenanceScope"]],
    outputs: ({ inputs }) => ({ visibility: inputs.visibility ?? "Custom" }),
    beforeCreate: checkWindow,
    beforeUpdate: checkWindow,
    beforeDelete: ({ store, id }) => {
        const user = store.under(assignmentsOf(id))[0];
        if (user !== undefined) {
            throw armError(
                409,
                "MaintenanceConfigurationInUse",
                `Maintenance configuration ${id} is assigned: ${user.id}.`,
            );
        }
    },
});

export const maintenanceAssignment = armType({
    token: "azure-native:maintenance:ConfigurationAssignment",
    api: "2023-10-01-preview",
    type: "Microsoft.Maintenance/configurationAssignments",
    inputs: {
        configurationAssignmentName: fixed(text),
        filter: object({
            locations: list(text),
            osTypes: list(text),
            resourceGroups: list(text),
            resourceTypes: list(text),
            tagSettings: object({ filterOperator: choice("All", "Any"), tags: map(list(text)) }),
        }),
        location,
        maintenanceConfigurationId: text,
        providerName: required(fixed(text)),
        resourceGroupName,
        resourceId: text,
        resourceName: required(fixed(text)),
        resourceType: required(fixed(text)),
    },
    path: [
        "resourceGroupName",
        "providerName",
        "resourceType",
        "resourceName",
        "configurationAssignmentName",
    ],
    autoname: copied("configurationAssignmentName"),
    id: (inputs, scope) =>
        joined`${idInGroup(scope, inputs, str(inputs, "providerName"), str(inputs, "resourceType"), str(inputs, "resourceName"))}/providers/Microsoft.Maintenance/configurationAssignments/${str(inputs, "configurationAssignmentName")}`,
    parents: ({ inputs }) => [assignmentsOf(str(inputs, "maintenanceConfigurationId"))],
    beforeCreate: requireBoth,
    beforeUpdate: requireBoth,
});

/** What is patched inside machines needs a window and says what to do in it. */
function checkWindow({ inputs }: Write): void {
    if (str(inputs, "maintenanceScope").toLowerCase() !== "inguestpatch") {
        return;
    }
    const needed = ["startDateTime", "duration", "timeZone", "recurEvery", "installPatches"];
    const missing = needed.filter((name) => inputs[name] === undefined);
    const mode = str(inputs, "extensionProperties", "InGuestPatchMode");
    if (missing.length > 0 || (mode !== "User" && mode !== "Platform")) {
        const rest = mode === "" ? ["extensionProperties.InGuestPatchMode"] : [];
        throw armError(
            400,
            "BadRequest",
            `A maintenance configuration for InGuestPatch needs ${[...missing, ...rest].join(", ")}.`,
        );
    }
    const [hours = 0, minutes = 0] = str(inputs, "duration").split(":").map(Number);
    const length = hours * 60 + minutes;
    if (length < 90 || length > 235) {
        throw armError(
            400,
            "BadRequest",
            "The duration for InGuestPatch must be between 01:30 and 03:55.",
        );
    }
}

function requireBoth({ store, id, inputs }: Write): void {
    requireResource(store, parentId(parentId(id)), "ResourceNotFound", "The resource");
    requireResource(
        store,
        str(inputs, "maintenanceConfigurationId"),
        "ResourceNotFound",
        "The maintenance configuration",
    );
}
