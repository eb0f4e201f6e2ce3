import { getSharedKeysOutput, Workspace } from "@pulumi/azure-native/operationalinsights";
import * as pulumi from "@pulumi/pulumi";

import { logToTrail } from "../audit/logToTrail";
import type { DevOpsAuditStream } from "../governance/azureDevOpsProjectArgs";
import { azureName } from "../shared/naming";
import { known } from "./known";
import type { PipelineEstateArgs } from "./pipelineEstateArgs";
import type { EstatePlatform } from "./platform";

/**
 * A workspace for the audit log of the Azure DevOps organisation. Azure DevOps writes with a key, from a
 * public network, so it is not the trail's own, which takes no keys; who reads this one is logged there.
 *
 * source: Microsoft Learn, "Create audit streaming", Azure Monitor Logs
 * date: 2026-11-21
 */
export function createDevOpsAudit(
    parent: pulumi.Resource,
    name: string,
    estate: PipelineEstateArgs,
    { group, trail, tags }: EstatePlatform,
): DevOpsAuditStream {
    const workspace = new Workspace(
        `${name}-devops-audit`,
        {
            workspaceName: azureName("log", estate.organization, "azure-devops"),
            resourceGroupName: group.name,
            location: estate.azure.location,
            tags,
            sku: { name: "PerGB2018" },
            retentionInDays: estate.auditDays ?? 365,
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
            features: {
                disableLocalAuth: false,
                enableLogAccessUsingOnlyResourcePermissions: false,
            },
        },
        { parent, protect: estate.allowDestroy !== true },
    );
    logToTrail(parent, `${name}-devops-audit-log`, workspace.id, trail.workspaceId);
    const keys = getSharedKeysOutput(
        {
            resourceGroupName: group.name,
            // Its name is known before it stands, this id is not: asked earlier, Azure knows no keys.
            workspaceName: pulumi
                .all([workspace.name, workspace.customerId])
                .apply(([workspaceName]) => workspaceName),
        },
        { parent },
    );
    return {
        workspaceId: workspace.customerId,
        sharedKey: pulumi.secret(
            keys.apply(({ primarySharedKey }) =>
                known(primarySharedKey, "the key of the workspace for Azure DevOps"),
            ),
        ),
    };
}
