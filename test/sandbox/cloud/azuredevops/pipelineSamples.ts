import { subscription, tenant } from "../support";
import { adaDescriptor } from "./accessSamples";
import { checkSamples } from "./checkSamples";
import { inProject, stranger, type DevOpsSample } from "./samples";

const other = { projectId: stranger };
const named = (name: string) => ({ serviceEndpointName: name });
export const azure = {
    serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
    azurermSpnTenantid: tenant,
    azurermSubscriptionId: subscription,
    azurermSubscriptionName: "shop",
};
/** What pipelines run on and with, and the checks before it. */
export const pipelineSamples: readonly DevOpsSample[] = [
    {
        name: "Extension",
        inputs: () => ({ publisherId: "AmazonWebServices", extensionId: "aws-vsts-tools" }),
        id: /^AmazonWebServices\/aws-vsts-tools$/,
        update: { version: "1.17.0" },
        replace: { extensionId: "other" },
    },
    {
        name: "Environment",
        inputs: (id) => ({ ...inProject(id), name: "production" }),
        id: "number",
        update: { description: "what customers use" },
        replace: other,
    },
    {
        name: "ServiceEndpointAzureRM",
        inputs: (id) => ({
            ...inProject(id),
            ...named("azure-production"),
            ...azure,
            credentials: { serviceprincipalid: stranger },
        }),
        id: "guid",
        later: ["workloadIdentityFederationSubject"],
        update: { description: "to production" },
        replace: { serviceEndpointAuthenticationScheme: "ServicePrincipal" },
    },
    {
        name: "ServiceEndpointAws",
        inputs: (id) => ({
            ...inProject(id),
            ...named("aws-production"),
            useOidc: true,
            roleToAssume: "arn:aws:iam::111122223333:role/pipeline/web",
        }),
        id: "guid",
        update: { roleSessionName: "web" },
        replace: other,
    },
    {
        name: "ServiceEndpointGitHub",
        inputs: (id) => ({
            ...inProject(id),
            ...named("github"),
            authPersonal: { personalAccessToken: "correct horse" },
        }),
        id: "guid",
        update: { description: "mirrors" },
        replace: other,
    },
    {
        name: "ServiceEndpointGeneric",
        inputs: (id) => ({ ...inProject(id), ...named("gate"), serverUrl: "https://gate.example" }),
        id: "guid",
        update: { username: "gate" },
        replace: other,
    },
    {
        name: "ServiceEndpointAzureEcr",
        inputs: (id) => ({
            ...inProject(id),
            ...named("registry"),
            azurecrName: "shopcr",
            azurecrSpnTenantid: tenant,
            azurecrSubscriptionId: subscription,
            azurecrSubscriptionName: "shop",
            resourceGroup: "rg-main",
            serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
            credentials: { serviceprincipalid: stranger },
        }),
        id: "guid",
        later: ["workloadIdentityFederationSubject"],
        update: { description: "images" },
        replace: { azurecrName: "other" },
    },
    {
        name: "ServiceendpointGenericV2",
        inputs: (id) => ({
            ...inProject(id),
            name: "any",
            type: "generic",
            authorizationScheme: "UsernamePassword",
            authorizationParameters: { username: "u", password: "correct horse" },
            serverUrl: "https://any.example",
        }),
        id: "guid",
        update: { description: "any" },
        replace: { type: "git" },
    },
    {
        name: "VariableGroup",
        inputs: (id) => ({
            ...inProject(id),
            name: "production",
            variables: [
                { name: "region", value: "uksouth" },
                { name: "token", secretValue: "correct horse", isSecret: true },
            ],
        }),
        id: "number",
        update: { description: "of production" },
        replace: other,
    },
    {
        name: "VariableGroupVariable",
        inputs: (id) => ({
            ...inProject(id),
            variableGroupId: id("VariableGroup"),
            name: "tier",
            value: "production",
        }),
        id: (id) => `${id("Project")}/${id("VariableGroup")}/tier`,
        update: { value: "prod" },
        replace: { name: "other" },
    },
    {
        name: "Pool",
        inputs: () => ({ name: "agents" }),
        id: "number",
        update: { autoUpdate: false },
        replace: { poolType: "deployment" },
    },
    {
        name: "Queue",
        inputs: (id) => ({ ...inProject(id), agentPoolId: Number(id("Pool")) }),
        id: "number",
        replace: other,
    },
    {
        name: "ElasticPool",
        inputs: (id) => ({
            name: "scale-set",
            azureResourceId: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/vmss`,
            serviceEndpointId: id("ServiceEndpointAzureRM"),
            serviceEndpointScope: id("Project"),
            desiredIdle: 1,
            maxCapacity: 4,
            recycleAfterEachUse: true,
        }),
        id: "number",
        update: { maxCapacity: 8 },
    },
    ...checkSamples,
    {
        name: "PipelineAuthorization",
        inputs: (id) => ({
            ...inProject(id),
            type: "endpoint",
            resourceId: id("ServiceEndpointAzureRM"),
            pipelineId: Number(id("BuildDefinition")),
        }),
        id: (id) =>
            `${id("Project")}/endpoint/${id("ServiceEndpointAzureRM")};pipeline_id=${id("BuildDefinition")}`,
        replace: { type: "environment" },
    },
    {
        name: "Feed",
        inputs: (id) => ({ ...inProject(id), name: "packages" }),
        id: "guid",
        replace: { name: "other" },
    },
    {
        name: "FeedPermission",
        inputs: (id) => ({
            ...inProject(id),
            feedId: id("Feed"),
            identityDescriptor: adaDescriptor,
            role: "reader",
        }),
        id: /^fp-[\da-f-]{36}$/,
        update: { role: "contributor" },
        replace: { feedId: stranger },
    },
    {
        name: "FeedRetentionPolicy",
        inputs: (id) => ({
            ...inProject(id),
            feedId: id("Feed"),
            countLimit: 20,
            daysToKeepRecentlyDownloadedPackages: 30,
        }),
        id: (id) => id("Feed"),
        update: { countLimit: 30 },
        replace: { feedId: stranger },
    },
    {
        name: "ServicehookStorageQueuePipelines",
        inputs: (id) => ({
            ...inProject(id),
            accountName: "shopaudit",
            accountKey: "k".repeat(88),
            queueName: "pipeline-events",
            runStateChangedEvent: { runStateFilter: "Completed" },
        }),
        id: "guid",
        update: { ttl: 3600 },
        replace: other,
    },
    {
        name: "ServicehookWebhookTfs",
        inputs: (id) => ({
            ...inProject(id),
            url: "https://audit.example/hook",
            gitPush: { repositoryId: id("Git") },
        }),
        id: "guid",
        update: { resourceDetailsToSend: "minimal" },
    },
];
