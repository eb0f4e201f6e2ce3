import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckExclusiveLock}. */
export interface CheckExclusiveLockArgs {
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
    /** Minutes it waits. 1 to 43200. Default: `43200`. */
    timeout?: pulumi.Input<number>;
}

/** What is known of a {@link CheckExclusiveLock} that stands. */
export interface CheckExclusiveLockState extends Partial<CheckExclusiveLockArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** One run at a time may use the resource. */
export class CheckExclusiveLock extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkExclusiveLock:CheckExclusiveLock";

    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** Minutes it waits. */
    declare readonly timeout: pulumi.Output<number | undefined>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckExclusiveLockState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckExclusiveLock {
        return new CheckExclusiveLock(name, state as CheckExclusiveLockArgs, { ...opts, id });
    }

    /** True for a CheckExclusiveLock, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckExclusiveLock {
        return isOfType(obj, CheckExclusiveLock.__pulumiType);
    }

    constructor(name: string, args: CheckExclusiveLockArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "targetResourceId", "targetResourceType"],
            optional: ["timeout"],
            outputs: ["version"],
        });
        super(CheckExclusiveLock.__pulumiType, name, properties, withDefaults(opts));
    }
}
