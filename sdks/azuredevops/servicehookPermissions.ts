import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServicehookPermissions}. */
export interface ServicehookPermissionsArgs {
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId?: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
}

/** What is known of a {@link ServicehookPermissions} that stands. */
export type ServicehookPermissionsState = Partial<ServicehookPermissionsArgs>;

/** Permissions of one principal on service hooks. */
export class ServicehookPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/servicehookPermissions:ServicehookPermissions";

    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string | undefined>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServicehookPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): ServicehookPermissions {
        return new ServicehookPermissions(name, state as ServicehookPermissionsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServicehookPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServicehookPermissions {
        return isOfType(obj, ServicehookPermissions.__pulumiType);
    }

    constructor(
        name: string,
        args: ServicehookPermissionsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal"],
            optional: ["projectId", "replace"],
        });
        super(ServicehookPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
