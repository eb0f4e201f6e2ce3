import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link VariableGroupPermissions}. */
export interface VariableGroupPermissionsArgs {
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
    /** Number of the variable group. A change replaces the resource. */
    variableGroupId: pulumi.Input<string>;
}

/** What is known of a {@link VariableGroupPermissions} that stands. */
export type VariableGroupPermissionsState = Partial<VariableGroupPermissionsArgs>;

/** Permissions of one principal on a variable group. */
export class VariableGroupPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/variableGroupPermissions:VariableGroupPermissions";

    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;
    /** Number of the variable group. */
    declare readonly variableGroupId: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: VariableGroupPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): VariableGroupPermissions {
        return new VariableGroupPermissions(name, state as VariableGroupPermissionsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a VariableGroupPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is VariableGroupPermissions {
        return isOfType(obj, VariableGroupPermissions.__pulumiType);
    }

    constructor(
        name: string,
        args: VariableGroupPermissionsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal", "projectId", "variableGroupId"],
            optional: ["replace"],
        });
        super(VariableGroupPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
