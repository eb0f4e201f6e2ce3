import { anything, choice, flag, list, number, object, required, secret, text } from "../shape";
import { reference } from "./arm";

export const keyVaultSecretReferenceShape = object({
    secretUrl: required(text),
    sourceVault: required(reference),
});
const virtualMachineScaleSetPublicIPAddressConfigurationShape = object({
    deleteOption: choice("Delete", "Detach"),
    dnsSettings: object({
        domainNameLabel: required(text),
        domainNameLabelScope: choice(
            "TenantReuse",
            "SubscriptionReuse",
            "ResourceGroupReuse",
            "NoReuse",
        ),
    }),
    idleTimeoutInMinutes: number,
    ipTags: list(object({ ipTagType: text, tag: text })),
    name: required(text),
    publicIPAddressVersion: choice("IPv4", "IPv6"),
    publicIPPrefix: reference,
    sku: object({ name: choice("Basic", "Standard"), tier: choice("Regional", "Global") }),
});
const virtualMachineScaleSetIPConfigurationShape = object({
    applicationGatewayBackendAddressPools: list(reference),
    applicationSecurityGroups: list(reference),
    loadBalancerBackendAddressPools: list(reference),
    loadBalancerInboundNatPools: list(reference),
    name: required(text),
    primary: flag,
    privateIPAddressVersion: choice("IPv4", "IPv6"),
    publicIPAddressConfiguration: virtualMachineScaleSetPublicIPAddressConfigurationShape,
    subnet: reference,
});
const virtualMachineScaleSetNetworkConfigurationShape = object({
    auxiliaryMode: choice("None", "AcceleratedConnections", "Floating"),
    auxiliarySku: choice("None", "A1", "A2", "A4", "A8"),
    deleteOption: choice("Delete", "Detach"),
    disableTcpStateTracking: flag,
    dnsSettings: object({ dnsServers: list(text) }),
    enableAcceleratedNetworking: flag,
    enableFpga: flag,
    enableIPForwarding: flag,
    ipConfigurations: required(list(virtualMachineScaleSetIPConfigurationShape)),
    name: required(text),
    networkSecurityGroup: reference,
    primary: flag,
});
const hostEndpointSettingsShape = object({
    inVMAccessControlProfileReferenceId: text,
    mode: choice("Audit", "Enforce", "Disabled"),
});
const virtualMachineScaleSetManagedDiskParametersShape = object({
    diskEncryptionSet: reference,
    securityProfile: object({
        diskEncryptionSet: reference,
        securityEncryptionType: choice(
            "VMGuestStateOnly",
            "DiskWithVMGuestState",
            "NonPersistedTPM",
        ),
    }),
    storageAccountType: choice(
        "Standard_LRS",
        "Premium_LRS",
        "StandardSSD_LRS",
        "UltraSSD_LRS",
        "Premium_ZRS",
        "StandardSSD_ZRS",
        "PremiumV2_LRS",
    ),
});
const virtualMachineScaleSetDataDiskShape = object({
    caching: choice("None", "ReadOnly", "ReadWrite"),
    createOption: required(choice("FromImage", "Empty", "Attach", "Copy", "Restore")),
    deleteOption: choice("Delete", "Detach"),
    diskIOPSReadWrite: number,
    diskMBpsReadWrite: number,
    diskSizeGB: number,
    lun: required(number),
    managedDisk: virtualMachineScaleSetManagedDiskParametersShape,
    name: text,
    writeAcceleratorEnabled: flag,
});
const virtualMachineScaleSetOSDiskShape = object({
    caching: choice("None", "ReadOnly", "ReadWrite"),
    createOption: required(choice("FromImage", "Empty", "Attach", "Copy", "Restore")),
    deleteOption: choice("Delete", "Detach"),
    diffDiskSettings: object({
        option: choice("Local"),
        placement: choice("CacheDisk", "ResourceDisk", "NvmeDisk"),
    }),
    diskSizeGB: number,
    image: object({ uri: text }),
    managedDisk: virtualMachineScaleSetManagedDiskParametersShape,
    name: text,
    osType: choice("Windows", "Linux"),
    vhdContainers: list(text),
    writeAcceleratorEnabled: flag,
});

