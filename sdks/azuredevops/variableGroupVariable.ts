import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link VariableGroupVariable}. */
export interface VariableGroupVariableArgs {
    /** Name of the variable. A change replaces the resource. */
    name?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Value of a secret variable. */
    secretValue?: pulumi.Input<string>;
    /** Value of the variable. */
    value?: pulumi.Input<string>;
    /** Number of the variable group. A change replaces the resource. */
    variableGroupId: pulumi.Input<string>;
}

/** What is known of a {@link VariableGroupVariable} that stands. */
export type VariableGroupVariableState = Partial<VariableGroupVariableArgs>;

/** One variable of a group that is not managed as a whole. */
export class VariableGroupVariable extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/variableGroupVariable:VariableGroupVariable";

    /** Name of the variable. */
    declare readonly name: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Value of a secret variable. */
    declare readonly secretValue: pulumi.Output<string | undefined>;
    /** Value of the variable. */
    declare readonly value: pulumi.Output<string | undefined>;
    /** Number of the variable group. */
    declare readonly variableGroupId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: VariableGroupVariableState,
        opts?: pulumi.CustomResourceOptions,
    ): VariableGroupVariable {
        return new VariableGroupVariable(name, state as VariableGroupVariableArgs, { ...opts, id });
    }

    /** True for a VariableGroupVariable, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is VariableGroupVariable {
        return isOfType(obj, VariableGroupVariable.__pulumiType);
    }

    constructor(
        name: string,
        args: VariableGroupVariableArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "variableGroupId"],
            optional: ["name", "secretValue", "value"],
            secret: ["secretValue"],
        });
        super(
            VariableGroupVariable.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["secretValue"]),
        );
    }
}
