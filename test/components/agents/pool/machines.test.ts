import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { nobodysKey } from "../../../../components/agents/nobodysKey";
import {
    bootOf,
    build,
    github,
    machines,
    pools,
    profileOf,
    scaleSetOf,
    scaleSets,
    subscription,
} from "./samples";

describe("the machines of an agent pool", () => {
    it("a machine of a scale set starts by trusted launch, with secure boot and a virtual TPM, and is encrypted at the host", async () => {
        for (const args of scaleSets) {
            const { recording } = await build(args);
            assert.deepEqual(profileOf(recording).securityProfile, {
                securityType: "TrustedLaunch",
                uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
                encryptionAtHost: true,
            });
        }
    });

    it("its operating system lies on a disk of the host, which is gone with the machine", async () => {
        for (const args of scaleSets) {
            const { osDisk } = profileOf((await build(args)).recording).storageProfile ?? {};
            assert.deepEqual(osDisk, {
                createOption: "FromImage",
                caching: "ReadOnly",
                diffDiskSettings: { option: "Local", placement: "ResourceDisk" },
                managedDisk: { storageAccountType: "Standard_LRS" },
                deleteOption: "Delete",
            });
        }
    });

    it("it has no password, no public address, and no SSH key whose private half anybody has", async () => {
        for (const args of scaleSets) {
            const { recording } = await build(args);
            const { osProfile, networkProfile } = profileOf(recording);
            const linux = osProfile?.linuxConfiguration as Record<string, unknown>;
            assert.equal(linux.disablePasswordAuthentication, true);
            assert.ok(!("adminPassword" in (osProfile ?? {})));
            const { publicKeys } = linux.ssh as { publicKeys: { keyData: string }[] };
            // test/components/agents/pool/nobodysKey.test.ts shows that this one is nobody's.
            assert.deepEqual(
                publicKeys.map(({ keyData }) => keyData),
                [nobodysKey.publicKey],
            );
            assert.ok(!JSON.stringify(networkProfile).includes("publicIP"));
            assert.ok(recording.all("network:PublicIPAddress").length === 0);
        }
    });

    it('its image is one exact version, never "latest"', async () => {
        for (const args of scaleSets) {
            const { storageProfile } = profileOf((await build(args)).recording);
            assert.deepEqual(storageProfile?.imageReference, machines.image);
        }
        const id = `${subscription}/resourceGroups/rg/providers/Microsoft.Compute/galleries/gal/images/agent/versions/1.2.3`;
        const { ephemeral } = pools.github;
        const own = { ...machines, image: { galleryVersionId: id } };
        const { recording } = await build({
            ...pools.github,
            ephemeral: { ...ephemeral, machines: own },
        });
        assert.deepEqual(profileOf(recording).storageProfile?.imageReference, { id });
    });

    it("its boot program holds no secret", async () => {
        for (const args of scaleSets) {
            const { recording } = await build(args);
            const boot = bootOf(recording);
            assert.match(boot, /^#!\/bin\/bash\n/);
            // Nothing of what a pool is given is secret; what the machine needs it signs or asks for.
            assert.doesNotMatch(boot, /-----BEGIN|\bgh[pousr]_[A-Za-z0-9]{20}|AccountKey=|\bAKIA/);
            assert.ok(!("userData" in profileOf(recording)));
        }
    });

    it("waiting machines of an `ephemeral` pool are patched by the platform every day", async () => {
        for (const args of [pools.github, pools.azureDevOps]) {
            const { recording } = await build(args);
            const linux = profileOf(recording).osProfile?.linuxConfiguration as object;
            assert.deepEqual("patchSettings" in linux && linux.patchSettings, {
                patchMode: "AutomaticByPlatform",
                assessmentMode: "AutomaticByPlatform",
                automaticByPlatformSettings: {
                    rebootSetting: "Never",
                    bypassPlatformSafetyChecksOnUserSchedule: true,
                },
            });
            const window = recording.one("maintenance:MaintenanceConfiguration");
            assert.equal(window.inputs.maintenanceScope, "InGuestPatch");
            assert.equal(window.inputs.recurEvery, "Day");
            assert.match(String(window.inputs.startDateTime), /^20\d\d-\d\d-\d\d 03:00$/);
            const assigned = recording.one("maintenance:ConfigurationAssignmentsForResourceGroup");
            assert.deepEqual(assigned.dependencies, [`${window.type} ${window.name}`]);
            assert.equal(assigned.inputs.resourceGroupName, "rg-agents");
        }
    });

    it("an `ephemeral` machine that falls silent is replaced, not reimaged, and told five minutes before", async () => {
        for (const args of [pools.github, pools.azureDevOps]) {
            const { recording } = await build(args);
            assert.deepEqual(scaleSetOf(recording).inputs.automaticRepairsPolicy, {
                enabled: true,
                gracePeriod: "PT10M",
                repairAction: "Replace",
            });
            const { extensionProfile, scheduledEventsProfile } = profileOf(recording);
            const extensions = extensionProfile?.extensions as {
                type: string;
                settings: Record<string, unknown>;
            }[];
            const asked = extensions.find(({ type }) => type === "ApplicationHealthLinux");
            // Both ends agree on where the machine says that it is healthy.
            const { protocol, port } = asked?.settings ?? {};
            assert.deepEqual({ protocol, port }, { protocol: "http", port: 8484 });
            assert.match(bootOf(recording), /^health_port='?8484'?$/m);
            assert.deepEqual(scheduledEventsProfile?.terminateNotificationProfile, {
                enable: true,
                notBeforeTimeout: "PT5M",
            });
        }
    });

    it("are guarded against their own metadata service on request", async () => {
        const guarded = { ...machines, metadataGuard: true };
        const ephemeral = { machines: guarded, instances: 1, github };
        const { recording } = await build({ ...pools.github, ephemeral });
        assert.deepEqual(profileOf(recording).securityProfile?.proxyAgentSettings, {
            enabled: true,
            imds: { mode: "Enforce" },
            wireServer: { mode: "Enforce" },
        });
    });
});
