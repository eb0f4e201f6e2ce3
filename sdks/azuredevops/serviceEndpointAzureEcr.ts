import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceEndpointAzureEcr}. */
export interface ServiceEndpointAzureEcrArgs {
    /** Name of the registry. A change replaces the resource. */
    azurecrName?: pulumi.Input<string>;
    /** Tenant of the registry. */
    azurecrSpnTenantid?: pulumi.Input<string>;
    /** Subscription of the registry. */
    azurecrSubscriptionId?: pulumi.Input<string>;
    /** Name of that subscription. */
    azurecrSubscriptionName?: pulumi.Input<string>;
    /** The identity it uses; without it the service makes one. */
    credentials?: pulumi.Input<inputs.ServiceEndpointAzureEcrCredentials>;
    /** What it is for; at most 1024 characters. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Resource group it works in. Not with `credentials`. A change replaces the resource. */
    resourceGroup?: pulumi.Input<string>;
    /**
     * How it signs in. One of `WorkloadIdentityFederation`, `ManagedServiceIdentity`,
     * `ServicePrincipal`. Default: `ServicePrincipal`. A change replaces the resource.
     */
    serviceEndpointAuthenticationScheme?: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName: pulumi.Input<string>;
}

/** What is known of a {@link ServiceEndpointAzureEcr} that stands. */
export interface ServiceEndpointAzureEcrState extends Partial<ServiceEndpointAzureEcrArgs> {
    /** Object id of the application. */
    appObjectId?: pulumi.Input<string>;
    /** How it signs in: its `scheme`. */
    authorization?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Role assignment of the application on the registry. */
    azSpnRoleAssignmentId?: pulumi.Input<string>;
    /** Permissions of that role. */
    azSpnRolePermissions?: pulumi.Input<string>;
    /** Client id of the identity. */
    servicePrincipalId?: pulumi.Input<string>;
    /** Object id of the service principal. */
    spnObjectId?: pulumi.Input<string>;
    /** Issuer a federated credential must name. */
    workloadIdentityFederationIssuer?: pulumi.Input<string>;
    /** Subject a federated credential must name. */
    workloadIdentityFederationSubject?: pulumi.Input<string>;
}

/** A service connection to an Azure container registry. */
export class ServiceEndpointAzureEcr extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/serviceEndpointAzureEcr:ServiceEndpointAzureEcr";

    /** Object id of the application. */
    declare readonly appObjectId: pulumi.Output<string>;
    /** How it signs in: its `scheme`. */
    declare readonly authorization: pulumi.Output<Record<string, string>>;
    /** Role assignment of the application on the registry. */
    declare readonly azSpnRoleAssignmentId: pulumi.Output<string>;
    /** Permissions of that role. */
    declare readonly azSpnRolePermissions: pulumi.Output<string>;
    /** Name of the registry. */
    declare readonly azurecrName: pulumi.Output<string>;
    /** Tenant of the registry. */
    declare readonly azurecrSpnTenantid: pulumi.Output<string>;
    /** Subscription of the registry. */
    declare readonly azurecrSubscriptionId: pulumi.Output<string>;
    /** Name of that subscription. */
    declare readonly azurecrSubscriptionName: pulumi.Output<string>;
    /** The identity it uses; without it the service makes one. */
    declare readonly credentials: pulumi.Output<
        outputs.ServiceEndpointAzureEcrCredentials | undefined
    >;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Resource group it works in. Not with `credentials`. */
    declare readonly resourceGroup: pulumi.Output<string | undefined>;
    /** How it signs in. */
    declare readonly serviceEndpointAuthenticationScheme: pulumi.Output<string | undefined>;
    /** Name of the connection. */
    declare readonly serviceEndpointName: pulumi.Output<string>;
    /** Client id of the identity. */
    declare readonly servicePrincipalId: pulumi.Output<string>;
    /** Object id of the service principal. */
    declare readonly spnObjectId: pulumi.Output<string>;
    /** Issuer a federated credential must name. */
    declare readonly workloadIdentityFederationIssuer: pulumi.Output<string>;
    /** Subject a federated credential must name. */
    declare readonly workloadIdentityFederationSubject: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceEndpointAzureEcrState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceEndpointAzureEcr {
        return new ServiceEndpointAzureEcr(name, state as ServiceEndpointAzureEcrArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServiceEndpointAzureEcr, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceEndpointAzureEcr {
        return isOfType(obj, ServiceEndpointAzureEcr.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceEndpointAzureEcrArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "serviceEndpointName"],
            optional: [
                "azurecrName",
                "azurecrSpnTenantid",
                "azurecrSubscriptionId",
                "azurecrSubscriptionName",
                "credentials",
                "description",
                "resourceGroup",
                "serviceEndpointAuthenticationScheme",
            ],
            outputs: [
                "appObjectId",
                "authorization",
                "azSpnRoleAssignmentId",
                "azSpnRolePermissions",
                "servicePrincipalId",
                "spnObjectId",
                "workloadIdentityFederationIssuer",
                "workloadIdentityFederationSubject",
            ],
        });
        super(ServiceEndpointAzureEcr.__pulumiType, name, properties, withDefaults(opts));
    }
}
