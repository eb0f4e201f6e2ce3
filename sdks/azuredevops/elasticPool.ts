import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of an {@link ElasticPool}. */
export interface ElasticPoolArgs {
    /** Agents run with a desktop. Default: `false`. */
    agentInteractiveUi?: pulumi.Input<boolean>;
    /** New projects get a queue of it. Default: `false`. */
    autoProvision?: pulumi.Input<boolean>;
    /** Agents update themselves. Default: `true`. */
    autoUpdate?: pulumi.Input<boolean>;
    /** Id of the scale set. */
    azureResourceId: pulumi.Input<string>;
    /** Agents that wait for work; at most `maxCapacity`. */
    desiredIdle: pulumi.Input<number>;
    /** Most agents. */
    maxCapacity: pulumi.Input<number>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
    /** Every job gets a fresh machine. Default: `false`. */
    recycleAfterEachUse?: pulumi.Input<boolean>;
    /** Service connection that manages the scale set. */
    serviceEndpointId: pulumi.Input<string>;
    /** Project of that connection. */
    serviceEndpointScope: pulumi.Input<string>;
    /** Minutes an idle agent stays. Default: `30`. */
    timeToLiveMinutes?: pulumi.Input<number>;
}

/** What is known of an {@link ElasticPool} that stands. */
export type ElasticPoolState = Partial<ElasticPoolArgs>;

/** A pool whose agents are the machines of a scale set. */
export class ElasticPool extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/elasticPool:ElasticPool";

    /** Agents run with a desktop. */
    declare readonly agentInteractiveUi: pulumi.Output<boolean | undefined>;
    /** New projects get a queue of it. */
    declare readonly autoProvision: pulumi.Output<boolean | undefined>;
    /** Agents update themselves. */
    declare readonly autoUpdate: pulumi.Output<boolean | undefined>;
    /** Id of the scale set. */
    declare readonly azureResourceId: pulumi.Output<string>;
    /** Agents that wait for work; at most `maxCapacity`. */
    declare readonly desiredIdle: pulumi.Output<number>;
    /** Most agents. */
    declare readonly maxCapacity: pulumi.Output<number>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string | undefined>;
    /** Every job gets a fresh machine. */
    declare readonly recycleAfterEachUse: pulumi.Output<boolean | undefined>;
    /** Service connection that manages the scale set. */
    declare readonly serviceEndpointId: pulumi.Output<string>;
    /** Project of that connection. */
    declare readonly serviceEndpointScope: pulumi.Output<string>;
    /** Minutes an idle agent stays. */
    declare readonly timeToLiveMinutes: pulumi.Output<number | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ElasticPoolState,
        opts?: pulumi.CustomResourceOptions,
    ): ElasticPool {
        return new ElasticPool(name, state as ElasticPoolArgs, { ...opts, id });
    }

    /** True for an ElasticPool, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ElasticPool {
        return isOfType(obj, ElasticPool.__pulumiType);
    }

    constructor(name: string, args: ElasticPoolArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: [
                "azureResourceId",
                "desiredIdle",
                "maxCapacity",
                "serviceEndpointId",
                "serviceEndpointScope",
            ],
            optional: [
                "agentInteractiveUi",
                "autoProvision",
                "autoUpdate",
                "name",
                "projectId",
                "recycleAfterEachUse",
                "timeToLiveMinutes",
            ],
        });
        super(ElasticPool.__pulumiType, name, properties, withDefaults(opts));
    }
}
