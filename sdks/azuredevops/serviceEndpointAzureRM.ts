import * as pulumi from "@pulumi/pulumi";
import type * as inputs from "./types/input";
import type * as outputs from "./types/output";
import { isOfType, propertiesOf, withDefaults } from "./utilities";

/** The arguments of a {@link ServiceEndpointAzureRM}. */
export interface ServiceEndpointAzureRMArgs {
    /** Management group it works in; with `azurermManagementGroupName`. */
    azurermManagementGroupId?: pulumi.Input<string>;
    /** Name of the management group. */
    azurermManagementGroupName?: pulumi.Input<string>;
    /** Tenant of the identity. The provider demands it, from here or from ARM_TENANT_ID. */
    azurermSpnTenantid?: pulumi.Input<string>;
    /** Subscription it works in. */
    azurermSubscriptionId?: pulumi.Input<string>;
    /** Name of the subscription. */
    azurermSubscriptionName?: pulumi.Input<string>;
    /** The identity it uses; without it the service makes one. */
    credentials?: pulumi.Input<inputs.ServiceEndpointAzureRMCredentials>;
    /** What it is for; at most 1024 characters. Default: `Managed by Terraform`. */
    description?: pulumi.Input<string>;
    /**
     * Azure cloud. One of `AzureCloud`, `AzureChinaCloud`, `AzureUSGovernment`,
     * `AzureGermanCloud`, `AzureStack`. Default: `AzureCloud`. A change replaces the resource.
     */
    environment?: pulumi.Input<string>;
    /** Behaviour of the provider, not of the connection. */
    features?: pulumi.Input<inputs.ServiceEndpointAzureRMFeatures>;
    /** Id of the project. A change replaces the resource. */
    projectId: pulumi.Input<string>;
    /** Resource group it works in. Not with `credentials`. A change replaces the resource. */
    resourceGroup?: pulumi.Input<string>;
    /** Address of the server. A change replaces the resource. */
    serverUrl?: pulumi.Input<string>;
    /**
     * How it signs in. One of `WorkloadIdentityFederation`, `ManagedServiceIdentity`,
     * `ServicePrincipal`. Default: `ServicePrincipal`. A change replaces the resource.
     */
    serviceEndpointAuthenticationScheme?: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName: pulumi.Input<string>;
}

/** What is known of a {@link ServiceEndpointAzureRM} that stands. */
export interface ServiceEndpointAzureRMState extends Partial<ServiceEndpointAzureRMArgs> {
    /** How it signs in: its `scheme`. */
    authorization?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Client id of the identity. */
    servicePrincipalId?: pulumi.Input<string>;
    /** Issuer a federated credential must name. */
    workloadIdentityFederationIssuer?: pulumi.Input<string>;
    /** Subject a federated credential must name. */
    workloadIdentityFederationSubject?: pulumi.Input<string>;
}

/**
 * A service connection to Azure. With workload identity federation it holds no key: write the
 * federated credential from the issuer and subject that come out.
 */
export class ServiceEndpointAzureRM extends pulumi.CustomResource {
    /** @internal */
    static readonly __pulumiType =
        "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM";

    /** How it signs in: its `scheme`. */
    declare readonly authorization: pulumi.Output<Record<string, string>>;
    /** Management group it works in; with `azurermManagementGroupName`. */
    declare readonly azurermManagementGroupId: pulumi.Output<string | undefined>;
    /** Name of the management group. */
    declare readonly azurermManagementGroupName: pulumi.Output<string | undefined>;
    /** Tenant of the identity. The provider demands it, from here or from ARM_TENANT_ID. */
    declare readonly azurermSpnTenantid: pulumi.Output<string>;
    /** Subscription it works in. */
    declare readonly azurermSubscriptionId: pulumi.Output<string | undefined>;
    /** Name of the subscription. */
    declare readonly azurermSubscriptionName: pulumi.Output<string | undefined>;
    /** The identity it uses; without it the service makes one. */
    declare readonly credentials: pulumi.Output<
        outputs.ServiceEndpointAzureRMCredentials | undefined
    >;
    /** What it is for. */
    declare readonly description: pulumi.Output<string | undefined>;
    /** Azure cloud. */
    declare readonly environment: pulumi.Output<string | undefined>;
    /** Behaviour of the provider, not of the connection. */
    declare readonly features: pulumi.Output<outputs.ServiceEndpointAzureRMFeatures | undefined>;
    /** Id of the project. */
    declare readonly projectId: pulumi.Output<string>;
    /** Resource group it works in. Not with `credentials`. */
    declare readonly resourceGroup: pulumi.Output<string | undefined>;
    /** Address of the server. */
    declare readonly serverUrl: pulumi.Output<string>;
    /** How it signs in. */
    declare readonly serviceEndpointAuthenticationScheme: pulumi.Output<string | undefined>;
    /** Name of the connection. */
    declare readonly serviceEndpointName: pulumi.Output<string>;
    /** Client id of the identity. */
    declare readonly servicePrincipalId: pulumi.Output<string>;
    /** Issuer a federated credential must name. */
    declare readonly workloadIdentityFederationIssuer: pulumi.Output<string>;
    /** Subject a federated credential must name. */
    declare readonly workloadIdentityFederationSubject: pulumi.Output<string>;

    /** The resource of this id as it stands, with what is known of it; nothing is created. */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: ServiceEndpointAzureRMState,
        opts?: pulumi.CustomResourceOptions,
    ): ServiceEndpointAzureRM {
        return new ServiceEndpointAzureRM(name, state as ServiceEndpointAzureRMArgs, {
            ...opts,
            id,
        });
    }

    /** True for a ServiceEndpointAzureRM, whichever copy of this package made it. */
    static override isInstance(obj: unknown): obj is ServiceEndpointAzureRM {
        return isOfType(obj, ServiceEndpointAzureRM.__pulumiType);
    }

    constructor(
        name: string,
        args: ServiceEndpointAzureRMArgs,
        opts?: pulumi.CustomResourceOptions,
    ) {
        const properties = propertiesOf(args, opts, {
            required: ["projectId", "serviceEndpointName"],
            optional: [
                "azurermManagementGroupId",
                "azurermManagementGroupName",
                "azurermSpnTenantid",
                "azurermSubscriptionId",
                "azurermSubscriptionName",
                "credentials",
                "description",
                "environment",
                "features",
                "resourceGroup",
                "serverUrl",
                "serviceEndpointAuthenticationScheme",
            ],
            outputs: [
                "authorization",
                "servicePrincipalId",
                "workloadIdentityFederationIssuer",
                "workloadIdentityFederationSubject",
            ],
        });
        super(ServiceEndpointAzureRM.__pulumiType, name, properties, withDefaults(opts));
    }
}
