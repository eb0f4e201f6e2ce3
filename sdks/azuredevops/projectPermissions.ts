import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ProjectPermissions}. */
export interface ProjectPermissionsArgs {
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
}

/** What is known of a {@link ProjectPermissions} that stands. */
export type ProjectPermissionsState = Partial<ProjectPermissionsArgs>;

/** Permissions of one principal on a project. */
export class ProjectPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/projectPermissions:ProjectPermissions";

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
        state?: ProjectPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): ProjectPermissions {
        return new ProjectPermissions(name, state as ProjectPermissionsArgs, { ...opts, id });
    }

    /** True for a ProjectPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ProjectPermissions {
        return isOfType(obj, ProjectPermissions.__pulumiType);
    }

    constructor(name: string, args: ProjectPermissionsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal", "projectId"],
            optional: ["replace"],
        });
        super(ProjectPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
