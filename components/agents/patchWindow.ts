import {
    ConfigurationAssignmentsForResourceGroup,
    MaintenanceConfiguration,
} from "@pulumi/azure-native/maintenance";

import { azureName } from "../shared/naming";
import type { PoolPlan } from "./poolPlan";

/**
 * A window each day, because a machine that waits in vain lives for one day. Machines come and go, so
 * they are not named: whatever Linux machine stands in the resource group then, and takes its patches by
 * schedule, is patched. It is not restarted: that would end a job.
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
            startDateTime: patchFrom ?? `${dayAfter(new Date(Date.now()))} 03:00`,
            duration: "03:00",
            timeZone: "UTC",
            recurEvery: "Day",
            installPatches: {
                rebootSetting: "Never",
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

/** The next day, as year, month and day in UTC. */
function dayAfter(day: Date): string {
    const next = new Date(day.getTime() + 24 * 60 * 60 * 1000);
    return next.toISOString().slice(0, 10);
}
