import type * as pulumi from "@pulumi/pulumi";

export interface ServiceEndpointAzureEcrCredentials {
    /** Client id of the identity. A change replaces the resource. */
    serviceprincipalid: pulumi.Input<string>;
}

export interface ServiceEndpointAzureRMCredentials {
    /** Certificate of the identity; never with workload identity. */
    serviceprincipalcertificate?: pulumi.Input<string>;
    /** Client id of the identity. */
    serviceprincipalid: pulumi.Input<string>;
    /** Secret of the identity; never with workload identity. */
    serviceprincipalkey?: pulumi.Input<string>;
}

export interface ServiceEndpointAzureRMFeatures {
    /**
     * The service signs in at once. Fails before the federated credential stands. Default:
     * `false`.
     */
    validate?: pulumi.Input<boolean>;
}

export interface ServiceEndpointGitHubAuthOauth {
    /** Id of the OAuth configuration. */
    oauthConfigurationId: pulumi.Input<string>;
}

export interface ServiceEndpointGitHubAuthPersonal {
    /** The token. */
    personalAccessToken: pulumi.Input<string>;
}
