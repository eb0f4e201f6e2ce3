import { MaintenanceWindow } from "@pulumi/aws/ssm/maintenanceWindow";
import { MaintenanceWindowTarget } from "@pulumi/aws/ssm/maintenanceWindowTarget";
import { MaintenanceWindowTask } from "@pulumi/aws/ssm/maintenanceWindowTask";
import { PatchBaseline } from "@pulumi/aws/ssm/patchBaseline";
import { PatchGroup } from "@pulumi/aws/ssm/patchGroup";

import type { AwsRunnerInstances } from "../awsRunnerPoolArgs";
import { systemOf } from "./instances";
import { common, type Placement } from "./placement";

/**
 * Security patches of a day's age or more, every night, on machines that still wait for a job. No
 * machine is rebooted, a job may have begun: what needs that comes with the image, and no machine
 * gets older than a day.
 */
export function createPatching(place: Placement, machines: AwsRunnerInstances): void {
    const { parent, name, prefix, region, dependsOn } = place;
    const system = systemOf(machines);
    const baseline = new PatchBaseline(
        `${name}-baseline`,
        {
            ...common(place, "baseline"),
            name: `${prefix}-baseline`,
            description: `Security patches for ${prefix}`,
            operatingSystem: system.name,
            approvedPatchesComplianceLevel: "CRITICAL",
            approvalRules: [
                {
                    approveAfterDays: 1,
                    complianceLevel: "CRITICAL",
                    patchFilters: system.securityFilters.map(({ key, values }) => ({
                        key,
                        values: [...values],
                    })),
                },
            ],
        },
        { parent, dependsOn },
    );
    new PatchGroup(
        `${name}-patch-group`,
        { region, baselineId: baseline.id, patchGroup: prefix },
        { parent },
    );
    const window = new MaintenanceWindow(
        `${name}-window`,
        {
            ...common(place, "window"),
            name: `${prefix}-patches`,
            description: `When ${prefix} is patched`,
            schedule: machines.patchSchedule ?? "cron(0 3 ? * * *)",
            scheduleTimezone: "Etc/UTC",
            duration: 2,
            cutoff: 1,
        },
        { parent, dependsOn },
    );
    const target = new MaintenanceWindowTarget(
        `${name}-window-machines`,
        {
            region,
            windowId: window.id,
            name: `${prefix}-machines`,
            resourceType: "INSTANCE",
            targets: [{ key: `tag:${system.patchTag}`, values: [prefix] }],
        },
        { parent },
    );
    new MaintenanceWindowTask(
        `${name}-window-task`,
        {
            region,
            windowId: window.id,
            name: `${prefix}-patch`,
            taskType: "RUN_COMMAND",
            taskArn: "AWS-RunPatchBaseline",
            targets: [{ key: "WindowTargetIds", values: [target.id] }],
            maxConcurrency: "100%",
            maxErrors: "100%",
            taskInvocationParameters: {
                runCommandParameters: {
                    parameters: [
                        { name: "Operation", values: ["Install"] },
                        { name: "RebootOption", values: ["NoReboot"] },
                    ],
                },
            },
        },
        { parent },
    );
}
