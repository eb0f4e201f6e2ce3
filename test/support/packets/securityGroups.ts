import { Address4, Address6 } from "ip-address";
import { objects, ofType, textOf, texts, type Standing } from "./standing";

/**
 * What a security group lets in and out, by its rules alone: anything some rule allows, nothing else.
 * Written from the EC2 documentation, "Security group rules"; not from the components.
 */
export interface SecurityGroup {
    id: string;
    /** Pulumi name, for messages. */
    name: string;
    in: Rule[];
    out: Rule[];
}

/** One rule; any of its peers is meant. */
interface Rule {
    /** "tcp", "udp", "icmp", "icmpv6", a number, or "-1" for all. */
    protocol: string;
    from: number;
    to: number;
    ranges: string[];
    prefixLists: string[];
    groups: string[];
}

/** A packet that opens a connection, seen from a member of the group. */
export interface Packet {
    protocol: "tcp" | "udp" | "icmp";
    /** Port of the one who is spoken to; the type of an ICMP message. */
    port: number;
    /** Address of the other side. */
    address: string;
}

/** What the rules refer to and do not say themselves. */
export interface World {
    /** Security groups the machine with an address is a member of. */
    groupsAt(address: string): readonly string[];
    /** Ranges in a prefix list. */
    rangesOf(prefixList: string): readonly string[];
}

/** Protocols by their number, as IP counts them. */
const numbers: Record<string, string> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6" };

/** Whether a range holds an address; of different families it never does. */
export function holds(range: string, address: string): boolean {
    if (range.includes(":") !== address.includes(":")) {
        return false;
    }
    return address.includes(":")
        ? new Address6(address).isInSubnet(new Address6(range))
        : new Address4(address).isInSubnet(new Address4(range));
}

function matches(rule: Rule, packet: Packet, world: World): boolean {
    const protocol = numbers[rule.protocol] ?? rule.protocol.toLowerCase();
    const isPort = protocol === "-1" || (packet.port >= rule.from && packet.port <= rule.to);
    const isAll = protocol === "icmp" && rule.from === -1;
    return (
        (protocol === "-1" || protocol === packet.protocol) &&
        (isPort || isAll) &&
        (rule.ranges.some((range) => holds(range, packet.address)) ||
            rule.groups.some((group) => world.groupsAt(packet.address).includes(group)) ||
            rule.prefixLists.some((list) =>
                world.rangesOf(list).some((range) => holds(range, packet.address)),
            ))
    );
}

/** Whether some rule of a direction allows a packet. */
export function allows(
    group: SecurityGroup,
    direction: "in" | "out",
    packet: Packet,
    world: World,
): boolean {
    return group[direction].some((rule) => matches(rule, packet, world));
}

/** Every security group among the resources, with inline and separate rules. */
export function securityGroups(resources: readonly Standing[]): SecurityGroup[] {
    const found = [
        ...ofType(resources, "ec2/securityGroup:SecurityGroup"),
        ...ofType(resources, "ec2/defaultSecurityGroup:DefaultSecurityGroup"),
    ];
    return found.map((group) => ({
        id: group.id,
        name: group.name,
        in: [...inline(group, "ingress"), ...separate(resources, group.id, "Ingress")],
        out: [...inline(group, "egress"), ...separate(resources, group.id, "Egress")],
    }));
}

function inline(group: Standing, direction: string): Rule[] {
    return objects(group.values[direction]).map((rule) => ({
        ...portsOf(rule.protocol, rule),
        ranges: [...texts(rule.cidrBlocks), ...texts(rule.ipv6CidrBlocks)],
        prefixLists: texts(rule.prefixListIds),
        groups: [...texts(rule.securityGroups), ...(rule.self === true ? [group.id] : [])],
    }));
}

function separate(
    resources: readonly Standing[],
    group: string,
    direction: "Ingress" | "Egress",
): Rule[] {
    const modern = ofType(
        resources,
        `vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
    );
    const classic = ofType(resources, "ec2/securityGroupRule:SecurityGroupRule").filter(
        ({ values }) => values.type === direction.toLowerCase(),
    );
    const inGroup = (one: Standing) => one.values.securityGroupId === group;
    return [
        ...modern.filter(inGroup).map(({ values }) => ({
            ...portsOf(values.ipProtocol, values),
            ranges: [textOf(values.cidrIpv4), textOf(values.cidrIpv6)].filter(Boolean),
            prefixLists: [textOf(values.prefixListId)].filter(Boolean),
            groups: [textOf(values.referencedSecurityGroupId)].filter(Boolean),
        })),
        ...classic.filter(inGroup).map(({ values }) => ({
            ...portsOf(values.protocol, values),
            ranges: [...texts(values.cidrBlocks), ...texts(values.ipv6CidrBlocks)],
            prefixLists: texts(values.prefixListIds),
            groups: [
                textOf(values.sourceSecurityGroupId),
                ...(values.self === true ? [group] : []),
            ].filter(Boolean),
        })),
    ];
}

function portsOf(protocol: unknown, { fromPort, toPort }: Record<string, unknown>) {
    return { protocol: String(protocol), from: Number(fromPort ?? 0), to: Number(toPort ?? 65535) };
}
