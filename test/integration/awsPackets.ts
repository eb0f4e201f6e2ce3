import assert from "node:assert/strict";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import { nextHop } from "../support/packets/routes";
import {
    allows,
    securityGroups,
    type Packet,
    type SecurityGroup,
    type World,
} from "../support/packets/securityGroups";
import { ofType, standingIn, textOf, texts, type Standing } from "../support/packets/standing";
import type { ProdEstate } from "../support/prodEstate";

/** What a kind of security group is there for; all else is closed. */
interface Purpose {
    /** Ends of the names of such groups. */
    name: RegExp;
    into: (packet: Packet, from: readonly string[]) => boolean;
    outOf: (packet: Packet) => boolean;
}

const isHttps = ({ protocol, port }: Packet) => protocol === "tcp" && port === 443;

const purposes: readonly Purpose[] = [
    // Agents call by HTTPS, through endpoints or a firewall, and are called by nobody.
    { name: /-agents$/, into: () => false, outOf: isHttps },
    // Endpoints answer HTTPS of agents, and call nobody.
    {
        name: /-endpoints$/,
        into: (packet, from) => isHttps(packet) && from.some((name) => name.endsWith("-agents")),
        outOf: () => false,
    },
    // What a network comes with lets nothing through.
    { name: /^default$/, into: () => false, outOf: () => false },
];

/** What runs in a network, and so needs a security group. */
const inNetworks =
    /^aws:(ec2\/(vpc|subnet|instance|launchTemplate)|autoscaling\/|codebuild\/project)/;

/** Every security group of the prod estate lets through what it is for. */
export function provesAwsPackets(prod: () => ProdEstate): void {
    describe("its security groups, as packets find them", () => {
        let resources: Standing[];
        let groups: SecurityGroup[];
        /** Name on AWS by id of a group. */
        const names = new Map<string, string>();
        /** One machine in each group, at an address of its own. */
        const members = new Map<string, string>();
        const world: World = {
            groupsAt: (address) => [members.get(address) ?? ""],
            rangesOf: () => ["52.218.0.0/17"],
        };

        before(() => {
            resources = standingIn(prod().result).filter(({ type }) => type.startsWith("aws:"));
            groups = securityGroups(resources);
            groups.forEach(({ id }, i) => {
                const found = resources.find((one) => one.id === id);
                names.set(id, textOf(found?.values.name));
                members.set(`10.255.0.${i + 1}`, id);
            });
        });
        const packets = (): fc.Arbitrary<Packet> =>
            fc.record({
                protocol: fc.constantFrom("tcp", "udp", "icmp"),
                port: fc.oneof(fc.constantFrom(443, 80, 22, 53, 3389), fc.nat(65_535)),
                address: fc.oneof(
                    fc.constantFrom("52.218.1.1", "203.0.113.9", ...members.keys()),
                    fc.ipV4(),
                    fc.ipV6(),
                ),
            });

        it("have a purpose each, and there is one wherever something runs in a network", function () {
            const running = resources.filter(({ type }) => inNetworks.test(type));
            if (this.test) {
                this.test.title += `: ${groups.length} groups, ${running.length} things in networks`;
            }
            assert.ok(
                running.length === 0 || groups.length > 0,
                `no security group was judged, although there are ${running.map(({ name }) => name).join(", ")}`,
            );
            for (const name of names.values()) {
                assert.ok(
                    purposes.some((purpose) => purpose.name.test(name)),
                    `${name}: say here what it is for`,
                );
            }
        });

        it("let through what they are for and nothing else", () => {
            for (const group of groups) {
                const purpose = purposes.find((one) => one.name.test(names.get(group.id) ?? ""));
                assert.ok(purpose, group.name);
                fc.assert(
                    fc.property(packets(), (packet) => {
                        const from = world
                            .groupsAt(packet.address)
                            .map((id) => names.get(id) ?? "");
                        if (allows(group, "in", packet, world)) {
                            assert.ok(purpose.into(packet, from), `into ${group.name}`);
                        }
                        if (allows(group, "out", packet, world)) {
                            assert.ok(purpose.outOf(packet), `out of ${group.name}`);
                        }
                    }),
                    { numRuns: 300 },
                );
            }
        });

        it("stand in networks whose default group is closed, whose connections are logged", () => {
            for (const { id, name } of ofType(resources, "ec2/vpc:Vpc")) {
                const logs = ofType(resources, "ec2/flowLog:FlowLog");
                assert.ok(
                    logs.some(({ values }) => values.vpcId === id && values.trafficType === "ALL"),
                    `${name} has no flow log`,
                );
                const closed = ofType(resources, "ec2/defaultSecurityGroup:DefaultSecurityGroup");
                assert.ok(
                    closed.some(({ values }) => values.vpcId === id),
                    `${name} has its default group open`,
                );
            }
        });

        it("no subnet with machines has a route to an internet gateway", () => {
            const used = new Set([
                ...ofType(resources, "autoscaling/group:Group").flatMap(({ values }) =>
                    texts(values.vpcZoneIdentifiers),
                ),
                ...ofType(resources, "codebuild/project:Project").flatMap(({ values }) =>
                    texts((values.vpcConfig as Record<string, unknown> | undefined)?.subnets),
                ),
            ]);
            for (const subnet of ofType(resources, "ec2/subnet:Subnet")) {
                if (used.has(subnet.id)) {
                    const hop = nextHop(resources, subnet, "203.0.113.9", world) ?? "";
                    assert.ok(!hop.startsWith("igw-"), `${subnet.name} by ${hop}`);
                }
            }
        });
    });
}
