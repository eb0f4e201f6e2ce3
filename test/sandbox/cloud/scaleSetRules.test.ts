import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { network, openAzure, type AzureBench } from "./azureBench";
import { at, placed } from "./everything";
import type { Props } from "./support";

const scaleSet = "compute:VirtualMachineScaleSet";
const health = {
    name: "health",
    type: "ApplicationHealthLinux",
    publisher: "Microsoft.ManagedServices",
};
const linux = (more: Props = {}): Props => ({
    adminUsername: "agent",
    linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: { publicKeys: [{ keyData: "ssh-rsa AAAA" }] },
        ...more,
    },
});
const uniform: Props = {
    ...placed,
    vmScaleSetName: "vmss",
    orchestrationMode: "Uniform",
    upgradePolicy: { mode: "Manual" },
    sku: { name: "Standard_D4ds_v5", capacity: 1 },
};
const flexible: Props = {
    ...placed,
    vmScaleSetName: "vmss",
    orchestrationMode: "Flexible",
    platformFaultDomainCount: 1,
};
const byPlatform = { patchSettings: { patchMode: "AutomaticByPlatform" } };
const ephemeral = { createOption: "FromImage", diffDiskSettings: { option: "Local" } };
const image = {
    publisher: "Canonical",
    offer: "ubuntu-24_04-lts",
    sku: "server",
    version: "latest",
};
const rolling = { mode: "Rolling", automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: true } };

/** Name, inputs, and words of the refusal; none where it is taken. */
const cases: readonly [string, Props, RegExp?][] = [
    ["take a plain uniform set", uniform],
    [
        "want an upgrade policy of a uniform set",
        { ...uniform, upgradePolicy: {} },
        /'upgradePolicy'/,
    ],
    ["want a capacity of a uniform set", { ...uniform, sku: { name: "A" } }, /'sku\.capacity'/],
    [
        "want fault domains of a flexible set",
        { ...flexible, platformFaultDomainCount: null },
        /platformFaultDomainCount is required/,
    ],
    [
        "take no overprovisioning in a flexible set",
        { ...flexible, overprovision: true },
        /overprovision/,
    ],
    [
        "take no network version in a uniform set",
        {
            ...uniform,
            virtualMachineProfile: { networkProfile: { networkApiVersion: "2020-11-01" } },
        },
        /for orchestration mode Flexible only/,
    ],
    [
        "want a way to log in",
        { ...uniform, virtualMachineProfile: { osProfile: linux({ ssh: { publicKeys: [] } }) } },
        /publicKeys is missing/,
    ],
    [
        "want a password where passwords are allowed",
        {
            ...uniform,
            virtualMachineProfile: {
                osProfile: linux({ disablePasswordAuthentication: false, ssh: {} }),
            },
        },
        /'osProfile\.adminPassword' is missing/,
    ],
    [
        "want cloud-init in base64",
        {
            ...uniform,
            virtualMachineProfile: { osProfile: { ...linux(), customData: "#cloud-config" } },
        },
        /customData must be base64/,
    ],
    [
        "patch by platform in a flexible set only",
        { ...uniform, virtualMachineProfile: { osProfile: linux(byPlatform) } },
        /not supported for orchestration mode Uniform/,
    ],
    [
        "patch a flexible set by platform",
        { ...flexible, virtualMachineProfile: { osProfile: linux(byPlatform) } },
    ],
    [
        "upgrade in waves only where health is told",
        { ...uniform, upgradePolicy: rolling },
        /health probe or health extension was not provided/,
    ],
    [
        "upgrade in waves where an extension tells health",
        {
            ...uniform,
            upgradePolicy: rolling,
            virtualMachineProfile: { extensionProfile: { extensions: [health] } },
        },
    ],
    [
        "repair only where health is told",
        { ...uniform, automaticRepairsPolicy: { enabled: true } },
        /Automatic repairs are not supported/,
    ],
    [
        "never upgrade and patch at once",
        {
            ...uniform,
            upgradePolicy: rolling,
            virtualMachineProfile: {
                extensionProfile: { extensions: [health] },
                osProfile: linux(byPlatform),
            },
        },
        /cannot be combined with patchMode/,
    ],
    [
        "read ephemeral disks only",
        {
            ...uniform,
            virtualMachineProfile: { storageProfile: { imageReference: image, osDisk: ephemeral } },
        },
        /caching ReadOnly/,
    ],
    [
        "take ephemeral disks of an image",
        {
            ...uniform,
            virtualMachineProfile: {
                storageProfile: {
                    imageReference: image,
                    osDisk: { ...ephemeral, caching: "ReadOnly" },
                },
            },
        },
    ],
    [
        "want an image that stands",
        {
            ...uniform,
            virtualMachineProfile: {
                storageProfile: {
                    imageReference: { id: at("Microsoft.Compute/galleries/g/images/none") },
                },
            },
        },
        /"InvalidResourceReference"/,
    ],
    [
        "want identities that stand",
        {
            ...uniform,
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: [
                    at("Microsoft.ManagedIdentity/userAssignedIdentities/none"),
                ],
            },
        },
        /"FailedIdentityOperation"/,
    ],
];

describe("scale sets of the emulated Azure", () => {
    let azure: AzureBench;
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    for (const [name, inputs, words] of cases) {
        it(name, async () => {
            if (words === undefined) {
                assert.ok((await azure.up(scaleSet, inputs)).id);
            } else {
                await azure.refused(scaleSet, inputs, words);
            }
        });
    }

    it("keep how they are orchestrated, and the subnet they stand in", async () => {
        const place = await network(azure, "snet", "10.0.1.0/24");
        const configuration = { name: "ip", subnet: { id: place } };
        const cards = [{ name: "nic", ipConfigurations: [configuration] }];
        const virtualMachineProfile = { networkProfile: { networkInterfaceConfigurations: cards } };
        const made = await azure.up(scaleSet, { ...uniform, virtualMachineProfile });
        await azure.held("network:Subnet", place, /"InUseSubnetCannotBeDeleted".*vmss/);
        const turned = { ...flexible, virtualMachineProfile };
        await azure.kept(
            scaleSet,
            made.id,
            turned,
            /"PropertyChangeNotAllowed".*orchestrationMode/,
        );
    });
});
