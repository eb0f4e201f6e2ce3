import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BuildDefinitionPermissions}. */
export interface BuildDefinitionPermissionsArgs {
    /** Number of the pipeline, as text. A change replaces the resource. */
    buildDefinitionId: pulumi.Input<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
}

/** What is known of a {@link BuildDefinitionPermissions} that stands. */
export type BuildDefinitionPermissionsState = Partial<BuildDefinitionPermissionsArgs>;

/** Permissions of one principal on a pipeline. */
export class BuildDefinitionPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/buildDefinitionPermissions:BuildDefinitionPermissions";

    /** Number of the pipeline, as text. */
    declare readonly buildDefinitionId: pulumi.Output<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: BuildDefinitionPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): BuildDefinitionPermissions {
        return new BuildDefinitionPermissions(name, state as BuildDefinitionPermissionsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BuildDefinitionPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BuildDefinitionPermissions {
        return isOfType(obj, BuildDefinitionPermissions.__pulumiType);
    }

    constructor(
        name: string,
        args: BuildDefinitionPermissionsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["buildDefinitionId", "permissions", "principal", "projectId"],
            optional: ["replace"],
        });
        super(BuildDefinitionPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
