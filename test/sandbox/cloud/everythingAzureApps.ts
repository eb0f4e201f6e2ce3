import { at, inGroup, placed, type Sample } from "./everything";
import { tenant } from "./support";

const planId = at("Microsoft.Web/serverfarms/plan-main");
const environmentId = at("Microsoft.App/managedEnvironments/cae-main");
const container = {
    name: "main",
    image: "acme.azurecr.io/web:1",
    env: [{ name: "A", value: "b" }],
};

/** Where releases land, and what they are signed with. */
export const azureAppSamples: readonly Sample[] = [
    {
        type: "azure-native:containerregistry:Registry",
        inputs: {
            ...placed,
            registryName: "crmain",
            sku: { name: "Premium" },
            adminUserEnabled: false,
            publicNetworkAccess: "Disabled",
            policies: { exportPolicy: { status: "disabled" } },
        },
        id: at("Microsoft.ContainerRegistry/registries/crmain"),
        later: ["creationDate"],
        update: { anonymousPullEnabled: false },
        replace: { registryName: "crother" },
    },
    {
        type: "azure-native:web:AppServicePlan",
        inputs: {
            ...placed,
            name: "plan-main",
            reserved: true,
            sku: { name: "P1v3", capacity: 2 },
        },
        id: planId,
        update: { perSiteScaling: true },
        replace: { name: "plan-other" },
    },
    {
        type: "azure-native:web:WebApp",
        inputs: {
            ...placed,
            name: "app-acme",
            serverFarmId: planId,
            httpsOnly: true,
            siteConfig: { minTlsVersion: "1.2", ftpsState: "Disabled" },
            identity: { type: "SystemAssigned" },
        },
        id: at("Microsoft.Web/sites/app-acme"),
        later: ["lastModifiedTimeUtc"],
        update: { clientAffinityEnabled: false },
        replace: { kind: "functionapp" },
    },
    {
        type: "azure-native:web:WebAppSlot",
        inputs: { ...placed, name: "app-acme", slot: "next", serverFarmId: planId },
        id: at("Microsoft.Web/sites/app-acme/slots/next"),
        update: { httpsOnly: true },
        replace: { slot: "other" },
    },
    {
        type: "azure-native:app:ManagedEnvironment",
        inputs: { ...placed, environmentName: "cae-main", zoneRedundant: false },
        id: environmentId,
        later: ["defaultDomain"],
        update: { tags: { a: "b" } },
        replace: { environmentName: "cae-other" },
    },
    {
        type: "azure-native:app:ContainerApp",
        inputs: {
            ...placed,
            containerAppName: "ca-web",
            environmentId,
            configuration: {
                activeRevisionsMode: "Multiple",
                ingress: {
                    allowInsecure: false,
                    targetPort: 8080,
                    traffic: [
                        { latestRevision: true, weight: 10 },
                        { revisionName: "ca-web--old", weight: 90 },
                    ],
                },
            },
            template: { containers: [container] },
        },
        id: at("Microsoft.App/containerApps/ca-web"),
        later: ["latestRevisionName"],
        update: { template: { containers: [{ ...container, image: "acme.azurecr.io/web:2" }] } },
        replace: { containerAppName: "ca-other" },
    },
    {
        type: "azure-native:app:Job",
        inputs: {
            ...placed,
            jobName: "caj-agent",
            environmentId,
            configuration: {
                replicaTimeout: 3600,
                triggerType: "Schedule",
                scheduleTriggerConfig: { cronExpression: "0 3 * * *" },
            },
            template: { containers: [container] },
        },
        id: at("Microsoft.App/jobs/caj-agent"),
        update: { tags: { a: "b" } },
        replace: { jobName: "caj-other" },
    },
    {
        type: "azure-native:codesigning:CodeSigningAccount",
        inputs: { ...placed, accountName: "sign-main", sku: { name: "Basic" } },
        id: at("Microsoft.CodeSigning/codeSigningAccounts/sign-main"),
        update: { tags: { a: "b" } },
        replace: { accountName: "sign-other" },
    },
    {
        type: "azure-native:codesigning:CertificateProfile",
        inputs: {
            ...inGroup,
            accountName: "sign-main",
            profileName: "release",
            profileType: "PrivateTrust",
            identityValidationId: tenant,
        },
        id: at("Microsoft.CodeSigning/codeSigningAccounts/sign-main/certificateProfiles/release"),
        update: { includeCity: true },
        replace: { profileName: "other" },
    },
];
