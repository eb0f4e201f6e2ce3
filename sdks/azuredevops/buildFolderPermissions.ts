import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link BuildFolderPermissions}. */
export interface BuildFolderPermissionsArgs {
    /**
     * Folder: a backslash, then names with backslashes between. A change replaces the resource.
     */
    path: pulumi.Input<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
}

/** What is known of a {@link BuildFolderPermissions} that stands. */
export type BuildFolderPermissionsState = Partial<BuildFolderPermissionsArgs>;

/** Permissions of one principal on a folder of pipelines. */
export class BuildFolderPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/buildFolderPermissions:BuildFolderPermissions";

    /** Folder: a backslash, then names with backslashes between. */
    declare readonly path: pulumi.Output<string>;
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
        state?: BuildFolderPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): BuildFolderPermissions {
        return new BuildFolderPermissions(name, state as BuildFolderPermissionsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a BuildFolderPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is BuildFolderPermissions {
        return isOfType(obj, BuildFolderPermissions.__pulumiType);
    }

    constructor(
        name: string,
        args: BuildFolderPermissionsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["path", "permissions", "principal", "projectId"],
            optional: ["replace"],
        });
        super(BuildFolderPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
