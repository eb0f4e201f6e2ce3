import type * as pulumi from "@pulumi/pulumi";

export interface ServicehookWebhookTfsGitPullRequestCommented {
    /** Only events on this branch. */
    branch?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsGitPullRequestCreated {
    /** Only events on this branch. */
    branch?: pulumi.Input<string>;
    /** Only pull requests by members of this group. */
    pullRequestCreatedBy?: pulumi.Input<string>;
    /** Only pull requests with a reviewer of this group. */
    pullRequestReviewersContains?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsGitPullRequestMergeAttempted {
    /** Only events on this branch. */
    branch?: pulumi.Input<string>;
    /**
     * Only merges with this result. One of `Succeeded`, `Unsuccessful`, `Conflicts`, `Failure`,
     * `RejectedByPolicy`.
     */
    mergeResult?: pulumi.Input<string>;
    /** Only pull requests by members of this group. */
    pullRequestCreatedBy?: pulumi.Input<string>;
    /** Only pull requests with a reviewer of this group. */
    pullRequestReviewersContains?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsGitPullRequestUpdated {
    /** Only events on this branch. */
    branch?: pulumi.Input<string>;
    /**
     * Only changes of this kind. One of `PushNotification`, `ReviewersUpdateNotification`,
     * `StatusUpdateNotification`, `ReviewerVoteNotification`.
     */
    notificationType?: pulumi.Input<string>;
    /** Only pull requests by members of this group. */
    pullRequestCreatedBy?: pulumi.Input<string>;
    /** Only pull requests with a reviewer of this group. */
    pullRequestReviewersContains?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}

export interface ServicehookWebhookTfsGitPush {
    /** Only events on this branch. */
    branch?: pulumi.Input<string>;
    /** Only pushes by members of this group. */
    pushedBy?: pulumi.Input<string>;
    /** Repository; all when left out. */
    repositoryId?: pulumi.Input<string>;
}
