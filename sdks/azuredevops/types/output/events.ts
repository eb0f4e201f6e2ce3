import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type ServicehookStorageQueuePipelinesRunStateChangedEvent =
    Unwrap<inputs.ServicehookStorageQueuePipelinesRunStateChangedEvent>;
export type ServicehookStorageQueuePipelinesStageStateChangedEvent =
    Unwrap<inputs.ServicehookStorageQueuePipelinesStageStateChangedEvent>;
export type ServicehookWebhookTfsBuildCompleted =
    Unwrap<inputs.ServicehookWebhookTfsBuildCompleted>;
export type ServicehookWebhookTfsRepositoryCreated =
    Unwrap<inputs.ServicehookWebhookTfsRepositoryCreated>;
export type ServicehookWebhookTfsRepositoryDeleted =
    Unwrap<inputs.ServicehookWebhookTfsRepositoryDeleted>;
export type ServicehookWebhookTfsRepositoryForked =
    Unwrap<inputs.ServicehookWebhookTfsRepositoryForked>;
export type ServicehookWebhookTfsRepositoryRenamed =
    Unwrap<inputs.ServicehookWebhookTfsRepositoryRenamed>;
export type ServicehookWebhookTfsRepositoryStatusChanged =
    Unwrap<inputs.ServicehookWebhookTfsRepositoryStatusChanged>;
export type ServicehookWebhookTfsServiceConnectionCreated =
    Unwrap<inputs.ServicehookWebhookTfsServiceConnectionCreated>;
export type ServicehookWebhookTfsServiceConnectionUpdated =
    Unwrap<inputs.ServicehookWebhookTfsServiceConnectionUpdated>;
export type ServicehookWebhookTfsTfvcCheckin = Unwrap<inputs.ServicehookWebhookTfsTfvcCheckin>;
