import { SubscriptionDiagnosticSetting } from "@pulumi/azure-native/monitor";
import { Workspace } from "@pulumi/azure-native/operationalinsights";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import type { Archive } from "./archive";
import type { AzureFacts } from "./facts";

/**
 * Kinds of entries in the activity log of a subscription: all of them.
 *
 * source: Microsoft Learn, "Azure Monitor activity log event schema", categories
 * date: 2026-11-21
 */
export const activityCategories: readonly string[] = [
    "Administrative",
    "Security",
    "ServiceHealth",
    "Alert",
    "Recommendation",
    "Policy",
    "Autoscale",
    "ResourceHealth",
];

/**
 * The workspace. Only diagnostic settings write to it, and theirs is a channel of Azure's own that
 * does not count as a public network: ingestion can be closed. Queries stay open to public networks,
 * because a closed one is read through an Azure Monitor private link scope only, and there is none.
 *
 * source: Microsoft Learn, "Design your Azure Monitor private link setup", exception "Diagnostic
 * logs"; "Manage access to Log Analytics workspaces", access control mode
 * date: 2026-11-21
 */
export function createWorkspace(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
): Workspace {
    return new Workspace(
        `${name}-workspace`,
        {
            workspaceName: azureName("log", facts.organization),
            resourceGroupName: facts.resourceGroupName,
            location: facts.location,
            tags: facts.tags,
            sku: { name: "PerGB2018" },
            retentionInDays: facts.retentionDays,
            publicNetworkAccessForIngestion: "Disabled",
            publicNetworkAccessForQuery: "Enabled",
            features: {
                // Entra identities only; shared keys could write false entries.
                disableLocalAuth: true,
                // Whoever can read a resource need not see who else used it.
                enableLogAccessUsingOnlyResourcePermissions: false,
            },
        },
        { parent, protect: facts.protect },
    );
}

/** The activity log of the subscription, to the workspace and to the archive where there is one. */
export function keepActivityLog(
    parent: pulumi.Resource,
    name: string,
    workspaceId: pulumi.Input<string>,
    archive: Archive | undefined,
): SubscriptionDiagnosticSetting {
    return new SubscriptionDiagnosticSetting(
        `${name}-activity-log`,
        {
            name: "audit-to-workspace",
            workspaceId,
            storageAccountId: archive?.account.id,
            logs: activityCategories.map((category) => ({ category, enabled: true })),
        },
        { parent, dependsOn: archive === undefined ? [] : [archive.policy] },
    );
}
