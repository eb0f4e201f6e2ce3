import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { network, openAzure, subnet, type AzureBench } from "./azureBench";
import { azureComputeSamples } from "./everythingAzureCompute";
import { at, placed } from "./everything";
import type { Props } from "./support";

describe("machines of the emulated Azure", () => {
    let azure: AzureBench;
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    it("have one extension of a kind", async () => {
        await azure.up("compute:VirtualMachineScaleSet", {
            ...placed,
            vmScaleSetName: "vmss",
            upgradePolicy: { mode: "Manual" },
            sku: { name: "Standard_D4ds_v5", capacity: 1 },
        });
        const extension = (name: string) => ({
            resourceGroupName: "rg-main",
            vmScaleSetName: "vmss",
            vmssExtensionName: name,
            publisher: "Microsoft.Azure.Monitor",
            type: "AzureMonitorLinuxAgent",
        });
        const type = "compute:VirtualMachineScaleSetExtension";
        await azure.up(type, extension("a"));
        await azure.refused(type, extension("b"), /Multiple VMExtensions per handler/);
        await azure.refused(
            type,
            { ...extension("c"), vmScaleSetName: "none" },
            /"ParentResourceNotFound"/,
        );
    });

    it("name images apart and keep a gallery that has any", async () => {
        const [gallery, image, version] = azureComputeSamples.map(({ inputs }) => inputs);
        const made = await azure.up("compute:Gallery", gallery ?? {});
        await azure.up("compute:GalleryImage", image ?? {});
        const twin = { ...image, galleryImageName: "twin" };
        await azure.refused(
            "compute:GalleryImage",
            twin,
            /combination of publisher, offer and sku/,
        );
        await azure.held("compute:Gallery", made.id, /"CannotDeleteResource".*nested resources/);
        const empty = { ...version, storageProfile: {} };
        await azure.refused("compute:GalleryImageVersion", empty, /needs a source/);
        const named = { ...version, galleryImageVersionName: "1.0" };
        assert.match(
            await azure.check("compute:GalleryImageVersion", named),
            /three whole numbers/,
        );
    });

    it("lend a subnet to one pool, which is given to it", async () => {
        const samples = new Map(azureComputeSamples.map(({ type, inputs }) => [type, inputs]));
        for (const type of ["devcenter:DevCenter", "devcenter:Project"]) {
            await azure.up(type, samples.get(`azure-native:${type}`) ?? {});
        }
        const bare = await network(azure, "bare", "10.0.1.0/24");
        const serviceName = "Microsoft.DevOpsInfrastructure/pools";
        const given = await subnet(azure, "given", "10.0.2.0/24", {
            delegations: [{ name: "pool", serviceName }],
        });
        const { identity, ...sample } = samples.get("azure-native:devopsinfrastructure:Pool") ?? {};
        const pool = (poolName: string, subnetId: string) => ({
            ...sample,
            poolName,
            fabricProfile: { ...(sample.fabricProfile as Props), networkProfile: { subnetId } },
        });
        const type = "devopsinfrastructure:Pool";
        await azure.refused(type, pool("mdp-a", bare), /must be delegated to Microsoft\.DevOps/);
        await azure.refused(
            type,
            { ...pool("mdp-a", given), identity },
            /"FailedIdentityOperation"/,
        );
        const organizations = [3, 2].map((parallelism, i) => ({
            url: `https://dev.azure.com/acme${i}`,
            parallelism,
        }));
        const shared = { ...(sample.organizationProfile as Props), organizations };
        await azure.refused(
            type,
            { ...pool("mdp-a", given), organizationProfile: shared },
            /sum of parallelism for all organizations must equal/,
        );
        await azure.up(type, pool("mdp-a", given));
        await azure.refused(type, pool("mdp-b", given), /"SubnetInUse".*mdp-a/);
        const none = { ...pool("mdp-c", given), devCenterProjectResourceId: "/subscriptions/none" };
        await azure.refused(type, none, /"InvalidResourceReference"/);
        const wild = { ...pool("mdp-d", given), organizationProfile: { kind: "GitLab" } };
        assert.match(await azure.check(type, wild), /"GitLab" is not one of AzureDevOps, GitHub/);
        const center = at("Microsoft.DevCenter/devcenters/dc-main");
        await azure.held("devcenter:DevCenter", center, /in use by .*dcp-main/);
    });

    it("want a window to patch machines in", async () => {
        const inputs = { ...placed, resourceName: "mc", maintenanceScope: "InGuestPatch" };
        const type = "maintenance:MaintenanceConfiguration";
        await azure.refused(type, inputs, /needs startDateTime, duration, .*InGuestPatchMode/);
        const window = {
            ...inputs,
            extensionProperties: { InGuestPatchMode: "User" },
            startDateTime: "2026-12-01 03:00",
            timeZone: "UTC",
            recurEvery: "Day",
            installPatches: {},
        };
        await azure.refused(type, { ...window, duration: "05:00" }, /between 01:30 and 03:55/);
        assert.ok((await azure.up(type, { ...window, duration: "03:00" })).id);
    });
});
