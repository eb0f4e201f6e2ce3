import { DiagnosticSetting } from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Sends every log of an Azure resource to the workspace of an `AuditTrail`, into tables of the
 * resource's own kind where Azure has such. Does not wait for anything but its two ids.
 *
 * @param name - Pulumi name of the setting.
 * @param resourceUri - Id of the resource whose logs are kept.
 * @param workspaceId - Id of the workspace: the output `workspaceId` of the trail.
 */
export function logToTrail(
    parent: pulumi.Resource,
    name: string,
    resourceUri: pulumi.Input<string>,
    workspaceId: pulumi.Input<string>,
): DiagnosticSetting {
    return new DiagnosticSetting(
        name,
        {
            name: "audit-to-workspace",
            resourceUri,
            workspaceId,
            // The alert on what a firewall denied reads these tables; who has none ignores the wish.
            logAnalyticsDestinationType: "Dedicated",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        },
        { parent },
    );
}
