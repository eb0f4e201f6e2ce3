/**
 * The kinds of service connections of Azure DevOps, and the properties of each that hold what somebody has
 * to keep secret. Those for Azure and AWS can do without one; the secret of an incoming webhook is what
 * calls are checked by, and gives nobody entry.
 */
export const devOpsConnections = {
    source: "schema of the Pulumi package azuredevops 3.16.2: resources, and the properties it marks secret",
    date: "2026-11-21",
    /** Name of the type -> paths of its secrets. */
    secrets: {
        ServiceEndpointArtifactory: ["authenticationBasic.password", "authenticationToken.token"],
        ServiceEndpointAws: ["accessKeyId", "secretAccessKey", "sessionToken"],
        ServiceEndpointAzureDevOps: ["personalAccessToken"],
        ServiceEndpointAzureEcr: [],
        ServiceEndpointAzureRM: [
            "credentials.serviceprincipalkey",
            "credentials.serviceprincipalcertificate",
        ],
        ServiceEndpointBitBucket: ["password"],
        ServiceEndpointDockerRegistry: ["dockerPassword"],
        ServiceEndpointGeneric: ["password"],
        ServiceEndpointGenericGit: ["password"],
        ServiceEndpointGitHub: ["authPersonal.personalAccessToken"],
        ServiceEndpointGitHubEnterprise: ["authPersonal.personalAccessToken"],
        ServiceEndpointGitLab: ["apiToken"],
        ServiceEndpointKubernetes: ["kubeconfig.kubeConfig", "serviceAccount.token"],
        ServiceEndpointNpm: ["accessToken"],
        ServiceEndpointPipeline: ["authPersonal.personalAccessToken"],
        ServiceEndpointServiceFabric: [
            "azureActiveDirectory.password",
            "certificate.clientCertificate",
        ],
        ServiceEndpointSonarCloud: ["token"],
        ServiceEndpointSonarQube: ["token"],
        ServiceEndpointSsh: ["password", "privateKey"],
        ServiceendpointArgocd: ["authenticationBasic.password", "authenticationToken.token"],
        ServiceendpointAzureServiceBus: ["connectionString"],
        ServiceendpointBlackDuck: ["apiToken"],
        ServiceendpointCheckmarxOne: ["apiKey", "clientSecret"],
        ServiceendpointCheckmarxSast: ["password"],
        ServiceendpointCheckmarxSca: ["password"],
        ServiceendpointDynamicsLifecycleServices: ["password"],
        ServiceendpointExternaltfs: ["authPersonal.personalAccessToken"],
        ServiceendpointGcpTerraform: ["privateKey"],
        ServiceendpointGenericV2: ["authorizationParameters"],
        ServiceendpointIncomingwebhook: [],
        ServiceendpointJenkins: ["password"],
        ServiceendpointJfrogArtifactoryV2: [
            "authenticationBasic.password",
            "authenticationToken.token",
        ],
        ServiceendpointJfrogDistributionV2: [
            "authenticationBasic.password",
            "authenticationToken.token",
        ],
        ServiceendpointJfrogPlatformV2: [
            "authenticationBasic.password",
            "authenticationToken.token",
        ],
        ServiceendpointJfrogXrayV2: ["authenticationBasic.password", "authenticationToken.token"],
        ServiceendpointMaven: ["authenticationBasic.password", "authenticationToken.token"],
        ServiceendpointNexus: ["password"],
        ServiceendpointNuget: ["apiKey", "password", "personalAccessToken"],
        ServiceendpointOctopusdeploy: ["apiKey"],
        ServiceendpointOpenshift: ["authBasic.password", "authToken.token"],
        ServiceendpointSnyk: ["apiToken"],
        ServiceendpointVisualstudiomarketplace: [
            "authenticationBasic.password",
            "authenticationToken.token",
        ],
    },
} as const;
