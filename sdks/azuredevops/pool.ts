import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link Pool}. */
export interface PoolArgs {
    /** New projects get a queue of it. Default: `false`. */
    autoProvision?: pulumi.Input<boolean>;
    /** Agents update themselves. Default: `true`. */
    autoUpdate?: pulumi.Input<boolean>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /**
     * Kind of pool. One of `automation`, `deployment`. Default: `automation`. A change replaces
     * the resource.
     */
    poolType?: pulumi.Input<string>;
}

/** What is known of a {@link Pool} that stands. */
export type PoolState = Partial<PoolArgs>;

/** A pool of agents of the organisation. */
export class Pool extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/pool:Pool";

    /** New projects get a queue of it. */
    declare readonly autoProvision: pulumi.Output<boolean | undefined>;
    /** Agents update themselves. */
    declare readonly autoUpdate: pulumi.Output<boolean | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Kind of pool. */
    declare readonly poolType: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: PoolState,
        opts?: pulumi.CustomResourceOptions,
    ): Pool {
        return new Pool(name, state, { ...opts, id });
    }

    /** True for a Pool, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Pool {
        return isOfType(obj, Pool.__pulumiType);
    }

    constructor(name: string, args?: PoolArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            optional: ["autoProvision", "autoUpdate", "name", "poolType"],
        });
        super(Pool.__pulumiType, name, properties, withDefaults(opts));
    }
}
