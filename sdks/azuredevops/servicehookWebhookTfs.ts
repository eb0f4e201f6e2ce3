import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServicehookWebhookTfs}. */
export interface ServicehookWebhookTfsArgs {
    /** Certificates nobody vouches for are accepted. Default: `false`. */
    acceptUntrustedCerts?: pulumi.Input<boolean>;
    /** Password sent along. */
    basicAuthPassword?: pulumi.Input<string>;
    /** User name sent along. */
    basicAuthUsername?: pulumi.Input<string>;
    /** A run ended. */
    buildCompleted?: pulumi.Input<inputs.ServicehookWebhookTfsBuildCompleted>;
    /**
     * Which detailed messages are sent. One of `all`, `text`, `html`, `markdown`, `none`.
     * Default: `all`.
     */
    detailedMessagesToSend?: pulumi.Input<string>;
    /** A pull request was commented on. */
    gitPullRequestCommented?: pulumi.Input<inputs.ServicehookWebhookTfsGitPullRequestCommented>;
    /** A pull request was made. */
    gitPullRequestCreated?: pulumi.Input<inputs.ServicehookWebhookTfsGitPullRequestCreated>;
    /** A pull request was to be merged. */
    gitPullRequestMergeAttempted?: pulumi.Input<inputs.ServicehookWebhookTfsGitPullRequestMergeAttempted>;
    /** A pull request changed. */
    gitPullRequestUpdated?: pulumi.Input<inputs.ServicehookWebhookTfsGitPullRequestUpdated>;
    /** Something was pushed. */
    gitPush?: pulumi.Input<inputs.ServicehookWebhookTfsGitPush>;
    /** Headers sent along. */
    httpHeaders?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /**
     * Which messages are sent. One of `all`, `text`, `html`, `markdown`, `none`. Default: `all`.
     */
    messagesToSend?: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** A repository was made. */
    repositoryCreated?: pulumi.Input<inputs.ServicehookWebhookTfsRepositoryCreated>;
    /** A repository was deleted. */
    repositoryDeleted?: pulumi.Input<inputs.ServicehookWebhookTfsRepositoryDeleted>;
    /** A repository was forked. */
    repositoryForked?: pulumi.Input<inputs.ServicehookWebhookTfsRepositoryForked>;
    /** A repository was renamed. */
    repositoryRenamed?: pulumi.Input<inputs.ServicehookWebhookTfsRepositoryRenamed>;
    /** A repository was disabled or enabled. */
    repositoryStatusChanged?: pulumi.Input<inputs.ServicehookWebhookTfsRepositoryStatusChanged>;
    /** How much of the resource is sent. One of `all`, `minimal`, `none`. Default: `all`. */
    resourceDetailsToSend?: pulumi.Input<string>;
    /** Version of the resource that is sent. Default: `latest`. */
    resourceVersion?: pulumi.Input<string>;
    /** A service connection was made. */
    serviceConnectionCreated?: pulumi.Input<inputs.ServicehookWebhookTfsServiceConnectionCreated>;
    /** A service connection changed. */
    serviceConnectionUpdated?: pulumi.Input<inputs.ServicehookWebhookTfsServiceConnectionUpdated>;
    /** Something was checked in. */
    tfvcCheckin?: pulumi.Input<inputs.ServicehookWebhookTfsTfvcCheckin>;
    /** Address events are sent to. */
    url: pulumi.Input<string>;
    /** A work item was commented on. */
    workItemCommented?: pulumi.Input<inputs.ServicehookWebhookTfsWorkItemCommented>;
    /** A work item was made. */
    workItemCreated?: pulumi.Input<inputs.ServicehookWebhookTfsWorkItemCreated>;
    /** A work item was deleted. */
    workItemDeleted?: pulumi.Input<inputs.ServicehookWebhookTfsWorkItemDeleted>;
    /** A work item was restored. */
    workItemRestored?: pulumi.Input<inputs.ServicehookWebhookTfsWorkItemRestored>;
    /** A work item changed. */
    workItemUpdated?: pulumi.Input<inputs.ServicehookWebhookTfsWorkItemUpdated>;
}

/** What is known of a {@link ServicehookWebhookTfs} that stands. */
export type ServicehookWebhookTfsState = Partial<ServicehookWebhookTfsArgs>;

