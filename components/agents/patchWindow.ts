import {
    ConfigurationAssignmentsForResourceGroup,
    MaintenanceConfiguration,
} from "@pulumi/azure-native/maintenance";

import { azureName } from "../shared/naming";
import type { PoolPlan } from "./poolPlan";

/**
 * A weekly window in which the platform patches the machines that wait for a job. Machines come
 * and go, so they are not named: whatever Linux machine stands in the resource group then, and takes
 * its patches by schedule, is patched.
 */
export function patchMachines(plan: PoolPlan, patchFrom: string | undefined): void {
    const { args, name, parent, tags } = plan;
    const { location, resourceGroupName } = args;
    const window = new MaintenanceConfiguration(
        `${name}-patches`,
        {
            resourceName: azureName("mc", "agent", args.poolName, plan.tierWord),
            resourceGroupName,
            location,
            tags,
            maintenanceScope: "InGuestPatch",
            extensionProperties: { InGuestPatchMode: "User" },
            startDateTime: patchFrom ?? `${nextSunday(new Date(Date.now()))} 03:00`,
            duration: "03:00",
            timeZone: "UTC",
            recurEvery: "Week Sunday",
            installPatches: {
                rebootSetting: "IfRequired",
                linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
            },
        },
        // A computed date is that of the first deployment, for good.
        { parent, ignoreChanges: patchFrom === undefined ? ["startDateTime"] : [] },
    );
    new ConfigurationAssignmentsForResourceGroup(
        `${name}-patched`,
        {
            configurationAssignmentName: azureName("mc", "agent", args.poolName, plan.tierWord),
            resourceGroupName,
            location,
            maintenanceConfigurationId: window.id,
            filter: { osTypes: ["Linux"], resourceTypes: ["Microsoft.Compute/virtualMachines"] },
        },
        { parent },
    );
}

/** The Sunday after a day, never the day itself, as year, month and day in UTC. */
export function nextSunday(day: Date): string {
    const days = 7 - day.getUTCDay();
    const sunday = new Date(day.getTime() + days * 24 * 60 * 60 * 1000);
    return sunday.toISOString().slice(0, 10);
}
