import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link GitPermissions}. */
export interface GitPermissionsArgs {
    /** Branch, with its repository. A change replaces the resource. */
    branchName?: pulumi.Input<string>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
    /** Repository; all when left out. A change replaces the resource. */
    repositoryId?: pulumi.Input<string>;
}

/** What is known of a {@link GitPermissions} that stands. */
export type GitPermissionsState = Partial<GitPermissionsArgs>;

/** Permissions of one principal on all repositories of a project, one repository or one branch. */
export class GitPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/gitPermissions:GitPermissions";

    /** Branch, with its repository. */
    declare readonly branchName: pulumi.Output<string | undefined>;
    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;
    /** Repository; all when left out. */
    declare readonly repositoryId: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: GitPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): GitPermissions {
        return new GitPermissions(name, state as GitPermissionsArgs, { ...opts, id });
    }

    /** True for a GitPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is GitPermissions {
        return isOfType(obj, GitPermissions.__pulumiType);
    }

    constructor(name: string, args: GitPermissionsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal", "projectId"],
            optional: ["branchName", "replace", "repositoryId"],
        });
        super(GitPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
