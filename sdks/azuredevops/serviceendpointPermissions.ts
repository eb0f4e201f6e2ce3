import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceendpointPermissions}. */
export interface ServiceendpointPermissionsArgs {
    /** `Allow`, `Deny` or `NotSet` by permission. */
    permissions: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Descriptor of the group or person. A change replaces the resource. */
    principal: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Other permissions of the principal there are taken away. Default: `true`. */
    replace?: pulumi.Input<boolean>;
    /** Id of the connection; all of the project when left out. A change replaces the resource. */
    serviceendpointId?: pulumi.Input<string>;
}

/** What is known of a {@link ServiceendpointPermissions} that stands. */
export type ServiceendpointPermissionsState = Partial<ServiceendpointPermissionsArgs>;

/** Permissions of one principal on a service connection, or on all of a project. */
export class ServiceendpointPermissions extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/serviceendpointPermissions:ServiceendpointPermissions";

    /** `Allow`, `Deny` or `NotSet` by permission. */
    declare readonly permissions: pulumi.Output<Record<string, string>>;
    /** Descriptor of the group or person. */
    declare readonly principal: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Other permissions of the principal there are taken away. */
    declare readonly replace: pulumi.Output<boolean | undefined>;
    /** Id of the connection; all of the project when left out. */
    declare readonly serviceendpointId: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceendpointPermissionsState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceendpointPermissions {
        return new ServiceendpointPermissions(name, state as ServiceendpointPermissionsArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServiceendpointPermissions, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceendpointPermissions {
        return isOfType(obj, ServiceendpointPermissions.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceendpointPermissionsArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["permissions", "principal", "projectId"],
            optional: ["replace", "serviceendpointId"],
        });
        super(ServiceendpointPermissions.__pulumiType, name, properties, withDefaults(opts));
    }
}
