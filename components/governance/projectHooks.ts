import { ServicehookWebhookTfs, type Project } from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

import type { DevOpsAuditHook } from "./azureDevOpsProjectArgs";
import { auditedEvents } from "./projectFacts";

/**
 * One subscription for each event. A webhook rather than a storage queue: to write to a queue Azure
 * DevOps wants the key of its account, with which one can also read and erase what is in it.
 */
export function createAuditHooks(
    parent: pulumi.Resource,
    name: string,
    audit: DevOpsAuditHook,
    project: Project,
): void {
    for (const event of auditedEvents) {
        new ServicehookWebhookTfs(
            `${name}-audit/${event}`,
            {
                projectId: project.id,
                url: audit.url,
                basicAuthUsername: audit.username,
                basicAuthPassword: pulumi.secret(audit.password),
                acceptUntrustedCerts: false,
                // All of what happened, and no second and third time as prose.
                resourceDetailsToSend: "all",
                messagesToSend: "none",
                detailedMessagesToSend: "none",
                [event]: {},
            },
            { parent },
        );
    }
}
