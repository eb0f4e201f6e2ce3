import type * as pulumi from "@pulumi/pulumi";

export interface ServicehookStorageQueuePipelinesRunStateChangedEvent {
    /** Only events of this pipeline. */
    pipelineId?: pulumi.Input<string>;
    /** Only runs with this result. One of `Canceled`, `Failed`, `Succeeded`. */
    runResultFilter?: pulumi.Input<string>;
    /** Only runs that came into this state. One of `InProgress`, `Canceling`, `Completed`. */
    runStateFilter?: pulumi.Input<string>;
}

export interface ServicehookStorageQueuePipelinesStageStateChangedEvent {
    /** Only events of this pipeline. */
    pipelineId?: pulumi.Input<string>;
    /** Only this stage. */
    stageName?: pulumi.Input<string>;
    /**
     * Only stages with this result. One of `Canceled`, `Failed`, `Rejected`, `Skipped`,
     * `Succeeded`.
     */
    stageResultFilter?: pulumi.Input<string>;
    /**
     * Only stages that came into this state. One of `NotStarted`, `Waiting`, `Running`,
     * `Completed`.
     */
    stageStateFilter?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsBuildCompleted {
    /**
     * Only runs with this result. One of `Succeeded`, `PartiallySucceeded`, `Failed`, `Stopped`.
     */
    buildStatus?: pulumi.Input<string>;
    /** Only runs of this pipeline. */
    definitionName?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsRepositoryCreated {
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsRepositoryDeleted {
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}

export type ServicehookWebhookTfsRepositoryForked = ServicehookWebhookTfsRepositoryDeleted;

export type ServicehookWebhookTfsRepositoryRenamed = ServicehookWebhookTfsRepositoryDeleted;

export type ServicehookWebhookTfsRepositoryStatusChanged = ServicehookWebhookTfsRepositoryDeleted;

export type ServicehookWebhookTfsServiceConnectionCreated = ServicehookWebhookTfsRepositoryCreated;

export type ServicehookWebhookTfsServiceConnectionUpdated = ServicehookWebhookTfsRepositoryCreated;

export interface ServicehookWebhookTfsTfvcCheckin {
    /** Only check-ins under this path. */
    path: pulumi.Input<string>;
}
