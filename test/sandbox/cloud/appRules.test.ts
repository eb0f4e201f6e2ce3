import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { network, openAzure, type AzureBench } from "./azureBench";
import { at, placed } from "./everything";
import { azureAppSamples } from "./everythingAzureApps";
import type { Props } from "./support";

const sample = (type: string): Props =>
    azureAppSamples.find((one) => one.type === `azure-native:${type}`)?.inputs ?? {};

describe("where releases land in the emulated Azure", () => {
    let azure: AzureBench;
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    it("has each registry name once in the world, closed ones in Premium only", async () => {
        const type = "containerregistry:Registry";
        const made = await azure.up(type, sample(type));
        assert.equal(made.outputs.loginServer, "crmain.azurecr.io");
        await azure.up("resources:ResourceGroup", { ...placed, resourceGroupName: "rg-other" });
        const elsewhere = {
            ...sample(type),
            resourceGroupName: "rg-other",
            registryName: "CRmain",
        };
        await azure.refused(type, elsewhere, /"AlreadyInUse"/);
        const basic = { ...sample(type), registryName: "crbasic", sku: { name: "Basic" } };
        await azure.refused(
            type,
            basic,
            /publicNetworkAccess 'Disabled' is supported .* Premium only/,
        );
        const open = { ...sample(type), registryName: "cropen", publicNetworkAccess: "Enabled" };
        await azure.refused(type, open, /"ExportPolicyDisableNotAllowed"/);
        const zoned = { ...sample(type), zoneRedundancy: "Enabled" };
        await azure.kept(type, made.id, zoned, /"PropertyChangeNotAllowed".*zoneRedundancy/);
    });

    it("runs apps on plans that stand and holds those, slots where the plan has any", async () => {
        const app = sample("web:WebApp");
        await azure.refused("web:WebApp", app, /"InvalidResourceReference".*plan-main/);
        const plan = sample("web:AppServicePlan");
        const small = await azure.up("web:AppServicePlan", { ...plan, sku: { name: "B1" } });
        const made = await azure.up("web:WebApp", app);
        assert.equal(made.outputs.defaultHostName, "app-acme.azurewebsites.net");
        await azure.held("web:AppServicePlan", small.id, /"ServerFarmInUse".*app-acme/);
        const slot = sample("web:WebAppSlot");
        await azure.refused("web:WebAppSlot", slot, /exceed the number of slots/);
        await azure.bench.engine.update("azure-native:web:AppServicePlan", small.id, plan);
        const next = await azure.up("web:WebAppSlot", slot);
        assert.equal(next.outputs.defaultHostName, "app-acme-next.azurewebsites.net");
        await azure.bench.engine.delete("azure-native:web:WebApp", made.id);
        const gone = await azure.bench.engine.read("azure-native:web:WebAppSlot", next.id);
        assert.equal(gone.id, "", "slots go with their app");
    });

    it("gives all traffic of a container app away, and secrets that are there", async () => {
        const type = "app:ContainerApp";
        const app = sample(type);
        await azure.refused(type, app, /"InvalidResourceReference".*cae-main/);
        const made = await azure.up("app:ManagedEnvironment", sample("app:ManagedEnvironment"));
        const traffic = [{ latestRevision: true, weight: 60 }];
        const ingress = { ...app, configuration: { ingress: { traffic } } };
        await azure.refused(type, ingress, /must add up to 100, they are 60/);
        const env = [{ name: "TOKEN", secretRef: "token" }];
        const containers = [{ name: "main", image: "web", env }];
        const secretive = { ...app, template: { containers } };
        await azure.refused(type, secretive, /SecretRef 'token' is not among the secrets/);
        const built = await azure.up(type, app);
        const fqdn = String(built.outputs.latestRevisionFqdn);
        assert.ok(fqdn.endsWith(String(made.outputs.defaultDomain)), fqdn);
        await azure.held("app:ManagedEnvironment", made.id, /HasContainerApps.*ca-web/);
        const job = sample("app:Job");
        const idle = { ...job, configuration: { replicaTimeout: 1, triggerType: "Event" } };
        await azure.refused("app:Job", idle, /configuration\.eventTriggerConfig is required/);
        const named = await azure.check(type, { ...app, containerAppName: "CA_Web" });
        assert.match(named, /2 to 32 lower-case letters/);
    });

    it("stands an environment in a subnet and keeps it there", async () => {
        const subnet = await network(azure, "snet", "10.0.2.0/23");
        const inputs = {
            ...placed,
            environmentName: "cae",
            vnetConfiguration: { infrastructureSubnetId: subnet, internal: true },
        };
        const made = await azure.up("app:ManagedEnvironment", inputs);
        await azure.held("network:Subnet", subnet, /"InUseSubnetCannotBeDeleted".*cae/);
        const moved = { ...inputs, vnetConfiguration: { internal: false } };
        await azure.kept("app:ManagedEnvironment", made.id, moved, /vnetConfiguration/);
    });

    it("signs with profiles of an account that stands, whose validation never changes", async () => {
        const type = "codesigning:CertificateProfile";
        await azure.refused(type, sample(type), /"ParentResourceNotFound"/);
        const account = "codesigning:CodeSigningAccount";
        const made = await azure.up(account, sample(account));
        assert.equal(made.outputs.accountUri, "https://uksouth.codesigning.azure.net/");
        const profile = await azure.up(type, sample(type));
        const trusted = { ...sample(type), profileType: "PublicTrust" };
        await azure.kept(type, profile.id, trusted, /"PropertyChangeNotAllowed".*profileType/);
        await azure.bench.engine.delete(`azure-native:${account}`, made.id);
        const left = at("Microsoft.CodeSigning/codeSigningAccounts/sign-main");
        const read = await azure.bench.engine.read(
            `azure-native:${type}`,
            `${left}/certificateProfiles/release`,
        );
        assert.equal(read.id, "");
    });
});
