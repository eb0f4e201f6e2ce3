import { hex } from "../identifiers";
import {
    choice,
    fixed,
    flag,
    list,
    matching,
    number,
    object,
    required,
    secret,
    text,
} from "../shape";
import { str, type Values } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { referencesAt, refuseUsed, requireUsed, uses } from "./uses";

const subnetOf = (inputs: Values) =>
    referencesAt(inputs, ["vnetConfiguration", "infrastructureSubnetId"]);

export const managedEnvironment = namedType({
    token: "azure-native:app:ManagedEnvironment",
    api: "2025-02-02-preview",
    type: "Microsoft.App/managedEnvironments",
    inputs: {
        appInsightsConfiguration: object({ connectionString: text }),
        appLogsConfiguration: object({
            destination: text,
            logAnalyticsConfiguration: object({
                customerId: text,
                dynamicJsonColumns: flag,
                sharedKey: secret(text),
            }),
        }),
        availabilityZones: list(text),
        customDomainConfiguration: object({
            certificateKeyVaultProperties: object({ identity: text, keyVaultUrl: text }),
            certificatePassword: text,
            certificateValue: text,
            dnsSuffix: text,
        }),
        daprAIConnectionString: secret(text),
        daprAIInstrumentationKey: secret(text),
        diskEncryptionConfiguration: object({
            keyVaultConfiguration: object({ auth: object({ identity: text }), keyUrl: text }),
        }),
        environmentName: fixed(
            matching(
                /^[a-zA-Z0-9][-a-zA-Z0-9]{0,58}[a-zA-Z0-9]$/,
                "2 to 60 letters, digits and hyphens",
            ),
        ),
        identity: identityShape(
            "None",
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned,UserAssigned",
        ),
        infrastructureResourceGroup: text,
        ingressConfiguration: object({
            headerCountLimit: number,
            requestIdleTimeout: number,
            scale: object({ maxReplicas: number, minReplicas: number }),
            terminationGracePeriodSeconds: number,
            workloadProfileName: text,
        }),
        kind: text,
        location,
        openTelemetryConfiguration: object({
            destinationsConfiguration: object({
                dataDogConfiguration: object({ key: text, site: text }),
                otlpConfigurations: list(
                    object({
                        endpoint: text,
                        headers: list(object({ key: text, value: text })),
                        insecure: flag,
                        name: text,
                    }),
                ),
            }),
            logsConfiguration: object({ destinations: list(text) }),
            metricsConfiguration: object({ destinations: list(text), includeKeda: flag }),
            tracesConfiguration: object({ destinations: list(text), includeDapr: flag }),
        }),
        peerAuthentication: object({ mtls: object({ enabled: flag }) }),
        peerTrafficConfiguration: object({ encryption: object({ enabled: flag }) }),
        publicNetworkAccess: choice("Enabled", "Disabled"),
        resourceGroupName,
        tags,
        vnetConfiguration: object({
            dockerBridgeCidr: text,
            infrastructureSubnetId: text,
            internal: flag,
            platformReservedCidr: text,
            platformReservedDnsIP: text,
        }),
        workloadProfiles: list(
            object({
                enableFips: flag,
                maximumCount: number,
                minimumCount: number,
                name: required(text),
                workloadProfileType: required(text),
            }),
        ),
        zoneRedundant: flag,
    },
    names: ["environmentName"],
    settled: [["vnetConfiguration"], ["zoneRedundant"]],
    outputs: (shaping) => ({
        ...identityOutput(shaping),
        defaultDomain: shaping.once(
            "defaultDomain",
            () =>
                `${hex(8, shaping.id.toLowerCase())}.${str(shaping.inputs, "location").replaceAll(" ", "").toLowerCase()}.azurecontainerapps.io`,
        ),
        staticIp: "203.0.113.10",
        eventStreamEndpoint: "",
        publicNetworkAccess: shaping.inputs.publicNetworkAccess ?? "Enabled",
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    parents: ({ inputs }) => uses(subnetOf(inputs)),
    beforeCreate: (write) => {
        requireUsed(write, subnetOf(write.inputs));
        requireIdentities(write);
    },
    beforeUpdate: requireIdentities,
    beforeDelete: (change) => refuseUsed(change, "ManagedEnvironmentHasContainerApps"),
});