/** Events of a project, sent to an address. Exactly one event is given. */
export class ServicehookWebhookTfs extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/servicehookWebhookTfs:ServicehookWebhookTfs";

    /** Certificates nobody vouches for are accepted. */
    declare readonly acceptUntrustedCerts: pulumi.Output<boolean | undefined>;
    /** Password sent along. */
    declare readonly basicAuthPassword: pulumi.Output<string | undefined>;
    /** User name sent along. */
    declare readonly basicAuthUsername: pulumi.Output<string | undefined>;
    /** A run ended. */
    declare readonly buildCompleted: pulumi.Output<
        outputs.ServicehookWebhookTfsBuildCompleted | undefined
    >;
    /** Which detailed messages are sent. */
    declare readonly detailedMessagesToSend: pulumi.Output<string | undefined>;
    /** A pull request was commented on. */
    declare readonly gitPullRequestCommented: pulumi.Output<
        outputs.ServicehookWebhookTfsGitPullRequestCommented | undefined
    >;
    /** A pull request was made. */
    declare readonly gitPullRequestCreated: pulumi.Output<
        outputs.ServicehookWebhookTfsGitPullRequestCreated | undefined
    >;
    /** A pull request was to be merged. */
    declare readonly gitPullRequestMergeAttempted: pulumi.Output<
        outputs.ServicehookWebhookTfsGitPullRequestMergeAttempted | undefined
    >;
    /** A pull request changed. */
    declare readonly gitPullRequestUpdated: pulumi.Output<
        outputs.ServicehookWebhookTfsGitPullRequestUpdated | undefined
    >;
    /** Something was pushed. */
    declare readonly gitPush: pulumi.Output<outputs.ServicehookWebhookTfsGitPush | undefined>;
    /** Headers sent along. */
    declare readonly httpHeaders: pulumi.Output<Record<string, string> | undefined>;
    /** Which messages are sent. */
    declare readonly messagesToSend: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** A repository was made. */
    declare readonly repositoryCreated: pulumi.Output<
        outputs.ServicehookWebhookTfsRepositoryCreated | undefined
    >;
    /** A repository was deleted. */
    declare readonly repositoryDeleted: pulumi.Output<
        outputs.ServicehookWebhookTfsRepositoryDeleted | undefined
    >;
    /** A repository was forked. */
    declare readonly repositoryForked: pulumi.Output<
        outputs.ServicehookWebhookTfsRepositoryForked | undefined
    >;
    /** A repository was renamed. */
    declare readonly repositoryRenamed: pulumi.Output<
        outputs.ServicehookWebhookTfsRepositoryRenamed | undefined
    >;
    /** A repository was disabled or enabled. */
    declare readonly repositoryStatusChanged: pulumi.Output<
        outputs.ServicehookWebhookTfsRepositoryStatusChanged | undefined
    >;
    /** How much of the resource is sent. */
    declare readonly resourceDetailsToSend: pulumi.Output<string | undefined>;
    /** Version of the resource that is sent. */
    declare readonly resourceVersion: pulumi.Output<string | undefined>;
    /** A service connection was made. */
    declare readonly serviceConnectionCreated: pulumi.Output<
        outputs.ServicehookWebhookTfsServiceConnectionCreated | undefined
    >;
    /** A service connection changed. */
    declare readonly serviceConnectionUpdated: pulumi.Output<
        outputs.ServicehookWebhookTfsServiceConnectionUpdated | undefined
    >;
    /** Something was checked in. */
    declare readonly tfvcCheckin: pulumi.Output<
        outputs.ServicehookWebhookTfsTfvcCheckin | undefined
    >;
    /** Address events are sent to. */
    declare readonly url: pulumi.Output<string>;
    /** A work item was commented on. */
    declare readonly workItemCommented: pulumi.Output<
        outputs.ServicehookWebhookTfsWorkItemCommented | undefined
    >;
    /** A work item was made. */
    declare readonly workItemCreated: pulumi.Output<
        outputs.ServicehookWebhookTfsWorkItemCreated | undefined
    >;
    /** A work item was deleted. */
    declare readonly workItemDeleted: pulumi.Output<
        outputs.ServicehookWebhookTfsWorkItemDeleted | undefined
    >;
    /** A work item was restored. */
    declare readonly workItemRestored: pulumi.Output<
        outputs.ServicehookWebhookTfsWorkItemRestored | undefined
    >;
    /** A work item changed. */
    declare readonly workItemUpdated: pulumi.Output<
        outputs.ServicehookWebhookTfsWorkItemUpdated | undefined
    >;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServicehookWebhookTfsState,
        opts?: pulumi.CustomResourceOptions,
    ): ServicehookWebhookTfs {
        return new ServicehookWebhookTfs(name, state as ServicehookWebhookTfsArgs, { ...opts, id });
    }

    /** True for a ServicehookWebhookTfs, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServicehookWebhookTfs {
        return isOfType(obj, ServicehookWebhookTfs.__pulumiType);
    }

    constructor(
        name: string,
        args: ServicehookWebhookTfsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "url"],
            optional: [
                "acceptUntrustedCerts",
                "basicAuthPassword",
                "basicAuthUsername",
                "buildCompleted",
                "detailedMessagesToSend",
                "gitPullRequestCommented",
                "gitPullRequestCreated",
                "gitPullRequestMergeAttempted",
                "gitPullRequestUpdated",
                "gitPush",
                "httpHeaders",
                "messagesToSend",
                "repositoryCreated",
                "repositoryDeleted",
                "repositoryForked",
                "repositoryRenamed",
                "repositoryStatusChanged",
                "resourceDetailsToSend",
                "resourceVersion",
                "serviceConnectionCreated",
                "serviceConnectionUpdated",
                "tfvcCheckin",
                "workItemCommented",
                "workItemCreated",
                "workItemDeleted",
                "workItemRestored",
                "workItemUpdated",
            ],
            secret: ["basicAuthPassword"],
        });
        super(
            ServicehookWebhookTfs.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["basicAuthPassword"]),
        );
    }
}
