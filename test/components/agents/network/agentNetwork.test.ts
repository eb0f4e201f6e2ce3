import assert from "node:assert/strict";
import { mock } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, it } from "mocha";
import { known } from "../../../support/mocks";
import { build, firewallAddress, firewallArgs, natArgs, rulesOf } from "./sampleNetwork";

const both = [natArgs, firewallArgs];
const idOf = (value: unknown) => (value as { id?: string } | undefined)?.id ?? "";

describe("AgentNetwork", () => {
    afterEach(() => {
        mock.restoreAll();
    });

    it("every subnet has no way out that Azure adds by itself, and all but the firewall's have a security group", async () => {
        for (const args of both) {
            const { recording } = await build(args);
            const subnets = recording.all("Subnet");
            assert.equal(subnets.length, args === natArgs ? 2 : 3);
            for (const { inputs } of subnets) {
                assert.equal(inputs.defaultOutboundAccess, false);
                if (inputs.subnetName !== "AzureFirewallSubnet") {
                    assert.match(idOf(inputs.networkSecurityGroup), /NetworkSecurityGroup\/net-/);
                    assert.equal(inputs.privateEndpointNetworkPolicies, "Enabled");
                }
            }
            const endpoints = recording.named("Subnet", "net-endpoints").inputs;
            assert.ok(!("natGateway" in endpoints) && !("routeTable" in endpoints));
        }
    });

    it("everything leaves by one static address, which Pulumi protects from deletion", async () => {
        for (const args of both) {
            const { recording, result } = await build(args);
            const address = recording.one("PublicIPAddress");
            assert.equal(address.protect, true);
            assert.deepEqual(address.inputs.sku, { name: "Standard" });
            assert.equal(address.inputs.publicIPAllocationMethod, "Static");
            assert.equal(await known(result.egressAddress), "203.0.113.7");
            const agents = recording.named("Subnet", "net-agents").inputs;
            if (args === natArgs) {
                const [used] = recording.one("NatGateway").inputs.publicIpAddresses as unknown[];
                assert.match(idOf(used), /net-address$/);
                assert.match(idOf(agents.natGateway), /net-nat$/);
                assert.ok(!("routeTable" in agents));
            } else {
                const [used] = recording.one("AzureFirewall").inputs.ipConfigurations as object[];
                assert.match(
                    idOf((used as Record<string, unknown>).publicIPAddress),
                    /net-address$/,
                );
                assert.ok(!("natGateway" in agents));
            }
        }
    });

    it("each service behind a private endpoint gets a private DNS zone linked to the network", async () => {
        const profiles = ["keyVault", "containerRegistry", "blobStorage", "entra"];
        const { recording, result } = await build(natArgs, { profiles });
        const zones = recording.all("PrivateZone").map(({ inputs }) => inputs.privateZoneName);
        assert.deepEqual(zones, [
            "privatelink.vaultcore.azure.net",
            "privatelink.azurecr.io",
            "privatelink.blob.core.windows.net",
        ]);
        const links = recording.all("VirtualNetworkLink").map(({ inputs }) => inputs);
        assert.deepEqual(
            links.map(({ privateZoneName }) => privateZoneName),
            zones,
        );
        for (const link of links) {
            assert.match(idOf(link.virtualNetwork), /net-network$/);
            assert.equal(link.registrationEnabled, false);
        }
        const ids = await known(result.privateZoneIds);
        assert.deepEqual(Object.keys(ids), zones);
        assert.match(ids["privatelink.azurecr.io"] ?? "", /net-privatelink\.azurecr\.io$/);
    });

    it("connections of the whole network are logged and analysed, and each part that writes a log sends it to the workspace", async () => {
        for (const args of both) {
            const { recording } = await build(args);
            const log = recording.one("FlowLog").inputs;
            assert.match(String(log.targetResourceId), /net-network$/);
            assert.deepEqual(
                [log.enabled, log.storageId, log.resourceGroupName, log.networkWatcherName],
                [true, args.flowLogStorageId, "NetworkWatcherRG", "NetworkWatcher_uksouth"],
            );
            assert.deepEqual(log.flowAnalyticsConfiguration, {
                networkWatcherFlowAnalyticsConfiguration: {
                    enabled: true,
                    workspaceResourceId: args.workspaceId,
                    trafficAnalyticsInterval: 10,
                },
            });
            const settings = recording.all("DiagnosticSetting").map(({ inputs }) => inputs);
            const logged = settings.map(({ resourceUri }) => String(resourceUri).split("/").pop());
            const expected = ["net-address", "net-agents-guard", "net-endpoints-guard"];
            const firewall = args === firewallArgs ? ["net-firewall"] : [];
            assert.deepEqual(logged.toSorted(), [...expected, ...firewall, "net-network"]);
            for (const setting of settings) {
                assert.equal(setting.workspaceId, args.workspaceId);
                assert.deepEqual(setting.logs, [{ categoryGroup: "allLogs", enabled: true }]);
            }
        }
        const { recording } = await build(natArgs, {
            networkWatcherName: "nw",
            networkWatcherGroupName: "rg-watch",
        });
        const { networkWatcherName, resourceGroupName } = recording.one("FlowLog").inputs;
        assert.deepEqual([networkWatcherName, resourceGroupName], ["nw", "rg-watch"]);
    });

    it("a profile that nobody compared with its source for more than 180 days causes a warning", async () => {
        const warn = mock.method(pulumi.log, "warn", () => Promise.resolve());
        await build(natArgs);
        assert.equal(warn.mock.callCount(), 0);
        mock.method(Date, "now", () => Date.parse("2028-01-01T00:00:00Z"));
        await build(natArgs);
        assert.equal(warn.mock.callCount(), 1);
        const [text] = warn.mock.calls[0]?.arguments as unknown as [string];
        assert.match(text, /azureDevOps \(\d+ days\), github \(\d+ days\)/);
        assert.doesNotMatch(text, /keyVault/);
    });

    it("makes its subnets one after the other, the agents' last, when the way out stands", async () => {
        const { recording } = await build(firewallArgs);
        const after = (name: string) => recording.named("Subnet", name).dependencies.join("\n");
        assert.match(after("net-endpoints"), /Subnet net-firewall-subnet/);
        assert.match(after("net-agents"), /Subnet net-endpoints/);
        assert.match(after("net-agents"), /RouteTable net-routes/);
        const { dependencies } = recording.one("AzureFirewall");
        assert.ok(dependencies.some((one) => one.endsWith(" net-firewall-rules")));
    });

    it("hands the agents' subnet to a Managed DevOps Pool when asked to", async () => {
        const subnet = async (more: object) =>
            (await build(natArgs, more)).recording.named("Subnet", "net-agents").inputs;
        assert.ok(!("delegations" in (await subnet({}))));
        assert.deepEqual((await subnet({ delegateToManagedPool: true })).delegations, [
            { name: "managed-pool", serviceName: "Microsoft.DevOpsInfrastructure/pools" },
        ]);
    });

    it("keeps within what Azure accepts as rules", async () => {
        const profiles = natArgs.profiles.concat("azureStorage", "microsoftContainerRegistry");
        const { recording } = await build(natArgs, { profiles });
        for (const subnet of ["snet-agents", "snet-endpoints"]) {
            const rules = rulesOf(recording, subnet);
            const addresses = rules.flatMap((rule) => rule.destinationAddressPrefixes ?? []);
            assert.ok(rules.length <= 1000 && addresses.length <= 4000);
            const keys = rules.flatMap(({ name, direction, priority }) => [
                name,
                `${String(direction)} ${String(priority)}`,
            ]);
            assert.deepEqual(keys.toSorted(), [...new Set(keys)].toSorted());
            for (const { name, priority, description } of rules) {
                assert.match(String(name), /^[a-zA-Z0-9][\w.-]{0,78}\w$/);
                assert.ok(Number(priority) >= 100 && Number(priority) <= 4096);
                assert.ok(String(description).length <= 140);
            }
        }
    });

    it("gives out ids and addresses", async () => {
        const { result } = await build(firewallArgs);
        assert.match(await known(result.networkId), /net-network$/);
        assert.match(await known(result.agentSubnetId), /net-agents$/);
        assert.match(await known(result.endpointSubnetId), /net-endpoints$/);
        assert.match(await known(result.securityGroupId), /net-agents-guard$/);
        assert.ok(result.firewallPrivateAddress);
        assert.equal(await known(result.firewallPrivateAddress), firewallAddress);
        assert.equal((await build(natArgs)).result.firewallPrivateAddress, undefined);
    });

    it("names, tags and places what it makes", async () => {
        const tags = { owner: "platform" };
        const { recording } = await build(firewallArgs, { tags, zones: ["1", "2"] });
        const untagged = ["Subnet", "DiagnosticSetting", "FirewallPolicyRuleCollectionGroup"];
        for (const { type, inputs, custom } of recording.resources) {
            if (custom && !untagged.includes(type.split(":").pop() ?? "")) {
                assert.deepEqual(inputs.tags, tags, type);
            }
        }
        assert.deepEqual(recording.one("AzureFirewall").inputs.zones, ["1", "2"]);
        assert.deepEqual(recording.one("PublicIPAddress").inputs.zones, ["1", "2"]);
        const nat = await build(natArgs, { zones: ["1"] });
        assert.deepEqual(nat.recording.one("NatGateway").inputs.zones, ["1"]);
        assert.equal(recording.one("VirtualNetwork").inputs.virtualNetworkName, "vnet-acme-agents");
        const guards = recording.all("NetworkSecurityGroup").map(({ inputs }) => inputs);
        assert.deepEqual(guards.map((one) => one.networkSecurityGroupName).toSorted(), [
            "nsg-acme-agents--agents",
            "nsg-acme-agents--endpoints",
        ]);
    });

    it("lets its address be deleted with allowDestroy", async () => {
        const { recording } = await build(natArgs, { allowDestroy: true });
        assert.ok(recording.resources.every((one) => !one.protect));
    });
});
