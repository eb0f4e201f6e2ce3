import assert from "node:assert/strict";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { namesIn } from "../../../components/agents/egress/egressProfile";
import { profilesNamed } from "../../../components/agents/egress/egressProfiles";
import {
    addressIn,
    deployNetworks,
    type DeployedNetwork,
    type DeployedNetworks,
} from "../../support/awsNetworks";
import { firewallLetsThrough } from "../../support/packets/domainList";
import { nextHop, wayTo } from "../../support/packets/routes";
import { allows, holds, type Packet } from "../../support/packets/securityGroups";
import { ofType, textOf } from "../../support/packets/standing";

/** Packets from and to anywhere, with those that matter among them often. */
function packets({ endpointAddresses, subnets }: DeployedNetwork): fc.Arbitrary<Packet> {
    const known = [
        ...endpointAddresses,
        ...subnets.map((one) => addressIn(one, 20)),
        "52.218.3.4",
        "140.82.121.4",
        "169.254.169.254",
        "10.40.0.2",
    ];
    return fc.record({
        protocol: fc.constantFrom("tcp", "udp", "icmp"),
        port: fc.oneof(fc.constantFrom(443, 80, 22, 53, 3389, 0), fc.nat(65_535)),
        address: fc.oneof(fc.constantFrom(...known), fc.ipV4(), fc.ipV6()),
    });
}

