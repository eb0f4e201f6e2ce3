import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getServiceEndpointAzureRM:getServiceEndpointAzureRM";

/** What {@link getServiceEndpointAzureRM} looks for. */
export interface GetServiceEndpointAzureRMArgs {
    /** Id of the project. */
    projectId: string;
    /** Id of the connection. Give this or `serviceEndpointName`. */
    serviceEndpointId?: string;
    /** Name of the connection. */
    serviceEndpointName?: string;
}

/** What {@link getServiceEndpointAzureRMOutput} looks for. */
export interface GetServiceEndpointAzureRMOutputArgs {
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Id of the connection. Give this or `serviceEndpointName`. */
    serviceEndpointId?: pulumi.Input<string>;
    /** Name of the connection. */
    serviceEndpointName?: pulumi.Input<string>;
}

/** What {@link getServiceEndpointAzureRM} finds. */
export interface GetServiceEndpointAzureRMResult {
    /** How it signs in: its `scheme`. */
    readonly authorization: Record<string, string>;
    /** Management group it works in; with `azurermManagementGroupName`. */
    readonly azurermManagementGroupId: string;
    /** Name of the management group. */
    readonly azurermManagementGroupName: string;
    /** Tenant of the identity. The provider demands it, from here or from ARM_TENANT_ID. */
    readonly azurermSpnTenantid: string;
    /** Subscription it works in. */
    readonly azurermSubscriptionId: string;
    /** Name of the subscription. */
    readonly azurermSubscriptionName: string;
    /** What it is for. */
    readonly description: string;
    /** Azure cloud. */
    readonly environment: string;
    /** Id. */
    readonly id: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Resource group it works in. Not with `credentials`. */
    readonly resourceGroup: string;
    /** Address of the server. */
    readonly serverUrl: string;
    /** How it signs in. */
    readonly serviceEndpointAuthenticationScheme: string;
    /** Id of the connection. Give this or `serviceEndpointName`. */
    readonly serviceEndpointId: string;
    /** Name of the connection. */
    readonly serviceEndpointName: string;
    /** Client id of the identity. */
    readonly servicePrincipalId: string;
    /** Issuer a federated credential must name. */
    readonly workloadIdentityFederationIssuer: string;
    /** Subject a federated credential must name. */
    readonly workloadIdentityFederationSubject: string;
}

/** A service connection to Azure, by name or id. */
export function getServiceEndpointAzureRM(
    args: GetServiceEndpointAzureRMArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetServiceEndpointAzureRMResult> {
    return pulumi.runtime.invoke(
        token,
        {
            projectId: args.projectId,
            serviceEndpointId: args.serviceEndpointId,
            serviceEndpointName: args.serviceEndpointName,
        },
        withVersion(opts),
    );
}

/** A service connection to Azure, by name or id, of what is known later. */
export function getServiceEndpointAzureRMOutput(
    args: GetServiceEndpointAzureRMOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetServiceEndpointAzureRMResult> {
    return pulumi.runtime.invokeOutput(
        token,
        {
            projectId: args.projectId,
            serviceEndpointId: args.serviceEndpointId,
            serviceEndpointName: args.serviceEndpointName,
        },
        withVersion(opts),
    );
}
