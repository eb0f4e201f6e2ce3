import type * as pulumi from "@pulumi/pulumi";

export interface ServicehookWebhookTfsWorkItemCommented {
    /** Only work items under this path. */
    areaPath?: pulumi.Input<string>;
    /** Only comments that match. */
    commentPattern?: pulumi.Input<string>;
    /** Only work items with this tag. */
    tag?: pulumi.Input<string>;
    /** Only work items of this type. */
    workItemType?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsWorkItemCreated {
    /** Only work items under this path. */
    areaPath?: pulumi.Input<string>;
    /** Only changes of links. */
    linksChanged?: pulumi.Input<boolean>;
    /** Only work items with this tag. */
    tag?: pulumi.Input<string>;
    /** Only work items of this type. */
    workItemType?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsWorkItemDeleted {
    /** Only work items under this path. */
    areaPath?: pulumi.Input<string>;
    /** Only work items with this tag. */
    tag?: pulumi.Input<string>;
    /** Only work items of this type. */
    workItemType?: pulumi.Input<string>;
}

export type ServicehookWebhookTfsWorkItemRestored = ServicehookWebhookTfsWorkItemDeleted;

export interface ServicehookWebhookTfsWorkItemUpdated {
    /** Only work items under this path. */
    areaPath?: pulumi.Input<string>;
    /** Only changes of this field. */
    changedFields?: pulumi.Input<string>;
    /** Only changes of links. */
    linksChanged?: pulumi.Input<boolean>;
    /** Only work items with this tag. */
    tag?: pulumi.Input<string>;
    /** Only work items of this type. */
    workItemType?: pulumi.Input<string>;
}
