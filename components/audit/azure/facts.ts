import type * as pulumi from "@pulumi/pulumi";

import type { AuditWebhook } from "../auditTrailArgs";

/** What the parts of an Azure trail share; all of it checked. */
export interface AzureFacts {
    organization: string;
    emails: readonly string[];
    subscriptionId: string;
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    /** Object ids of identities that deploy. */
    apply: pulumi.Input<string[]>;
    /** Object ids of accounts for emergencies. */
    breakGlass: pulumi.Input<string[]>;
    hasBreakGlass: boolean;
    /** Ids of subnets in which agents run. */
    agentSubnetIds: pulumi.Input<string[]>;
    hasAgentSubnets: boolean;
    webhooks: readonly AuditWebhook[];
    retentionDays: number;
    tags: Record<string, pulumi.Input<string>> | undefined;
    protect: boolean;
}
