import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceEndpointGitHub}. */
export interface ServiceEndpointGitHubArgs {
    /** Sign-in by an OAuth configuration of the organisation. Not with `authPersonal`. */
    authOauth?: pulumi.Input<inputs.ServiceEndpointGitHubAuthOauth>;
    /** Sign-in by a personal access token. Not with `authOauth`. */
    authPersonal?: pulumi.Input<inputs.ServiceEndpointGitHubAuthPersonal>;
    /** What it is for; at most 1024 characters. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName: pulumi.Input<string>;
}

/** What is known of a {@link ServiceEndpointGitHub} that stands. */
export interface ServiceEndpointGitHubState extends Partial<ServiceEndpointGitHubArgs> {
    /** How it signs in: its `scheme`. */
    authorization?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A service connection to GitHub. A GitHub App's connection cannot be created here, only
 * imported.
 */
export class ServiceEndpointGitHub extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/serviceEndpointGitHub:ServiceEndpointGitHub";

    /** Sign-in by an OAuth configuration of the organisation. Not with `authPersonal`. */
    declare readonly authOauth: pulumi.Output<outputs.ServiceEndpointGitHubAuthOauth | undefined>;
    /** Sign-in by a personal access token. Not with `authOauth`. */
    declare readonly authPersonal: pulumi.Output<
        outputs.ServiceEndpointGitHubAuthPersonal | undefined
    >;
    /** How it signs in: its `scheme`. */
    declare readonly authorization: pulumi.Output<Record<string, string>>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Name of the connection. */
    declare readonly serviceEndpointName: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceEndpointGitHubState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceEndpointGitHub {
        return new ServiceEndpointGitHub(name, state as ServiceEndpointGitHubArgs, { ...opts, id });
    }

    /** True for a ServiceEndpointGitHub, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceEndpointGitHub {
        return isOfType(obj, ServiceEndpointGitHub.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceEndpointGitHubArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "serviceEndpointName"],
            optional: ["authOauth", "authPersonal", "description"],
            outputs: ["authorization"],
        });
        super(ServiceEndpointGitHub.__pulumiType, name, properties, withDefaults(opts));
    }
}
