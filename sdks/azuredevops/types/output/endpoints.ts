import type { Unwrap } from "@pulumi/pulumi";
import type * as inputs from "../input";

export type ServiceEndpointAzureEcrCredentials = Unwrap<inputs.ServiceEndpointAzureEcrCredentials>;
export type ServiceEndpointAzureRMCredentials = Unwrap<inputs.ServiceEndpointAzureRMCredentials>;
export type ServiceEndpointAzureRMFeatures = Unwrap<inputs.ServiceEndpointAzureRMFeatures>;
export type ServiceEndpointGitHubAuthOauth = Unwrap<inputs.ServiceEndpointGitHubAuthOauth>;
export type ServiceEndpointGitHubAuthPersonal = Unwrap<inputs.ServiceEndpointGitHubAuthPersonal>;
