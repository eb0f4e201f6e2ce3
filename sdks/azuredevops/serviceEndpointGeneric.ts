import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceEndpointGeneric}. */
export interface ServiceEndpointGenericArgs {
    /** What it is for; at most 1024 characters. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /** Password. */
    password?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Address of the server. */
    serverUrl: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName: pulumi.Input<string>;
    /** User name. */
    username?: pulumi.Input<string>;
}

/** What is known of a {@link ServiceEndpointGeneric} that stands. */
export interface ServiceEndpointGenericState extends Partial<ServiceEndpointGenericArgs> {
    /** How it signs in: its `scheme`. */
    authorization?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** A service connection to any server, with a user name and a password. */
export class ServiceEndpointGeneric extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/serviceEndpointGeneric:ServiceEndpointGeneric";

    /** How it signs in: its `scheme`. */
    declare readonly authorization: pulumi.Output<Record<string, string>>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Password. */
    declare readonly password: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Address of the server. */
    declare readonly serverUrl: pulumi.Output<string>;
    /** Name of the connection. */
    declare readonly serviceEndpointName: pulumi.Output<string>;
    /** User name. */
    declare readonly username: pulumi.Output<string | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceEndpointGenericState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceEndpointGeneric {
        return new ServiceEndpointGeneric(name, state as ServiceEndpointGenericArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServiceEndpointGeneric, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceEndpointGeneric {
        return isOfType(obj, ServiceEndpointGeneric.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceEndpointGenericArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "serverUrl", "serviceEndpointName"],
            optional: ["description", "password", "username"],
            outputs: ["authorization"],
            secret: ["password"],
        });
        super(
            ServiceEndpointGeneric.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["password"]),
        );
    }
}
