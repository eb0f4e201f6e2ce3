import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type ServicehookWebhookTfsWorkItemCommented =
    Unwrap<inputs.ServicehookWebhookTfsWorkItemCommented>;
export type ServicehookWebhookTfsWorkItemCreated =
    Unwrap<inputs.ServicehookWebhookTfsWorkItemCreated>;
export type ServicehookWebhookTfsWorkItemDeleted =
    Unwrap<inputs.ServicehookWebhookTfsWorkItemDeleted>;
export type ServicehookWebhookTfsWorkItemRestored =
    Unwrap<inputs.ServicehookWebhookTfsWorkItemRestored>;
export type ServicehookWebhookTfsWorkItemUpdated =
    Unwrap<inputs.ServicehookWebhookTfsWorkItemUpdated>;
