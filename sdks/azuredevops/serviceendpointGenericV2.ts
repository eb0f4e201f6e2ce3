import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceendpointGenericV2}. */
export interface ServiceendpointGenericV2Args {
    /** Fields of its sign-in, by name. */
    authorizationParameters?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** How it signs in. A change replaces the resource. */
    authorizationScheme: pulumi.Input<string>;
    /** What it is for. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /** Name. Left out, the resource's own with seven random digits. */
    name?: pulumi.Input<string>;
    /** Fields of its data, by name. */
    parameters?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Address of the server. */
    serverUrl: pulumi.Input<string>;
    /** Other projects that may use it. */
    sharedProjectIds?: pulumi.Input<pulumi.Input<string>[]>;
    /** Kind. A change replaces the resource. */
    type: pulumi.Input<string>;
}

/** What is known of a {@link ServiceendpointGenericV2} that stands. */
export type ServiceendpointGenericV2State = Partial<ServiceendpointGenericV2Args>;

/** A service connection of any kind the organisation knows, by the names of its fields. */
export class ServiceendpointGenericV2 extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/serviceendpointGenericV2:ServiceendpointGenericV2";

    /** Fields of its sign-in, by name. */
    declare readonly authorizationParameters: pulumi.Output<Record<string, string> | undefined>;
    /** How it signs in. */
    declare readonly authorizationScheme: pulumi.Output<string>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Name. Left out, the resource's own with seven random digits. */
    declare readonly name: pulumi.Output<string>;
    /** Fields of its data, by name. */
    declare readonly parameters: pulumi.Output<Record<string, string> | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Address of the server. */
    declare readonly serverUrl: pulumi.Output<string>;
    /** Other projects that may use it. */
    declare readonly sharedProjectIds: pulumi.Output<string[] | undefined>;
    /** Kind. */
    declare readonly type: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceendpointGenericV2State,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceendpointGenericV2 {
        return new ServiceendpointGenericV2(name, state as ServiceendpointGenericV2Args, {
            ...opts,
            id,
        });
    }

    /** True for a ServiceendpointGenericV2, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceendpointGenericV2 {
        return isOfType(obj, ServiceendpointGenericV2.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceendpointGenericV2Args,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["authorizationScheme", "projectId", "serverUrl", "type"],
            optional: [
                "authorizationParameters",
                "description",
                "name",
                "parameters",
                "sharedProjectIds",
            ],
            secret: ["authorizationParameters"],
        });
        super(
            ServiceendpointGenericV2.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["authorizationParameters"]),
        );
    }
}
