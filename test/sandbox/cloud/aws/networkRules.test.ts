import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openBench, refusal, type Bench, type Props } from "../support";
import { make } from "./support";

describe("networks of the emulated AWS", () => {
    let bench: Bench;
    let vpcId: string;
    const made = (type: string, inputs: Props) => make(bench, type, inputs);
    const refused = (type: string, inputs: Props) => refusal(made(type, inputs));
    const failures = async (type: string, inputs: Props) =>
        (await bench.engine.check(`aws:${type}`, inputs)).failures.join("\n");
    const subnet = (cidrBlock: string, more: Props = {}) => ({ vpcId, cidrBlock, ...more });
    beforeEach(async () => {
        bench = await openBench();
        vpcId = (await made("ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" })).id;
    });
    afterEach(() => bench.close());

    it("place subnets inside, beside each other, in a zone of the region", async () => {
        const type = "ec2/subnet:Subnet";
        await made(type, subnet("10.0.0.0/24"));
        assert.match(await refused(type, subnet("10.0.0.128/25")), /InvalidSubnet\.Conflict/);
        assert.match(await refused(type, subnet("10.1.0.0/24")), /InvalidSubnet\.Range/);
        const elsewhere = subnet("10.0.1.0/24", { availabilityZone: "us-east-1a" });
        assert.match(await refused(type, elsewhere), /InvalidParameterValue: Value \(us-east-1a\)/);
        assert.match(
            await refused(type, { vpcId: "vpc-0", cidrBlock: "10.0.2.0/24" }),
            /InvalidVpcID\.NotFound/,
        );
        assert.match(await failures(type, subnet("10.0.0.0/30")), /must be \/16 to \/28/);
    });

    it("keep what others depend on", async () => {
        const inside = await made("ec2/subnet:Subnet", subnet("10.0.0.0/24"));
        assert.match(
            await refusal(bench.engine.delete("aws:ec2/vpc:Vpc", vpcId)),
            /DependencyViolation/,
        );
        const address = await made("ec2/eip:Eip", {});
        const gateway = { subnetId: inside.id, allocationId: address.id };
        const nat = await made("ec2/natGateway:NatGateway", gateway);
        assert.equal(nat.outputs.publicIp, address.outputs.publicIp);
        assert.match(
            await refused("ec2/natGateway:NatGateway", gateway),
            /Resource\.AlreadyAssociated/,
        );
        assert.match(await refusal(bench.engine.delete("aws:ec2/eip:Eip", address.id)), /InUse/);
        assert.match(
            await refusal(bench.engine.delete("aws:ec2/subnet:Subnet", inside.id)),
            /DependencyViolation/,
        );
    });

    it("have five at most in a region, and one internet gateway each", async () => {
        for (let i = 1; i < 5; i++) {
            await made("ec2/vpc:Vpc", { cidrBlock: `10.${i}.0.0/16` });
        }
        assert.match(
            await refused("ec2/vpc:Vpc", { cidrBlock: "10.9.0.0/16" }),
            /VpcLimitExceeded/,
        );
        const inOther = { cidrBlock: "10.9.0.0/16", region: "us-east-1" };
        assert.match((await made("ec2/vpc:Vpc", inOther)).outputs.arn as string, /:us-east-1:/);
        await made("ec2/internetGateway:InternetGateway", { vpcId });
        assert.match(
            await refused("ec2/internetGateway:InternetGateway", { vpcId }),
            /AlreadyAssociated/,
        );
    });

    it("have one route to a destination, one target to a route, one table to a subnet", async () => {
        const table = await made("ec2/routeTable:RouteTable", { vpcId });
        const igw = await made("ec2/internetGateway:InternetGateway", { vpcId });
        const route = {
            routeTableId: table.id,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: igw.id,
        };
        await made("ec2/route:Route", route);
        assert.match(await refused("ec2/route:Route", route), /RouteAlreadyExists/);
        assert.match(
            await failures("ec2/route:Route", { ...route, natGatewayId: "nat-0" }),
            /exactly one of/,
        );
        const inside = await made("ec2/subnet:Subnet", subnet("10.0.0.0/24"));
        const pair = { routeTableId: table.id, subnetId: inside.id };
        await made("ec2/routeTableAssociation:RouteTableAssociation", pair);
        const again = refused("ec2/routeTableAssociation:RouteTableAssociation", pair);
        assert.match(await again, /conflicts with an existing association/);
    });

    it("number the entries of an ACL once a direction", async () => {
        const acl = await made("ec2/networkAcl:NetworkAcl", { vpcId });
        const entry = {
            networkAclId: acl.id,
            ruleNumber: 100,
            protocol: "-1",
            ruleAction: "deny",
            cidrBlock: "0.0.0.0/0",
        };
        await made("ec2/networkAclRule:NetworkAclRule", entry);
        assert.match(
            await refused("ec2/networkAclRule:NetworkAclRule", { ...entry, protocol: "6" }),
            /NetworkAclEntryAlreadyExists/,
        );
        await made("ec2/networkAclRule:NetworkAclRule", { ...entry, egress: true });
    });

    it("name a security group once, and a rule of it once", async () => {
        const group = { name: "runners", vpcId };
        const { id } = await made("ec2/securityGroup:SecurityGroup", group);
        assert.match(
            await refused("ec2/securityGroup:SecurityGroup", group),
            /InvalidGroup\.Duplicate/,
        );
        const rule = {
            securityGroupId: id,
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrIpv4: "10.0.0.0/16",
        };
        await made("vpc/securityGroupEgressRule:SecurityGroupEgressRule", rule);
        const again = await refused("vpc/securityGroupEgressRule:SecurityGroupEgressRule", rule);
        assert.match(
            again,
            /InvalidPermission\.Duplicate: the specified rule "peer: 10\.0\.0\.0\/16, TCP, from port: 443/,
        );
        await made("vpc/securityGroupIngressRule:SecurityGroupIngressRule", rule);
        const bad = { ...rule, fromPort: undefined, cidrIpv6: "::/0", toPort: 1 };
        const said = await failures(
            "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            JSON.parse(JSON.stringify(bad)) as Props,
        );
        assert.match(said, /exactly one of cidrIpv4[^]*fromPort: missing/);
        assert.match(
            await refused("ec2/securityGroup:SecurityGroup", { name: "x" }),
            /VPCIdNotSpecified/,
        );
    });

    it("take over the security group a VPC comes with", async () => {
        const network = await bench.engine.read("aws:ec2/vpc:Vpc", vpcId);
        const { id } = await made("ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId });
        assert.equal(id, network.outputs.defaultSecurityGroupId);
    });

    it("give private DNS to an endpoint only where the VPC resolves names, once a service", async () => {
        const type = "ec2/vpcEndpoint:VpcEndpoint";
        const endpoint = {
            vpcId,
            serviceName: "com.amazonaws.eu-west-1.kms",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
        };
        assert.match(
            await refused(type, endpoint),
            /requires both enableDnsSupport and enableDnsHostnames/,
        );
        const resolving = { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true };
        await bench.engine.update("aws:ec2/vpc:Vpc", vpcId, resolving);
        await made(type, endpoint);
        assert.match(
            await refused(type, endpoint),
            /conflicting DNS domain for com\.amazonaws\.eu-west-1\.kms/,
        );
        const gateway = { vpcId, serviceName: "com.amazonaws.eu-west-1.kms" };
        assert.match(await refused(type, gateway), /does not match available service types/);
        const wrong = { vpcId, serviceName: "com.amazonaws.us-east-1.s3" };
        assert.match(await refused(type, wrong), /InvalidServiceName/);
    });

    it("route to an endpoint of a firewall, and to none that does not stand", async () => {
        const inside = await made("ec2/subnet:Subnet", subnet("10.0.0.0/24"));
        const table = await made("ec2/routeTable:RouteTable", { vpcId });
        const forward = ["aws:forward_to_sfe"];
        const policy = await made("networkfirewall/firewallPolicy:FirewallPolicy", {
            name: "p",
            firewallPolicy: {
                statelessDefaultActions: forward,
                statelessFragmentDefaultActions: forward,
            },
        });
        const wall = await made("networkfirewall/firewall:Firewall", {
            name: "f",
            vpcId,
            firewallPolicyArn: policy.id,
            subnetMappings: [{ subnetId: inside.id }],
        });
        const [endpoint] = /vpce-\w+/.exec(JSON.stringify(wall.outputs.firewallStatuses)) ?? [];
        const route = { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0" };
        assert.match(
            await refused("ec2/route:Route", { ...route, vpcEndpointId: "vpce-0" }),
            /InvalidVpcEndpointId\.NotFound/,
        );
        await made("ec2/route:Route", { ...route, vpcEndpointId: endpoint });
    });

    it("hold the order of a firewall's rules against that of its policy", async () => {
        const group = await made("networkfirewall/ruleGroup:RuleGroup", {
            name: "hosts",
            type: "STATEFUL",
            capacity: 10,
            ruleGroup: { rulesSource: { rulesString: "pass" } },
        });
        const strict = { statefulEngineOptions: { ruleOrder: "STRICT_ORDER" } };
        const actions = {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        };
        const references = {
            statefulRuleGroupReferences: [{ priority: 1, resourceArn: group.id }],
        };
        const type = "networkfirewall/firewallPolicy:FirewallPolicy";
        const mixed = { name: "p", firewallPolicy: { ...strict, ...actions, ...references } };
        assert.match(
            await refused(type, mixed),
            /rule order of rule group .* does not match STRICT_ORDER/,
        );
        const wrong = { firewallPolicy: { ...actions, statefulDefaultActions: ["aws:drop"] } };
        assert.match(await failures(type, wrong), /"aws:drop" is not one of aws:drop_strict/);
    });
});
