import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of an {@link Environment}. */
export interface EnvironmentArgs {
    /** What it is for. */
    description?: pulumi.Input<string>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
}

/** What is known of an {@link Environment} that stands. */
export type EnvironmentState = Partial<EnvironmentArgs>;

/** An environment: what deployments of pipelines go to, and what checks protect. */
export class Environment extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/environment:Environment";

    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: EnvironmentState,
        opts?: pulumi.CustomResourceOptions,
    ): Environment {
        return new Environment(name, state as EnvironmentArgs, { ...opts, id });
    }

    /** True for an Environment, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is Environment {
        return isOfType(obj, Environment.__pulumiType);
    }

    constructor(name: string, args: EnvironmentArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId"],
            optional: ["description", "name"],
        });
        super(Environment.__pulumiType, name, properties, withDefaults(opts));
    }
}
