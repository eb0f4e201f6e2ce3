import type { input } from "@pulumi/azure-native/types";
import * as pulumi from "@pulumi/pulumi";

import { agentFacts } from "./agentFacts";
import type { AgentMachines } from "./azureAgentPoolArgs";
import { nobodysKey } from "./nobodysKey";

/** What differs from one kind of scale set to the other. */
export interface MachinePlan {
    machines: AgentMachines;
    subnetId: pulumi.Input<string>;
    /** The boot program, in clear. */
    boot: pulumi.Input<string>;
    /** Machines of a Flexible set are patched inside; those of a Uniform set cannot be. */
    flexible: boolean;
    extensions: input.compute.VirtualMachineScaleSetExtensionArgs[];
}

const adminUser = "gatehouse";

/** How every machine of a scale set is made. */
export function machineProfile(
    plan: MachinePlan,
): input.compute.VirtualMachineScaleSetVMProfileArgs {
    const { machines, extensions } = plan;
    return {
        securityProfile: {
            securityType: "TrustedLaunch",
            uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
            encryptionAtHost: true,
            ...(machines.metadataGuard === true ? guardedMetadata : {}),
        },
        storageProfile: {
            imageReference: imageReference(machines),
            osDisk: {
                createOption: "FromImage",
                // The only caching of a disk that is local to the host.
                caching: "ReadOnly",
                diffDiskSettings: {
                    option: "Local",
                    placement: machines.diskPlacement ?? "ResourceDisk",
                },
                managedDisk: { storageAccountType: "Standard_LRS" },
                deleteOption: "Delete",
            },
        },
        osProfile: osProfile(plan),
        networkProfile: networkProfile(plan),
        ...(extensions.length > 0 ? { extensionProfile: { extensions } } : {}),
        scheduledEventsProfile: {
            terminateNotificationProfile: {
                enable: true,
                notBeforeTimeout: agentFacts.terminateNotice,
            },
        },
    };
}

const guardedMetadata = {
    proxyAgentSettings: {
        enabled: true,
        imds: { mode: "Enforce" },
        wireServer: { mode: "Enforce" },
    },
};

function imageReference({ image }: AgentMachines): input.compute.ImageReferenceArgs {
    const { galleryVersionId, publisher, offer, sku, version } = image;
    return galleryVersionId === undefined
        ? { publisher, offer, sku, version }
        : { id: galleryVersionId };
}

function osProfile({
    boot,
    flexible,
}: MachinePlan): input.compute.VirtualMachineScaleSetOSProfileArgs {
    return {
        computerNamePrefix: "agent",
        adminUsername: adminUser,
        customData: pulumi.output(boot).apply((text) => Buffer.from(text).toString("base64")),
        linuxConfiguration: {
            disablePasswordAuthentication: true,
            provisionVMAgent: true,
            ssh: {
                publicKeys: [
                    {
                        path: `/home/${adminUser}/.ssh/authorized_keys`,
                        keyData: nobodysKey.publicKey,
                    },
                ],
            },
            ...(flexible ? { patchSettings: patchedByPlatform } : {}),
        },
    };
}

/** Patched in the pool's window, and only then: the bypass is what hands the timing to the window. */
const patchedByPlatform = {
    patchMode: "AutomaticByPlatform",
    assessmentMode: "AutomaticByPlatform",
    automaticByPlatformSettings: {
        rebootSetting: "Never",
        bypassPlatformSafetyChecksOnUserSchedule: true,
    },
};

function networkProfile({
    subnetId,
    flexible,
}: MachinePlan): input.compute.VirtualMachineScaleSetNetworkProfileArgs {
    return {
        ...(flexible ? { networkApiVersion: agentFacts.networkApiVersion } : {}),
        networkInterfaceConfigurations: [
            {
                name: "nic",
                primary: true,
                enableIPForwarding: false,
                deleteOption: "Delete",
                // Without publicIPAddressConfiguration there is no public address.
                ipConfigurations: [{ name: "ip", primary: true, subnet: { id: subnetId } }],
            },
        ],
    };
}