describe("AwsAgentNetwork", function () {
    this.timeout(120_000);
    let networks: DeployedNetworks;
    const each = (judge: (network: DeployedNetwork, egress: string) => void) => {
        judge(networks.firewall, "firewall");
        judge(networks.endpoints, "endpoints");
    };

    before(async () => {
        networks = await deployNetworks();
    });

    it("no packet from anywhere gets in to an agent", () => {
        each((network) => {
            fc.assert(
                fc.property(packets(network), (packet) => {
                    assert.ok(!allows(network.agents, "in", packet, network.world));
                }),
            );
        });
    });

    it("lets agents, and nobody else, in to the endpoints, and the endpoints nowhere", () => {
        each((network) => {
            const agents = network.subnets.map((one) => addressIn(one, 20));
            fc.assert(
                fc.property(packets(network), (packet) => {
                    const expected =
                        agents.includes(packet.address) &&
                        packet.protocol === "tcp" &&
                        packet.port === 443;
                    assert.equal(allows(network.endpoints, "in", packet, network.world), expected);
                    assert.ok(!allows(network.endpoints, "out", packet, network.world));
                }),
            );
        });
    });

    it("a packet of an agent gets out only by TCP on port 443, to the endpoints, to S3 and to the firewall", () => {
        each((network, egress) => {
            const vpc = ofType(network.resources, "ec2/vpc:Vpc")[0]?.values.cidrBlock;
            fc.assert(
                fc.property(
                    packets(network),
                    fc.constantFrom(...network.subnets),
                    (packet, subnet) => {
                        const { address } = packet;
                        const isPublic = !address.includes(":") && !holds(textOf(vpc), address);
                        const expected =
                            packet.protocol === "tcp" &&
                            packet.port === 443 &&
                            (network.endpointAddresses.includes(address) ||
                                (isPublic && holds(network.s3Range, address)) ||
                                (isPublic && egress === "firewall"));
                        assert.equal(getsOut(network, subnet, packet), expected);
                    },
                ),
            );
        });
    });

    /** Let out by the group, and on a way that ends at somebody who takes it. */
    function getsOut(
        network: DeployedNetwork,
        subnet: DeployedNetwork["subnets"][number],
        packet: Packet,
    ): boolean {
        const { resources, world } = network;
        if (!allows(network.agents, "out", packet, world)) {
            return false;
        }
        const way = wayTo(resources, subnet, packet.address, world);
        if (way[0] === "local") {
            const from = { ...packet, address: addressIn(subnet, 20) };
            const there = world.groupsAt(packet.address);
            const groups = [network.agents, network.endpoints];
            return groups.some(
                (group) => there.includes(group.id) && allows(group, "in", from, world),
            );
        }
        const [first = "", last = ""] = [way[0], way.at(-1)];
        const isFirewall = first.startsWith("vpce-") && last.startsWith("igw-");
        return isFirewall || first.startsWith("gateway vpce-");
    }

    it("the firewall lets exactly the host names of the profiles and of allowNames through", () => {
        const { resources } = networks.firewall;
        const named = profilesNamed(["github", "githubActions"]).flatMap((profile) =>
            namesIn(profile, ["eu-west-1"]),
        );
        const allowed = [...named, "packages.acme.example", "*.cdn.acme.example"];
        const isAllowed = (host: string) =>
            allowed.some((name) =>
                name.startsWith("*.")
                    ? host === name.slice(2) || host.endsWith(name.slice(1))
                    : host === name,
            );
        const bare = allowed.map((name) => name.replace("*.", ""));
        const hosts = fc.oneof(
            fc.constantFrom(...bare),
            fc.domain(),
            fc.tuple(fc.domain(), fc.constantFrom(...bare)).map((parts) => parts.join(".")),
            fc.tuple(fc.constantFrom(...bare), fc.domain()).map((parts) => parts.join(".")),
            fc.constantFrom(...bare).map((name) => `evil${name}`),
            fc.constantFrom(...bare).map((name) => name.replace(".", "-")),
        );
        fc.assert(
            fc.property(hosts, (host) => {
                assert.equal(firewallLetsThrough(resources, host), isAllowed(host.toLowerCase()));
            }),
            { numRuns: 500 },
        );
    });

    it('with egress "endpoints" there is no internet gateway, no NAT gateway and no firewall', () => {
        const { resources } = networks.endpoints;
        const ways = /(internetGateway|natGateway|eip|egressOnly\w*|networkfirewall\/\w+):/i;
        assert.deepEqual(
            resources.filter(({ type }) => ways.test(type)).map(({ name }) => name),
            [],
        );
    });

    it("no subnet of agents has a route to an internet gateway", () => {
        each(({ resources, subnets, world }) => {
            assert.equal(subnets.length, 2);
            fc.assert(
                fc.property(fc.ipV4(), fc.constantFrom(...subnets), (address, subnet) => {
                    assert.doesNotMatch(
                        nextHop(resources, subnet, address, world) ?? "",
                        /^(e?igw|eigw|nat)-/,
                    );
                }),
            );
        });
    });

    it("what leaves through the firewall comes back through the same endpoint of it", () => {
        const { resources, subnets, world } = networks.firewall;
        const walls = subnets.map((subnet) => {
            const [wall, nat, internet, ...more] = wayTo(resources, subnet, "140.82.121.4", world);
            assert.match(String(wall), /^vpce-/);
            assert.match(String(internet), /^igw-/);
            assert.deepEqual(more, []);
            const gateway = ofType(resources, "ec2/natGateway:NatGateway").find(
                ({ id }) => id === nat,
            );
            const inside = ofType(resources, "ec2/subnet:Subnet").find(
                ({ id }) => id === gateway?.values.subnetId,
            );
            assert.ok(inside);
            assert.equal(inside.values.availabilityZone, subnet.values.availabilityZone);
            const back = wayTo(resources, inside, addressIn(subnet, 20), world);
            assert.deepEqual(back, [wall, "local"]);
            return wall;
        });
        assert.equal(new Set(walls).size, 2, "each zone has its own");
    });

    it("nothing but the NAT gateways has a public address", () => {
        each(({ resources }) => {
            for (const subnet of ofType(resources, "ec2/subnet:Subnet")) {
                assert.equal(subnet.values.mapPublicIpOnLaunch, false, subnet.name);
            }
            const used = ofType(resources, "ec2/natGateway:NatGateway").map(
                ({ values }) => values.allocationId,
            );
            const addresses = ofType(resources, "ec2/eip:Eip").map(({ id }) => id);
            assert.deepEqual(addresses.toSorted(), used.toSorted());
        });
    });
});
