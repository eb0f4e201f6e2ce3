import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { rule, vaultProperties } from "./everything";
import { openBench, refusal, type Bench, type Props } from "./support";

const network = "azure-native:network:VirtualNetwork";
const subnet = "azure-native:network:Subnet";
const securityGroup = "azure-native:network:NetworkSecurityGroup";
const placed = { resourceGroupName: "rg", location: "uksouth" };

describe("rules of the emulated Azure network", () => {
    let bench: Bench;
    const up = (type: string, inputs: Props) => bench.engine.up(type, inputs);
    const subnetOf = (subnetName: string, addressPrefix: string, more: Props = {}) =>
        up(subnet, {
            resourceGroupName: "rg",
            virtualNetworkName: "vnet",
            subnetName,
            addressPrefix,
            ...more,
        });
    const endpoint = (subnetId: string, target: string) =>
        up("azure-native:network:PrivateEndpoint", {
            ...placed,
            privateEndpointName: "pe",
            subnet: { id: subnetId },
            privateLinkServiceConnections: [{ name: "v", privateLinkServiceId: target }],
        });
    let networkId = "";
    beforeEach(async () => {
        bench = await openBench();
        await up("azure-native:resources:ResourceGroup", placed);
        const made = await up(network, {
            ...placed,
            virtualNetworkName: "vnet",
            addressSpace: { addressPrefixes: ["10.0.0.0/16", "fd00::/48"] },
        });
        networkId = made.id;
    });
    afterEach(() => bench.close());

    it("keeps a subnet inside its network", async () => {
        assert.match(await refusal(subnetOf("out", "10.1.0.0/24")), /"NetcfgInvalidSubnet"/);
        assert.equal((await subnetOf("six", "fd00::/64")).outputs.addressPrefix, "fd00::/64");
    });

    it("keeps subnets of one network from overlapping", async () => {
        await subnetOf("a", "10.0.1.0/24");
        assert.match(await refusal(subnetOf("b", "10.0.0.0/20")), /"NetcfgSubnetRangesOverlap"/);
        assert.match(await refusal(subnetOf("b", "10.0.1.64/26")), /"NetcfgSubnetRangesOverlap"/);
        assert.equal((await subnetOf("b", "10.0.2.0/24")).outputs.name, "b");
    });

    it("has no subnet without its network, and none with a group that does not exist", async () => {
        const lost = subnetOf("a", "10.0.1.0/24", { virtualNetworkName: "none" });
        assert.match(await refusal(lost), /"ParentResourceNotFound"/);
        const unguarded = subnetOf("a", "10.0.1.0/24", { networkSecurityGroup: { id: "/none" } });
        assert.match(await refusal(unguarded), /"InvalidResourceReference"/);
    });

    it("refuses ranges that are none and address spaces that overlap", async () => {
        const inputs = { ...placed, virtualNetworkName: "other" };
        const bad = { ...inputs, addressSpace: { addressPrefixes: ["10.0.0.0/33"] } };
        const { failures } = await bench.engine.check(network, bad);
        assert.match(failures.join(), /^addressSpace\.addressPrefixes\[0\]/);
        const twice = { addressPrefixes: ["10.0.0.0/8", "10.2.0.0/16"] };
        const asked = up(network, { ...inputs, addressSpace: twice });
        assert.match(await refusal(asked), /"AddressPrefixesOverlap"/);
    });

    it("gives a priority once per direction, inline or as rules of their own", async () => {
        const inputs = { ...placed, networkSecurityGroupName: "nsg" };
        const twins = [rule, { ...rule, name: "twin" }];
        const asked = up(securityGroup, { ...inputs, securityRules: twins });
        assert.match(await refusal(asked), /"SecurityRuleConflict"/);
        const apart = [rule, { ...rule, name: "out", direction: "Outbound" }];
        await up(securityGroup, { ...inputs, securityRules: apart });
        const bare = { priority: 4096, direction: "Inbound", access: "Deny", protocol: "*" };
        const single = up("azure-native:network:SecurityRule", {
            ...bare,
            resourceGroupName: "rg",
            networkSecurityGroupName: "nsg",
            securityRuleName: "third",
        });
        assert.match(await refusal(single), /third conflicts with rule deny/);
    });

    it("keeps a security group a subnet uses", async () => {
        const guard = await up(securityGroup, { ...placed, networkSecurityGroupName: "nsg" });
        const made = await subnetOf("a", "10.0.1.0/24", { networkSecurityGroup: { id: guard.id } });
        const asked = bench.engine.delete(securityGroup, guard.id);
        assert.match(await refusal(asked), /"InUseNetworkSecurityGroupCannotBeDeleted"/);
        await bench.engine.delete(subnet, made.id);
        await bench.engine.delete(securityGroup, guard.id);
        assert.equal((await bench.engine.read(securityGroup, guard.id)).id, "");
    });

    it("keeps a subnet and its network while an endpoint lies in it", async () => {
        const made = await subnetOf("a", "10.0.1.0/24");
        const vault = await up("azure-native:keyvault:Vault", {
            ...placed,
            vaultName: "kv-net",
            properties: vaultProperties,
        });
        const inside = await endpoint(made.id, vault.id);
        const inUse = /"InUseSubnetCannotBeDeleted"/;
        assert.match(await refusal(bench.engine.delete(subnet, made.id)), inUse);
        assert.match(await refusal(bench.engine.delete(network, networkId)), inUse);
        await bench.engine.delete("azure-native:network:PrivateEndpoint", inside.id);
        await bench.engine.delete(network, networkId);
        assert.equal((await bench.engine.read(subnet, made.id)).id, "", "went with its network");
    });

    it("connects an endpoint only to what exists", async () => {
        const made = await subnetOf("a", "10.0.1.0/24");
        assert.match(await refusal(endpoint(made.id, "/none")), /"LinkedResourceNotFound"/);
        assert.match(await refusal(endpoint("/none", "/none")), /"InvalidResourceReference"/);
    });

    it("keeps a private zone while a network is linked to it", async () => {
        const zone = await up("azure-native:privatedns:PrivateZone", {
            resourceGroupName: "rg",
            location: "Global",
            privateZoneName: "privatelink.vaultcore.azure.net",
        });
        const link = {
            resourceGroupName: "rg",
            location: "Global",
            privateZoneName: "privatelink.vaultcore.azure.net",
            virtualNetwork: { id: networkId },
        };
        const type = "azure-native:privatedns:VirtualNetworkLink";
        await up(type, { ...link, virtualNetworkLinkName: "one" });
        const twice = up(type, { ...link, virtualNetworkLinkName: "two" });
        assert.match(await refusal(twice), /overlapping namespaces/);
        const asked = bench.engine.delete("azure-native:privatedns:PrivateZone", zone.id);
        assert.match(await refusal(asked), /"CannotDeleteResource"/);
    });
});
