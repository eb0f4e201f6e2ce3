import { hostAddress, means, metadataAddress, type World } from "./world";

/** The first packet of a connection, which is what rules decide on. */
export interface Packet {
    direction: "Inbound" | "Outbound";
    protocol: "Tcp" | "Udp" | "Icmp";
    source: string;
    sourcePort: number;
    destination: string;
    destinationPort: number;
}

/** What becomes of a packet, and by which rule. */
export interface Verdict {
    allowed: boolean;
    rule: string;
}

/** A rule as it stands in the cloud; what is not listed here does not decide. */
export type Rule = Readonly<Record<string, unknown>>;

type Side = "source" | "destination";

const defaultRule = (name: string, priority: number, access: string, from: string, to: string) => ({
    name,
    priority,
    direction: name.endsWith("InBound") ? "Inbound" : "Outbound",
    access,
    protocol: "*",
    sourceAddressPrefix: from,
    sourcePortRange: "*",
    destinationAddressPrefix: to,
    destinationPortRange: "*",
});

/** The rules that stand behind all others in every security group. */
export const azureRules: readonly Rule[] = [
    defaultRule("AllowVnetInBound", 65000, "Allow", "VirtualNetwork", "VirtualNetwork"),
    defaultRule("AllowAzureLoadBalancerInBound", 65001, "Allow", "AzureLoadBalancer", "*"),
    defaultRule("DenyAllInBound", 65500, "Deny", "*", "*"),
    defaultRule("AllowVnetOutBound", 65000, "Allow", "VirtualNetwork", "VirtualNetwork"),
    defaultRule("AllowInternetOutBound", 65001, "Allow", "*", "Internet"),
    defaultRule("DenyAllOutBound", 65500, "Deny", "*", "*"),
];

/**
 * What a network security group does with a packet: the first rule that matches decides, by
 * priority, Azure's own last. Azure's host and metadata service are out of reach of all rules but
 * those that name them by tag.
 *
 * source: Microsoft Learn, "Network security groups overview", Azure platform considerations
 * date: 2026-11-21
 *
 * @throws Error for rules it does not understand, and for two of one priority, which Azure refuses
 */
export function verdict(rules: readonly Rule[], packet: Packet, world: World): Verdict {
    const platform =
        packet.direction === "Outbound" &&
        [hostAddress, metadataAddress].includes(packet.destination);
    const order = [...rules, ...azureRules]
        .filter((rule) => rule.direction === packet.direction)
        .toSorted((a, b) => Number(a.priority) - Number(b.priority));
    order.forEach((rule, i) => {
        if (i > 0 && order[i - 1]?.priority === rule.priority) {
            throw new Error(`two rules of priority ${String(rule.priority)}`);
        }
    });
    const found = order.find(
        (rule) => (!platform || namesPlatform(rule)) && matches(rule, packet, world),
    );
    return found === undefined
        ? { allowed: platform, rule: "platform" }
        : { allowed: isAllow(found), rule: String(found.name) };
}

function isAllow({ access, name }: Rule): boolean {
    if (access !== "Allow" && access !== "Deny") {
        throw new Error(`rule ${String(name)} neither allows nor denies`);
    }
    return access === "Allow";
}

function namesPlatform(rule: Rule): boolean {
    return given(rule, "destinationAddressPrefix").some((one) => one.startsWith("AzurePlatform"));
}

function matches(rule: Rule, packet: Packet, world: World): boolean {
    const sides: Side[] = ["source", "destination"];
    const protocol = String(rule.protocol).toLowerCase();
    return (
        (protocol === "*" || protocol === packet.protocol.toLowerCase()) &&
        sides.every((side) => hasAddress(rule, side, packet[side], world)) &&
        sides.every((side) => hasPort(rule, side, packet))
    );
}

function hasAddress(rule: Rule, side: Side, address: string, world: World): boolean {
    const groups = rule[`${side}ApplicationSecurityGroups`];
    if (Array.isArray(groups) && groups.length > 0) {
        throw new Error("application security groups are not understood");
    }
    return given(rule, `${side}AddressPrefix`).some((prefix) => means(prefix, address, world));
}

function hasPort(rule: Rule, side: Side, packet: Packet): boolean {
    if (packet.protocol === "Icmp") {
        return true;
    }
    const port = packet[`${side}Port`];
    return given(rule, `${side}PortRange`).some((range) => {
        const [low = "", high = low] = range.split("-");
        return range === "*" || (port >= Number(low) && port <= Number(high));
    });
}

/** The values of a field that comes as one, as several, or as both. */
function given(rule: Rule, field: string): string[] {
    const many = rule[field.endsWith("x") ? `${field}es` : `${field}s`];
    const values = [rule[field], ...(Array.isArray(many) ? (many as unknown[]) : [])];
    return values.filter((value) => typeof value === "string" && value !== "") as string[];
}
