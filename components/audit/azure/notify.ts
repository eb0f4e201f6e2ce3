import { ActionGroup } from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import type { AzureFacts } from "./facts";

/** Who gets the alerts. */
export function createActionGroup(
    parent: pulumi.Resource,
    name: string,
    facts: AzureFacts,
): ActionGroup {
    return new ActionGroup(
        `${name}-contacts`,
        {
            actionGroupName: azureName("ag", facts.organization, "audit"),
            resourceGroupName: facts.resourceGroupName,
            // Not in one region: alerts come when that region is down, too.
            location: "Global",
            tags: facts.tags,
            // Azure takes twelve characters at most.
            groupShortName: "audit",
            enabled: true,
            emailReceivers: facts.emails.map((emailAddress, i) => ({
                name: `email-${i + 1}`,
                emailAddress,
                useCommonAlertSchema: true,
            })),
            webhookReceivers: facts.webhooks.map((webhook) => ({
                name: webhook.name,
                serviceUri: webhook.serviceUri,
                useAadAuth: true,
                objectId: webhook.objectId,
                identifierUri: webhook.identifierUri,
                tenantId: webhook.tenantId,
                useCommonAlertSchema: true,
            })),
        },
        { parent },
    );
}
