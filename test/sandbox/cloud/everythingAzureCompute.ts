import { at, inGroup, networkId, placed, type Sample } from "./everything";
import { subscription } from "./support";

const setId = at("Microsoft.Compute/virtualMachineScaleSets/vmss-main");
const galleryId = at("Microsoft.Compute/galleries/galmain");
const identity = {
    type: "UserAssigned",
    userAssignedIdentities: [at("Microsoft.ManagedIdentity/userAssignedIdentities/id-main")],
};

/** Machines, their images and their maintenance. */
export const azureComputeSamples: readonly Sample[] = [
    {
        type: "azure-native:compute:Gallery",
        inputs: { ...placed, galleryName: "galmain" },
        id: galleryId,
        update: { description: "images" },
        replace: { galleryName: "galother" },
    },
    {
        type: "azure-native:compute:GalleryImage",
        inputs: {
            ...placed,
            galleryName: "galmain",
            galleryImageName: "agent",
            identifier: { publisher: "acme", offer: "agents", sku: "ubuntu" },
            osType: "Linux",
            osState: "Generalized",
            hyperVGeneration: "V2",
        },
        id: `${galleryId}/images/agent`,
        update: { description: "agents" },
        replace: { galleryImageName: "other" },
    },
    {
        type: "azure-native:compute:GalleryImageVersion",
        inputs: {
            ...placed,
            galleryName: "galmain",
            galleryImageName: "agent",
            galleryImageVersionName: "1.0.0",
            storageProfile: { source: { virtualMachineId: "/subscriptions/s/vm" } },
            publishingProfile: { targetRegions: [{ name: "uksouth", regionalReplicaCount: 1 }] },
        },
        id: `${galleryId}/images/agent/versions/1.0.0`,
        update: { tags: { a: "b" } },
        replace: { galleryImageVersionName: "1.0.1" },
    },
    {
        type: "azure-native:compute:VirtualMachineScaleSet",
        inputs: {
            ...placed,
            vmScaleSetName: "vmss-main",
            orchestrationMode: "Uniform",
            overprovision: false,
            upgradePolicy: { mode: "Manual" },
            sku: { name: "Standard_D4ds_v5", tier: "Standard", capacity: 0 },
            identity,
            virtualMachineProfile: {
                securityProfile: {
                    securityType: "TrustedLaunch",
                    encryptionAtHost: true,
                    uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
                },
                storageProfile: {
                    imageReference: { id: `${galleryId}/images/agent` },
                    osDisk: {
                        createOption: "FromImage",
                        caching: "ReadOnly",
                        diffDiskSettings: { option: "Local", placement: "ResourceDisk" },
                    },
                },
                osProfile: {
                    computerNamePrefix: "agent",
                    adminUsername: "agent",
                    customData: Buffer.from("#cloud-config").toString("base64"),
                    linuxConfiguration: {
                        disablePasswordAuthentication: true,
                        ssh: {
                            publicKeys: [
                                {
                                    path: "/home/agent/.ssh/authorized_keys",
                                    keyData: "ssh-rsa AAAA",
                                },
                            ],
                        },
                    },
                },
                networkProfile: {
                    networkInterfaceConfigurations: [
                        {
                            name: "nic",
                            primary: true,
                            ipConfigurations: [
                                { name: "ip", subnet: { id: `${networkId}/subnets/snet-main` } },
                            ],
                        },
                    ],
                },
            },
        },
        id: setId,
        later: ["uniqueId", "timeCreated"],
        update: { tags: { a: "b" } },
        replace: { vmScaleSetName: "vmss-other" },
    },
    {
        type: "azure-native:compute:VirtualMachineScaleSetExtension",
        inputs: {
            ...inGroup,
            vmScaleSetName: "vmss-main",
            vmssExtensionName: "monitor",
            publisher: "Microsoft.Azure.Monitor",
            type: "AzureMonitorLinuxAgent",
            typeHandlerVersion: "1.0",
            enableAutomaticUpgrade: true,
        },
        id: `${setId}/extensions/monitor`,
        update: { enableAutomaticUpgrade: false },
        replace: { vmssExtensionName: "other" },
    },
    {
        type: "azure-native:devcenter:DevCenter",
        inputs: { ...placed, devCenterName: "dc-main" },
        id: at("Microsoft.DevCenter/devcenters/dc-main"),
        update: { displayName: "main" },
        replace: { devCenterName: "dc-other" },
    },
    {
        type: "azure-native:devcenter:Project",
        inputs: {
            ...placed,
            projectName: "dcp-main",
            devCenterId: at("Microsoft.DevCenter/devcenters/dc-main"),
        },
        id: at("Microsoft.DevCenter/projects/dcp-main"),
        update: { description: "agents" },
        replace: { projectName: "dcp-other" },
    },
    {
        type: "azure-native:devopsinfrastructure:Pool",
        inputs: {
            ...placed,
            poolName: "mdp-acme",
            maximumConcurrency: 4,
            devCenterProjectResourceId: at("Microsoft.DevCenter/projects/dcp-main"),
            agentProfile: { kind: "Stateless" },
            fabricProfile: {
                kind: "Vmss",
                sku: { name: "Standard_D4ads_v5" },
                images: [{ wellKnownImageName: "ubuntu-24.04", buffer: "*" }],
                networkProfile: { subnetId: `${networkId}/subnets/snet-pool` },
            },
            organizationProfile: {
                kind: "AzureDevOps",
                organizations: [{ url: "https://dev.azure.com/acme", projects: ["web"] }],
                permissionProfile: { kind: "CreatorOnly" },
            },
            identity,
        },
        id: at("Microsoft.DevOpsInfrastructure/pools/mdp-acme"),
        update: { maximumConcurrency: 8 },
        replace: { poolName: "mdp-other" },
    },
    {
        type: "azure-native:maintenance:MaintenanceConfiguration",
        inputs: {
            ...placed,
            resourceName: "mc-main",
            maintenanceScope: "InGuestPatch",
            extensionProperties: { InGuestPatchMode: "User" },
            startDateTime: "2026-12-01 03:00",
            duration: "03:00",
            timeZone: "UTC",
            recurEvery: "Week Sunday",
            installPatches: {
                rebootSetting: "IfRequired",
                linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
            },
        },
        id: at("Microsoft.Maintenance/maintenanceConfigurations/mc-main"),
        update: { duration: "02:00" },
        replace: { resourceName: "mc-other" },
    },
    {
        type: "azure-native:maintenance:ConfigurationAssignment",
        inputs: {
            ...inGroup,
            location: "uksouth",
            providerName: "Microsoft.Compute",
            resourceType: "virtualMachineScaleSets",
            resourceName: "vmss-main",
            configurationAssignmentName: "patches",
            maintenanceConfigurationId: at(
                "Microsoft.Maintenance/maintenanceConfigurations/mc-main",
            ),
        },
        id: `${setId}/providers/Microsoft.Maintenance/configurationAssignments/patches`,
        replace: { resourceName: "vmss-other" },
    },
    {
        type: "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup",
        inputs: {
            ...placed,
            configurationAssignmentName: "all",
            maintenanceConfigurationId: at(
                "Microsoft.Maintenance/maintenanceConfigurations/mc-main",
            ),
            filter: { osTypes: ["Linux"] },
        },
        id: at("Microsoft.Maintenance/configurationAssignments/all"),
        update: { filter: { osTypes: ["Windows"] } },
        replace: { configurationAssignmentName: "other" },
    },
    {
        type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
        inputs: {
            location: "uksouth",
            configurationAssignmentName: "all",
            maintenanceConfigurationId: at(
                "Microsoft.Maintenance/maintenanceConfigurations/mc-main",
            ),
        },
        id: `/subscriptions/${subscription}/providers/Microsoft.Maintenance/configurationAssignments/all`,
        update: { filter: { osTypes: ["Windows"] } },
        replace: { configurationAssignmentName: "other" },
    },
];
