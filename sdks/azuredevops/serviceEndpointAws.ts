import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceEndpointAws}. */
export interface ServiceEndpointAwsArgs {
    /** Access key; leave it out with `useOidc`. */
    accessKeyId?: pulumi.Input<string>;
    /** What it is for; at most 1024 characters. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /** External id the role asks for. */
    externalId?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Name of the sessions. */
    roleSessionName?: pulumi.Input<string>;
    /** ARN of the role it takes. */
    roleToAssume?: pulumi.Input<string>;
    /** Secret of the access key; leave it out with `useOidc`. */
    secretAccessKey?: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName: pulumi.Input<string>;
    /** Session token of a temporary access key. */
    sessionToken?: pulumi.Input<string>;
    /** No key: a token signed by Azure DevOps. Default: `false`. */
    useOidc?: pulumi.Input<boolean>;
}

/** What is known of a {@link ServiceEndpointAws} that stands. */
export interface ServiceEndpointAwsState extends Partial<ServiceEndpointAwsArgs> {
    /** How it signs in: its `scheme`. */
    authorization?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A service connection to AWS; its kind comes with the AWS toolkit extension. With `useOidc` it
 * holds no key.
 */
export class ServiceEndpointAws extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/serviceEndpointAws:ServiceEndpointAws";

    /** Access key; leave it out with `useOidc`. */
    declare readonly accessKeyId: pulumi.Output<string | undefined>;
    /** How it signs in: its `scheme`. */
    declare readonly authorization: pulumi.Output<Record<string, string>>;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** External id the role asks for. */
    declare readonly externalId: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Name of the sessions. */
    declare readonly roleSessionName: pulumi.Output<string | undefined>;
    /** ARN of the role it takes. */
    declare readonly roleToAssume: pulumi.Output<string | undefined>;
    /** Secret of the access key; leave it out with `useOidc`. */
    declare readonly secretAccessKey: pulumi.Output<string | undefined>;
    /** Name of the connection. */
    declare readonly serviceEndpointName: pulumi.Output<string>;
    /** Session token of a temporary access key. */
    declare readonly sessionToken: pulumi.Output<string | undefined>;
    /** No key: a token signed by Azure DevOps. */
    declare readonly useOidc: pulumi.Output<boolean | undefined>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceEndpointAwsState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceEndpointAws {
        return new ServiceEndpointAws(name, state as ServiceEndpointAwsArgs, { ...opts, id });
    }

    /** True for a ServiceEndpointAws, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceEndpointAws {
        return isOfType(obj, ServiceEndpointAws.__pulumiType);
    }

    constructor(name: string, args: ServiceEndpointAwsArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "serviceEndpointName"],
            optional: [
                "accessKeyId",
                "description",
                "externalId",
                "roleSessionName",
                "roleToAssume",
                "secretAccessKey",
                "sessionToken",
                "useOidc",
            ],
            outputs: ["authorization"],
            secret: ["secretAccessKey", "sessionToken"],
        });
        super(
            ServiceEndpointAws.__pulumiType,
            name,
            properties,
            withDefaults(opts, ["secretAccessKey", "sessionToken"]),
        );
    }
}
