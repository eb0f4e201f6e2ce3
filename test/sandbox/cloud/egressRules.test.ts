import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { address, network, openAzure, subnet, type AzureBench } from "./azureBench";
import { at, inGroup, placed } from "./everything";
import { refusal } from "./support";

const nat = { ...placed, natGatewayName: "ng", sku: { name: "Standard" } };
const policy = { ...placed, firewallPolicyName: "p", sku: { tier: "Premium" } };
const rules = (name: string, priority: number, more: object = {}) => ({
    ...inGroup,
    firewallPolicyName: "p",
    ruleCollectionGroupName: name,
    priority,
    ruleCollections: [
        {
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            name: "web",
            priority: 100,
            action: { type: "Allow" },
            rules: [
                { ruleType: "ApplicationRule", name: "r", targetFqdns: ["github.com"], ...more },
            ],
        },
    ],
});

describe("ways out of the emulated Azure network", () => {
    let azure: AzureBench;
    beforeEach(async () => {
        azure = await openAzure();
    });
    afterEach(() => azure.bench.close());

    it("give an address to one gateway, a Standard one, and hold it", async () => {
        const one = await address(azure, "pip");
        const made = await azure.up("network:NatGateway", {
            ...nat,
            publicIpAddresses: [{ id: one }],
        });
        const second = { ...nat, natGatewayName: "ng2", publicIpAddresses: [{ id: one }] };
        await azure.refused("network:NatGateway", second, /"PublicIPAddressInUse".*already used/);
        await azure.held("network:PublicIPAddress", one, /"PublicIPAddressCannotBeDeleted".*\/ng/);
        await azure.up("network:PublicIPAddress", {
            ...placed,
            publicIpAddressName: "old",
            sku: { name: "Basic" },
        });
        const basic = at("Microsoft.Network/publicIPAddresses/old");
        const wrong = { ...second, publicIpAddresses: [{ id: basic }] };
        await azure.refused("network:NatGateway", wrong, /NonStandardSku/);
        const gone = { ...second, publicIpAddresses: [{ id: `${one}-none` }] };
        await azure.refused("network:NatGateway", gone, /"InvalidResourceReference"/);
        const moved = { ...nat, zones: ["1"], publicIpAddresses: [{ id: one }] };
        await azure.kept("network:NatGateway", made.id, moved, /"PropertyChangeNotAllowed".*zones/);
    });

    it("hold what a subnet leads to", async () => {
        const gateway = (await azure.up("network:NatGateway", nat)).id;
        const table = (await azure.up("network:RouteTable", { ...placed, routeTableName: "rt" }))
            .id;
        await network(azure, "snet", "10.0.1.0/24", {
            natGateway: { id: gateway },
            routeTable: { id: table },
        });
        await azure.held("network:NatGateway", gateway, /"InUseNatGatewayCannotBeDeleted".*snet/);
        await azure.held("network:RouteTable", table, /"InUseRouteTableCannotBeDeleted".*snet/);
        const lost = subnet(azure, "other", "10.0.2.0/24", { natGateway: { id: `${gateway}x` } });
        assert.match(await refusal(lost), /"InvalidResourceReference"/);
    });

    it("want Standard addresses static", async () => {
        const inputs = {
            ...placed,
            sku: { name: "Standard" },
            publicIPAllocationMethod: "Dynamic",
        };
        assert.match(
            await azure.check("network:PublicIPAddress", inputs),
            /Standard address is Static/,
        );
    });

    it("lead each range one way, through an address where one is needed", async () => {
        const hop = { addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" };
        const table = { ...placed, routeTableName: "rt", routes: [{ name: "a", ...hop }] };
        assert.match(
            await azure.check("network:RouteTable", table),
            /routes\[0\]\.nextHopIpAddress: missing/,
        );
        const out = { name: "a", addressPrefix: "0.0.0.0/0", nextHopType: "Internet" };
        await azure.up("network:RouteTable", { ...table, routes: [out] });
        const route = { ...inGroup, routeTableName: "rt", routeName: "b" };
        const twin = { ...route, addressPrefix: "0.0.0.0/0", nextHopType: "None" };
        await azure.refused("network:Route", twin, /"RouteConflict".*b conflicts with route a/);
        const odd = { ...route, addressPrefix: "10.0.0/8", nextHopType: "None" };
        assert.match(await azure.check("network:Route", odd), /"10\.0\.0\/8" is no CIDR range/);
        const misled = { ...twin, nextHopIpAddress: "10.0.0.4" };
        assert.match(await azure.check("network:Route", misled), /is for VirtualAppliance only/);
    });

    it("let policies do what their tier can", async () => {
        const standard = {
            ...policy,
            sku: { tier: "Standard" },
            intrusionDetection: { mode: "Deny" },
        };
        assert.match(
            await azure.check("network:FirewallPolicy", standard),
            /intrusionDetection: is not part of a policy of tier standard/,
        );
        const basic = { ...policy, sku: { tier: "Basic" }, dnsSettings: { enableProxy: true } };
        assert.match(
            await azure.check("network:FirewallPolicy", basic),
            /dnsSettings: is not part/,
        );
        assert.equal(
            await azure.check("network:FirewallPolicy", { ...standard, sku: { tier: "Premium" } }),
            "",
        );
    });

    it("number groups and collections of rules apart, and want rules that aim at something", async () => {
        const type = "network:FirewallPolicyRuleCollectionGroup";
        await azure.refused(type, rules("a", 200), /"ParentResourceNotFound"/);
        await azure.up("network:FirewallPolicy", policy);
        await azure.up(type, rules("a", 200));
        await azure.refused(type, rules("b", 200), /Priority 200 is that of .*\/a/);
        const twice = rules("b", 201);
        const doubled = {
            ...twice,
            ruleCollections: [...twice.ruleCollections, ...twice.ruleCollections],
        };
        await azure.refused(type, doubled, /Two rule collections have the priority 100/);
        const inside = rules("b", 201, { terminateTLS: true });
        await azure.refused(type, inside, /"FirewallPolicyTransportSecurityMissing"/);
        const aimless = await azure.check(type, rules("b", 201, { targetFqdns: null }));
        assert.match(aimless, /rules\[0\]: needs one of targetFqdns/);
        const stray = await azure.check(type, rules("b", 201, { ipProtocols: ["TCP"] }));
        assert.match(stray, /rules\[0\]\.ipProtocols: unknown property/);
        const odd = await azure.check(type, rules("b", 201, { ruleType: "OddRule" }));
        assert.match(odd, /"OddRule" is not one of ApplicationRule, NatRule, NetworkRule/);
    });

    it("stand a firewall in its own subnet, with a policy of its tier", async () => {
        const wide = await network(azure, "AzureFirewallSubnet", "10.0.1.0/26");
        const other = await subnet(azure, "snet", "10.0.2.0/24");
        const policyId = (await azure.up("network:FirewallPolicy", policy)).id;
        const firewall = (subnetId: string, ip: string, tier = "Premium") => ({
            ...placed,
            azureFirewallName: "afw",
            sku: { name: "AZFW_VNet", tier },
            firewallPolicy: { id: policyId },
            ipConfigurations: [
                { name: "a", subnet: { id: subnetId }, publicIPAddress: { id: ip } },
            ],
        });
        const ip = await address(azure, "pip");
        const type = "network:AzureFirewall";
        await azure.refused(type, firewall(other, ip), /a subnet called AzureFirewallSubnet/);
        await azure.refused(
            type,
            firewall(wide, ip, "Standard"),
            /"AzureFirewallPolicyTierMismatch"/,
        );
        const made = await azure.up(type, firewall(wide, ip));
        const [configuration] = made.outputs.ipConfigurations as { privateIPAddress: string }[];
        assert.equal(configuration?.privateIPAddress, "10.0.1.4");
        await azure.held("network:FirewallPolicy", policyId, /in use by .*\/afw/);
        await azure.held("network:Subnet", wide, /"InUseSubnetCannotBeDeleted"/);
        const ruled = { ...firewall(wide, ip), networkRuleCollections: [{ name: "a" }] };
        assert.match(
            await azure.check(type, ruled),
            /networkRuleCollections: .*has its rules there/,
        );
    });

    it("watch each region once and each target once, no security groups any more", async () => {
        const watcher = { ...placed, networkWatcherName: "nw" };
        await azure.up("network:NetworkWatcher", watcher);
        const second = { ...watcher, networkWatcherName: "nw2" };
        await azure.refused("network:NetworkWatcher", second, /"NetworkWatcherCountLimitReached"/);
        const target = await network(azure, "snet", "10.0.1.0/24");
        const storage = await azure.up("storage:StorageAccount", {
            ...placed,
            accountName: "stflow",
            kind: "StorageV2",
            sku: { name: "Standard_LRS" },
        });
        const log = (name: string, targetResourceId: string) => ({
            ...placed,
            networkWatcherName: "nw",
            flowLogName: name,
            targetResourceId,
            storageId: storage.id,
        });
        await azure.up("network:FlowLog", log("a", target));
        await azure.refused("network:FlowLog", log("b", target), /has a flow log already/);
        const guard = at("Microsoft.Network/networkSecurityGroups/nsg");
        await azure.refused("network:FlowLog", log("c", guard), /no longer supported/);
        const odd = {
            ...log("d", target),
            flowAnalyticsConfiguration: {
                networkWatcherFlowAnalyticsConfiguration: { trafficAnalyticsInterval: 15 },
            },
        };
        assert.match(await azure.check("network:FlowLog", odd), /15 is not one of 10, 60/);
    });

    it("are watched by what Azure made with the first network of the region, unless one stands", async () => {
        const target = await network(azure, "snet", "10.0.1.0/24");
        const storage = await azure.up("storage:StorageAccount", {
            ...placed,
            accountName: "stflow",
            kind: "StorageV2",
            sku: { name: "Standard_LRS" },
        });
        const log = (flowLogName: string, networkWatcherName: string) => ({
            location: placed.location,
            resourceGroupName: "NetworkWatcherRG",
            networkWatcherName,
            flowLogName,
            targetResourceId: target,
            storageId: storage.id,
        });
        const elsewhere = log("a", "NetworkWatcher_ukwest");
        await azure.refused("network:FlowLog", elsewhere, /"ResourceGroupNotFound"/);
        await azure.up("network:FlowLog", log("a", "NetworkWatcher_uksouth"));
        await azure.up("network:NetworkWatcher", { ...placed, networkWatcherName: "own" });
        const late = log("b", "NetworkWatcher_uksouth");
        await azure.refused("network:FlowLog", late, /"ResourceGroupNotFound"/);
    });
});
