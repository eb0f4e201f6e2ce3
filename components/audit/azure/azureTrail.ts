import type * as pulumi from "@pulumi/pulumi";

import type { AuditTrailAzure } from "../auditTrailArgs";
import { logToTrail } from "../logToTrail";
import { createAlerts } from "./alerts";
import { createArchive } from "./archive";
import { createDefender } from "./defender";
import { defaultPlans } from "./defenderPlans";
import type { AzureFacts } from "./facts";
import { createActionGroup } from "./notify";
import { createWorkspace, keepActivityLog } from "./workspace";

/** What of an Azure trail others use. */
export interface AzureTrail {
    workspaceId: pulumi.Output<string>;
    actionGroupId: pulumi.Output<string>;
}

/** The whole trail of a subscription; the arguments are checked. */
export function createAzureTrail(
    parent: pulumi.Resource,
    name: string,
    args: AuditTrailAzure,
    facts: AzureFacts,
): AzureTrail {
    const workspace = createWorkspace(parent, name, facts);
    logToTrail(parent, `${name}-workspace-log`, workspace.id, workspace.id);
    const archive =
        args.archiveAccountName === undefined
            ? undefined
            : createArchive(parent, name, args.archiveAccountName, facts, workspace.id);
    keepActivityLog(parent, name, workspace.id, archive);
    const contacts = createActionGroup(parent, name, facts);
    createAlerts(parent, name, facts, {
        workspaceId: workspace.id,
        actionGroupId: contacts.id,
        agentRanges: args.agentRanges ?? [],
    });
    createDefender(parent, name, facts, args.defenderPlans ?? defaultPlans);
    return { workspaceId: workspace.id, actionGroupId: contacts.id };
}
