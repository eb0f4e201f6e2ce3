import * as pulumi from "@pulumi/pulumi";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link CheckRestApi}. */
export interface CheckRestApiArgs {
    /** Body of the request. */
    body?: pulumi.Input<string>;
    /**
     * Whether the service calls back, or its answer decides. One of `Callback`, `ApiResponse`.
     * Default: `Callback`.
     */
    completionEvent?: pulumi.Input<string>;
    /** Service connection it calls through. */
    connectedServiceName: pulumi.Input<string>;
    /**
     * Kind of that connection: generic, or Azure. One of `connectedServiceName`,
     * `connectedServiceNameARM`.
     */
    connectedServiceNameSelector: pulumi.Input<string>;
    /** Name that people see. */
    displayName: pulumi.Input<string>;
    /** Headers of the request, as JSON. */
    headers?: pulumi.Input<string>;
    /**
     * Method of the request. One of `OPTIONS`, `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `TRACE`,
     * `PATCH`.
     */
    method: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Minutes between tries; fewer than ten fit into `timeout`. */
    retryInterval?: pulumi.Input<number>;
    /** Expression over the answer; only with `ApiResponse`. */
    successCriteria?: pulumi.Input<string>;
    /** Id of the protected resource. A change replaces the resource. */
    targetResourceId: pulumi.Input<string>;
    /**
     * Kind of the protected resource. One of `endpoint`, `environment`, `queue`, `repository`,
     * `securefile`, `variablegroup`. A change replaces the resource.
     */
    targetResourceType: pulumi.Input<string>;
    /** Minutes it waits. 1 to 43200. Default: `1440`. */
    timeout?: pulumi.Input<number>;
    /** What is put behind the connection's address. */
    urlSuffix?: pulumi.Input<string>;
    /** Variable group the request may use. */
    variableGroupName?: pulumi.Input<string>;
}

/** What is known of a {@link CheckRestApi} that stands. */
export interface CheckRestApiState extends Partial<CheckRestApiArgs> {
    /** Number of changes so far. */
    version?: pulumi.Input<number>;
}

/** A service of one's own decides whether a pipeline may use the resource. */
export class CheckRestApi extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType = "azuredevops:index/checkRestApi:CheckRestApi";

    /** Body of the request. */
    declare readonly body: pulumi.Output<string | undefined>;
    /** Whether the service calls back, or its answer decides. */
    declare readonly completionEvent: pulumi.Output<string | undefined>;
    /** Service connection it calls through. */
    declare readonly connectedServiceName: pulumi.Output<string>;
    /** Kind of that connection: generic, or Azure. */
    declare readonly connectedServiceNameSelector: pulumi.Output<string>;
    /** Name that people see. */
    declare readonly displayName: pulumi.Output<string>;
    /** Headers of the request, as JSON. */
    declare readonly headers: pulumi.Output<string | undefined>;
    /** Method of the request. */
    declare readonly method: pulumi.Output<string>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Minutes between tries; fewer than ten fit into `timeout`. */
    declare readonly retryInterval: pulumi.Output<number | undefined>;
    /** Expression over the answer; only with `ApiResponse`. */
    declare readonly successCriteria: pulumi.Output<string | undefined>;
    /** Id of the protected resource. */
    declare readonly targetResourceId: pulumi.Output<string>;
    /** Kind of the protected resource. */
    declare readonly targetResourceType: pulumi.Output<string>;
    /** Minutes it waits. */
    declare readonly timeout: pulumi.Output<number | undefined>;
    /** What is put behind the connection's address. */
    declare readonly urlSuffix: pulumi.Output<string | undefined>;
    /** Variable group the request may use. */
    declare readonly variableGroupName: pulumi.Output<string | undefined>;
    /** Number of changes so far. */
    declare readonly version: pulumi.Output<number>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CheckRestApiState,
        opts?: pulumi.CustomResourceOptions,
    ): CheckRestApi {
        return new CheckRestApi(name, state as CheckRestApiArgs, { ...opts, id });
    }

    /** True for a CheckRestApi, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is CheckRestApi {
        return isOfType(obj, CheckRestApi.__pulumiType);
    }

    constructor(name: string, args: CheckRestApiArgs, opts?: pulumi.CustomResourceOptions) {
        const properties = propertiesOf(args, opts, {
            required: [
                "connectedServiceName",
                "connectedServiceNameSelector",
                "displayName",
                "method",
                "projectId",
                "targetResourceId",
                "targetResourceType",
            ],
            optional: [
                "body",
                "completionEvent",
                "headers",
                "retryInterval",
                "successCriteria",
                "timeout",
                "urlSuffix",
                "variableGroupName",
            ],
            outputs: ["version"],
        });
        super(CheckRestApi.__pulumiType, name, properties, withDefaults(opts));
    }
}