export const virtualMachineScaleSetVMProfileShape = object({
    applicationProfile: object({
        galleryApplications: list(
            object({
                configurationReference: text,
                enableAutomaticUpgrade: flag,
                order: number,
                packageReferenceId: required(text),
                tags: text,
                treatFailureAsDeploymentFailure: flag,
            }),
        ),
    }),
    billingProfile: object({ maxPrice: number }),
    capacityReservation: object({ capacityReservationGroup: reference }),
    diagnosticsProfile: object({ bootDiagnostics: object({ enabled: flag, storageUri: text }) }),
    evictionPolicy: choice("Deallocate", "Delete"),
    extensionProfile: object({
        extensions: list(
            object({
                autoUpgradeMinorVersion: flag,
                enableAutomaticUpgrade: flag,
                forceUpdateTag: text,
                name: text,
                protectedSettings: secret(anything),
                protectedSettingsFromKeyVault: keyVaultSecretReferenceShape,
                provisionAfterExtensions: list(text),
                publisher: text,
                settings: anything,
                suppressFailures: flag,
                type: text,
                typeHandlerVersion: text,
            }),
        ),
        extensionsTimeBudget: text,
    }),
    hardwareProfile: object({
        vmSizeProperties: object({ vCPUsAvailable: number, vCPUsPerCore: number }),
    }),
    licenseType: text,
    networkProfile: object({
        healthProbe: reference,
        networkApiVersion: choice("2020-11-01", "2022-11-01"),
        networkInterfaceConfigurations: list(virtualMachineScaleSetNetworkConfigurationShape),
    }),
    osProfile: object({
        adminPassword: secret(text),
        adminUsername: text,
        allowExtensionOperations: flag,
        computerNamePrefix: text,
        customData: text,
        linuxConfiguration: object({
            disablePasswordAuthentication: flag,
            enableVMAgentPlatformUpdates: flag,
            patchSettings: object({
                assessmentMode: choice("ImageDefault", "AutomaticByPlatform"),
                automaticByPlatformSettings: object({
                    bypassPlatformSafetyChecksOnUserSchedule: flag,
                    rebootSetting: choice("Unknown", "IfRequired", "Never", "Always"),
                }),
                patchMode: choice("ImageDefault", "AutomaticByPlatform"),
            }),
            provisionVMAgent: flag,
            ssh: object({ publicKeys: list(object({ keyData: text, path: text })) }),
        }),
        requireGuestProvisionSignal: flag,
        secrets: list(
            object({
                sourceVault: reference,
                vaultCertificates: list(object({ certificateStore: text, certificateUrl: text })),
            }),
        ),
        windowsConfiguration: object({
            additionalUnattendContent: list(
                object({
                    componentName: choice("Microsoft-Windows-Shell-Setup"),
                    content: text,
                    passName: choice("OobeSystem"),
                    settingName: choice("AutoLogon", "FirstLogonCommands"),
                }),
            ),
            enableAutomaticUpdates: flag,
            patchSettings: object({
                assessmentMode: choice("ImageDefault", "AutomaticByPlatform"),
                automaticByPlatformSettings: object({
                    bypassPlatformSafetyChecksOnUserSchedule: flag,
                    rebootSetting: choice("Unknown", "IfRequired", "Never", "Always"),
                }),
                enableHotpatching: flag,
                patchMode: choice("Manual", "AutomaticByOS", "AutomaticByPlatform"),
            }),
            provisionVMAgent: flag,
            timeZone: text,
            winRM: object({
                listeners: list(
                    object({ certificateUrl: text, protocol: choice("Http", "Https") }),
                ),
            }),
        }),
    }),
    priority: choice("Regular", "Low", "Spot"),
    scheduledEventsProfile: object({
        osImageNotificationProfile: object({ enable: flag, notBeforeTimeout: text }),
        terminateNotificationProfile: object({ enable: flag, notBeforeTimeout: text }),
    }),
    securityPostureReference: object({
        excludeExtensions: list(text),
        id: required(text),
        isOverridable: flag,
    }),
    securityProfile: object({
        encryptionAtHost: flag,
        encryptionIdentity: object({ userAssignedIdentityResourceId: text }),
        proxyAgentSettings: object({
            enabled: flag,
            imds: hostEndpointSettingsShape,
            keyIncarnationId: number,
            mode: choice("Audit", "Enforce"),
            wireServer: hostEndpointSettingsShape,
        }),
        securityType: choice("TrustedLaunch", "ConfidentialVM"),
        uefiSettings: object({ secureBootEnabled: flag, vTpmEnabled: flag }),
    }),
    serviceArtifactReference: object({ id: text }),
    storageProfile: object({
        dataDisks: list(virtualMachineScaleSetDataDiskShape),
        diskControllerType: choice("SCSI", "NVMe"),
        imageReference: object({
            communityGalleryImageId: text,
            id: text,
            offer: text,
            publisher: text,
            sharedGalleryImageId: text,
            sku: text,
            version: text,
        }),
        osDisk: virtualMachineScaleSetOSDiskShape,
    }),
    userData: text,
});
