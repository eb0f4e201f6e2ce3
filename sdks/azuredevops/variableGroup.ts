import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link VariableGroup}. */
export interface VariableGroupArgs {
    /** All pipelines may use it. Default: `false`. */
    allowAccess?: pulumi.Input<boolean>;
    /** What it is for. */
    description?: pulumi.Input<string>;
    /** Vault the variables come from. The service itself reads it: a closed vault fails. */
    keyVault?: pulumi.Input<inputs.VariableGroupKeyVault>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Variables. */
    variables: pulumi.Input<pulumi.Input<inputs.VariableGroupVariable>[]>;
}

/** What is known of a {@link VariableGroup} that stands. */
export type VariableGroupState = Partial<VariableGroupArgs>;

/**
 * Variables that pipelines share; their own, or those of a key vault the service itself can
 * reach.
 */
export class VariableGroup extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/variableGroup:VariableGroup";

    /** All pipelines may use it. */
    declare readonly allowAccess: pulumi.Output<boolean | undefined>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Vault the variables come from. The service itself reads it: a closed vault fails. */
    declare readonly keyVault: pulumi.Output<outputs.VariableGroupKeyVault | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Variables. */
    declare readonly variables: pulumi.Output<outputs.VariableGroupVariable[]>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: VariableGroupState,
        opts?: pulumi.CustomResourceOptions,
    ): VariableGroup {
        return new VariableGroup(name, state as VariableGroupArgs, { ...opts, id });
    }

    /** True for a VariableGroup, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is VariableGroup {
        return isOfType(obj, VariableGroup.__pulumiType);
    }

    constructor(name: string, args: VariableGroupArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "variables"],
            optional: ["allowAccess", "description", "keyVault", "name"],
        });
        super(VariableGroup.__pulumiType, name, properties, withDefaults(opts));
    }
}
