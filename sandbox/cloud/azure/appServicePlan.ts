import { choice, fixed, flag, list, matching, number, object, text } from "../shape";
import { num, str } from "../values";
import { location, resourceGroupName, tags } from "./arm";
import {
    identityClaims,
    identityOutput,
    identityShape,
    requireIdentities,
} from "./managedIdentity";
import { namedType } from "./named";
import { refuseUsed } from "./uses";

export const appServicePlan = namedType({
    token: "azure-native:web:AppServicePlan",
    api: "2025-05-01",
    type: "Microsoft.Web/serverfarms",
    inputs: {
        asyncScalingEnabled: flag,
        elasticScaleEnabled: flag,
        extendedLocation: object({ name: text }),
        freeOfferExpirationTime: text,
        hostingEnvironmentProfile: object({ id: text }),
        hyperV: flag,
        identity: identityShape(
            "SystemAssigned",
            "UserAssigned",
            "SystemAssigned, UserAssigned",
            "None",
        ),
        installScripts: list(
            object({
                name: text,
                source: object({
                    sourceUri: text,
                    type: choice("RemoteAzureBlob", "PlatformStorage"),
                }),
            }),
        ),
        isCustomMode: flag,
        isSpot: flag,
        isXenon: flag,
        kind: text,
        kubeEnvironmentProfile: object({ id: text }),
        location,
        maximumElasticWorkerCount: number,
        name: fixed(matching(/^[\w-]{1,60}$/, "1 to 60 letters, digits, - and _")),
        network: object({ virtualNetworkSubnetId: text }),
        perSiteScaling: flag,
        planDefaultIdentity: object({
            identityType: choice(
                "SystemAssigned",
                "UserAssigned",
                "SystemAssigned, UserAssigned",
                "None",
            ),
            userAssignedIdentityResourceId: text,
        }),
        rdpEnabled: flag,
        registryAdapters: list(
            object({
                keyVaultSecretReference: object({ referenceStatus: text, secretUri: text }),
                registryKey: text,
                type: choice("Binary", "String", "Expand_String", "Multi_String", "DWord", "QWord"),
            }),
        ),
        reserved: flag,
        resourceGroupName,
        sku: object({
            capabilities: list(object({ name: text, reason: text, value: text })),
            capacity: number,
            family: text,
            locations: list(text),
            name: text,
            size: text,
            skuCapacity: object({
                default: number,
                elasticMaximum: number,
                maximum: number,
                minimum: number,
                scaleType: text,
            }),
            tier: text,
        }),
        spotExpirationTime: text,
        storageMounts: list(
            object({
                credentialsKeyVaultReference: object({ referenceStatus: text, secretUri: text }),
                destinationPath: text,
                name: text,
                source: text,
                type: choice("AzureFiles", "LocalStorage", "FileShare"),
            }),
        ),
        tags,
        targetWorkerCount: number,
        targetWorkerSizeId: number,
        workerTierName: text,
        zoneRedundant: flag,
    },
    names: ["name"],
    settled: [["reserved"], ["zoneRedundant"]],
    outputs: (shaping) => ({
        kind: shaping.inputs.kind ?? "app",
        reserved: shaping.inputs.reserved ?? false,
        ...identityOutput(shaping),
        geoRegion: shaping.inputs.location ?? "",
        maximumNumberOfWorkers: 10,
        numberOfSites: 0,
        numberOfWorkers: num(shaping.inputs, "sku", "capacity") ?? 1,
        resourceGroup: str(shaping.inputs, "resourceGroupName"),
        status: "Ready",
        subscription: shaping.scope.subscriptionId,
        provisioningState: "Succeeded",
    }),
    claims: identityClaims,
    beforeCreate: requireIdentities,
    beforeUpdate: requireIdentities,
    beforeDelete: (change) => refuseUsed(change, "ServerFarmInUse"),
});
