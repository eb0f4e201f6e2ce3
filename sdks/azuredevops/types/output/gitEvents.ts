import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type ServicehookWebhookTfsGitPullRequestCommented =
    Unwrap<inputs.ServicehookWebhookTfsGitPullRequestCommented>;
export type ServicehookWebhookTfsGitPullRequestCreated =
    Unwrap<inputs.ServicehookWebhookTfsGitPullRequestCreated>;
export type ServicehookWebhookTfsGitPullRequestMergeAttempted =
    Unwrap<inputs.ServicehookWebhookTfsGitPullRequestMergeAttempted>;
export type ServicehookWebhookTfsGitPullRequestUpdated =
    Unwrap<inputs.ServicehookWebhookTfsGitPullRequestUpdated>;
export type ServicehookWebhookTfsGitPush = Unwrap<inputs.ServicehookWebhookTfsGitPush>;
