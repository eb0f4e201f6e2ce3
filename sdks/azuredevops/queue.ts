import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Queue}. */
export interface QueueArgs {
    /** Number of the pool. Give this or `name`. A change replaces the resource. */
    agentPoolId?: pulumi.Input<number>;
    /** Name of the pool. Give this or `agentPoolId`. A change replaces the resource. */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of a {@link Queue} that stands. */
export type QueueState = Partial<QueueArgs>;

/** A pool as one project sees it. */
export class Queue extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/queue:Queue";

    /** Number of the pool. Give this or `name`. */
    declare readonly agentPoolId: pulumi.Output<number>;
    /** Name of the pool. Give this or `agentPoolId`. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: QueueState,
        opts?: pulumi.CustomResourceOptions,
    ): Queue {
        return new Queue(name, state as QueueArgs, { ...opts, id });
    }

    /** True for a Queue, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Queue {
        return isOfType(obj, Queue.__pulumiType);
    }

    constructor(name: string, args: QueueArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: ["agentPoolId", "name"],
        });
        super(Queue.__pulumiType, name, properties, withDefaults(opts));
    }
}
