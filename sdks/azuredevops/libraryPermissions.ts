import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link LibraryPermissions}. */
export interface LibraryPermissionsArgs {
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
}

/** What is known of a {@link LibraryPermissions} that stands. */
export type LibraryPermissionsState = Partial<LibraryPermissionsArgs>;

/** Permissions of one principal on a project's library. */
export class LibraryPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/libraryPermissions:LibraryPermissions";

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
        state?: LibraryPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): LibraryPermissions {
        return new LibraryPermissions(name, state as LibraryPermissionsArgs, { ...opts, id });
    }

    /** True for a LibraryPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is LibraryPermissions {
        return isOfType(obj, LibraryPermissions.__pulumiType);
    }

    constructor(name: string, args: LibraryPermissionsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal", "projectId"],
            optional: ["replace"],
        });
        super(LibraryPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
