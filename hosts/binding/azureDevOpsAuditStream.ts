import * as pulumi from "@pulumi/pulumi";
import { registration, token, withSecrets } from "./registration";

/** A workspace of Azure Monitor Logs. */
export interface AzureDevOpsAuditStreamMonitorLogs {
    /** Id of the workspace: a GUID. */
    workspaceId: pulumi.Input<string>;
    /** Primary or secondary key of the workspace. A secret. */
    sharedKey: pulumi.Input<string>;
}

/** A topic of Azure Event Grid. */
export interface AzureDevOpsAuditStreamEventGrid {
    /** Address of the topic's endpoint. */
    topicUrl: pulumi.Input<string>;
    /** Key of the topic. A secret. */
    accessKey: pulumi.Input<string>;
}

/** A Splunk instance. */
export interface AzureDevOpsAuditStreamSplunk {
    /** Address of its event collector, https. */
    url: pulumi.Input<string>;
    /** Token of the event collector: a GUID. A secret. */
    token: pulumi.Input<string>;
}

/** The arguments of an {@link AzureDevOpsAuditStream}. Exactly one target is given. */
export interface AzureDevOpsAuditStreamArgs {
    /**
     * Whether events flow.
     * @default true
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Days of events already there that are sent first, at creation. Azure DevOps keeps 90.
     * @default 0
     */
    daysToBackfill?: pulumi.Input<number>;
    /**
     * Azure Monitor Logs. Going to another kind of target, or to another address, replaces the resource.
     * @default another target
     */
    azureMonitorLogs?: pulumi.Input<AzureDevOpsAuditStreamMonitorLogs>;
    /**
     * Azure Event Grid.
     * @default another target
     */
    azureEventGrid?: pulumi.Input<AzureDevOpsAuditStreamEventGrid>;
    /**
     * Splunk.
     * @default another target
     */
    splunk?: pulumi.Input<AzureDevOpsAuditStreamSplunk>;
}

const secrets: Readonly<Record<string, readonly string[]>> = {
    azureMonitorLogs: ["sharedKey"],
    azureEventGrid: ["accessKey"],
    splunk: ["token"],
};

/**
 * A stream of the audit log of the organisation. Azure DevOps shows no secret back: a change made
 * elsewhere to a secret alone is not noticed. Auditing needs an organisation backed by Microsoft Entra.
 *
 * REST: `auditservice.dev.azure.com/{organization}/_apis/audit/streams`.
 */
export class AzureDevOpsAuditStream extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = token("AzureDevOpsAuditStream");

    declare readonly enabled: pulumi.Output<boolean>;
    /** Id of the stream. */
    declare readonly streamId: pulumi.Output<number>;
    /** "AzureMonitorLogs", "AzureEventGrid" or "Splunk". */
    declare readonly consumerType: pulumi.Output<string>;
    /** What Azure DevOps calls the stream. */
    declare readonly displayName: pulumi.Output<string>;
    /** "enabled", "backfilling", "disabledByUser", "disabledBySystem". */
    declare readonly status: pulumi.Output<string>;

    constructor(
        name: string,
        args: AzureDevOpsAuditStreamArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const given: Record<string, unknown> = { ...(args as object | undefined) };
        for (const [target, names] of Object.entries(secrets)) {
            given[target] = withSecrets(given[target], names);
        }
        super(
            AzureDevOpsAuditStream.__pulumiType,
            name,
            ...registration(given, opts, {
                optional: ["enabled", "daysToBackfill", ...Object.keys(secrets)],
                outputs: ["streamId", "consumerType", "displayName", "status"],
            }),
        );
    }
}
