import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServicehookStorageQueuePipelines}. */
export interface ServicehookStorageQueuePipelinesArgs {
    /** Key of the storage account, 64 to 100 characters. */
    accountKey: pulumi.Input<string>;
    /** Name of the storage account. */
    accountName: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Name of the queue. */
    queueName: pulumi.Input<string>;
    /** A run changed state. */
    runStateChangedEvent?: pulumi.Input<inputs.ServicehookStorageQueuePipelinesRunStateChangedEvent>;
    /** A stage changed state. */
    stageStateChangedEvent?: pulumi.Input<inputs.ServicehookStorageQueuePipelinesStageStateChangedEvent>;
    /** Seconds a message stays in the queue. Default: `604800`. */
    ttl?: pulumi.Input<number>;
    /** Seconds a message stays hidden. Default: `0`. */
    visiTimeout?: pulumi.Input<number>;
}

/** What is known of a {@link ServicehookStorageQueuePipelines} that stands. */
export type ServicehookStorageQueuePipelinesState = Partial<ServicehookStorageQueuePipelinesArgs>;

/**
 * Events of pipelines, sent to a storage queue. Needs the account's key: shared keys must be
 * allowed on it.
 */
export class ServicehookStorageQueuePipelines extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/servicehookStorageQueuePipelines:ServicehookStorageQueuePipelines";

    /** Key of the storage account. */
    declare readonly accountKey: pulumi.Output<string>;
    /** Name of the storage account. */
    declare readonly accountName: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Name of the queue. */
    declare readonly queueName: pulumi.Output<string>;
    /** A run changed state. */
    declare readonly runStateChangedEvent: pulumi.Output<
        outputs.ServicehookStorageQueuePipelinesRunStateChangedEvent | undefined
    >;
    /** A stage changed state. */
    declare readonly stageStateChangedEvent: pulumi.Output<
        outputs.ServicehookStorageQueuePipelinesStageStateChangedEvent | undefined
    >;
    /** Seconds a message stays in the queue. */
    declare readonly ttl: pulumi.Output<number | undefined>;
    /** Seconds a message stays hidden. */
    declare readonly visiTimeout: pulumi.Output<number | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServicehookStorageQueuePipelinesState,
        opts?: pulumi.CustomResourceOptions,
    ): ServicehookStorageQueuePipelines {
        return new ServicehookStorageQueuePipelines(
            name,
            state as ServicehookStorageQueuePipelinesArgs,
            { ...opts, id },
        );
    }

    /** True for a ServicehookStorageQueuePipelines, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServicehookStorageQueuePipelines {
        return isOfType(obj, ServicehookStorageQueuePipelines.__pulumiType);
    }

    constructor(
        name: string,
        args: ServicehookStorageQueuePipelinesArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["accountKey", "accountName", "projectId", "queueName"],
            optional: ["runStateChangedEvent", "stageStateChangedEvent", "ttl", "visiTimeout"],
            secret: ["accountKey"],
        });
        super(
            ServicehookStorageQueuePipelines.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["accountKey"]),
        );
    }
}
