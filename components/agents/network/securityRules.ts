import type { EgressProfile } from "../egress/egressProfile";
import type { AgentNetworkArgs } from "./agentNetworkArgs";
import { firewallAddressIn, privateRanges } from "./ranges";

/** A rule of a network security group, as azure-native takes it. */
export interface SecurityRule {
    name: string;
    description: string;
    priority: number;
    direction: string;
    access: string;
    protocol: string;
    sourceAddressPrefix: string;
    sourcePortRange: string;
    destinationAddressPrefix?: string;
    destinationAddressPrefixes?: string[];
    destinationPortRange: string;
}

/** Where a rule leads: one prefix or service tag, or several prefixes, which cannot be tags. */
type Destination = string | readonly string[];
type Unranked = Omit<SecurityRule, "priority" | "direction">;

/** The numbers Azure leaves for rules of one's own; the lowest wins. */
const priorities = { first: 100, step: 10, last: 4096 } as const;

/**
 * The agents' rules. Nothing comes in: the first rule says so, and no rule can stand before it.
 * Outbound, what is near is denied by address before anything far is allowed, because the tag
 * "VirtualNetwork" can hold the default route and would deny too much there; by tag it is denied
 * once more before Azure's own rules, which would allow it.
 */
export function agentRules(args: AgentNetworkArgs, profiles: EgressProfile[]): SecurityRule[] {
    const near = [
        allow(args, "private-endpoints", args.endpointRange, "Private endpoints of the network"),
        ...(args.firewallRange === undefined ? [] : nameRules(args, args.firewallRange)),
        deny("lateral", privateRanges, "Other machines, peered networks, other sites"),
    ];
    const far =
        args.egress === "firewall"
            ? firewallRules(args)
            : profiles.flatMap((profile) => profileRules(args, profile));
    return [
        ...ranked("Inbound", [deny("all-inbound", "*", "Agents ask for work, nobody calls them")]),
        ...ranked("Outbound", [...near, ...far]),
        ...lastRules(),
    ];
}

/** Rules of the private endpoints: agents come in by HTTPS; endpoints call nobody. */
export function endpointRules(args: AgentNetworkArgs): SecurityRule[] {
    const agents = allow(args, "https-from-agents", args.endpointRange, "Agents of the network");
    return [
        ...ranked("Inbound", [agents, deny("all-inbound", "*", "Everybody else")]),
        ...ranked("Outbound", [deny("all-outbound", "*", "Endpoints answer only")]),
    ];
}

/** Names are looked up at the firewall, which looks them up at Azure; not past it. */
function nameRules(args: AgentNetworkArgs, firewallRange: string): Unranked[] {
    const address = `${firewallAddressIn(firewallRange)}/32`;
    const ask = (protocol: string): Unranked => ({
        ...allow(args, `names-${protocol.toLowerCase()}`, address, "The firewall answers names"),
        protocol,
        destinationPortRange: "53",
    });
    return [
        ask("Udp"),
        ask("Tcp"),
        deny("names-of-platform", "AzurePlatformDNS", "No lookup past the firewall"),
    ];
}

/** All that is far goes to the firewall, by the route table, and that decides by name. */
function firewallRules(args: AgentNetworkArgs): Unranked[] {
    const https = allow(
        args,
        "https",
        "0.0.0.0/0",
        "Routed to the firewall, which knows the names",
    );
    const http = { ...https, name: "allow-http", destinationPortRange: "80" };
    return args.allowPlainHttp === true ? [https, http] : [https];
}

/** One rule for the ranges of a service and one for each of its tags. */
function profileRules(args: AgentNetworkArgs, profile: EgressProfile): Unranked[] {
    const { name, opens, ranges, serviceTags } = profile;
    return [
        ...(ranges.length === 0 ? [] : [allow(args, name, ranges, opens)]),
        ...serviceTags.map((tag) => allow(args, `${name}-${tag}`, tag, opens)),
    ];
}

/** What is left, before Azure's own rules would let the network and the internet through. */
function lastRules(): SecurityRule[] {
    return [
        deny("virtual-network", "VirtualNetwork", "Overrides Azure's rule 65000"),
        deny("all-outbound", "*", "Overrides Azure's rule 65001"),
    ].map((rule, i) => ({ ...rule, priority: priorities.last - 1 + i, direction: "Outbound" }));
}

function allow(args: AgentNetworkArgs, name: string, to: Destination, why: string): Unranked {
    return {
        ...unranked(`allow-${name}`, why, to),
        access: "Allow",
        protocol: "Tcp",
        sourceAddressPrefix: args.agentRange,
        destinationPortRange: "443",
    };
}

function deny(name: string, to: Destination, why: string): Unranked {
    return unranked(`deny-${name}`, why, to);
}

function unranked(name: string, description: string, to: Destination): Unranked {
    return {
        name,
        description,
        access: "Deny",
        protocol: "*",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        ...(typeof to === "string"
            ? { destinationAddressPrefix: to }
            : { destinationAddressPrefixes: [...to] }),
        destinationPortRange: "*",
    };
}

function ranked(direction: string, rules: Unranked[]): SecurityRule[] {
    return rules.map((rule, i) => ({
        ...rule,
        priority: priorities.first + i * priorities.step,
        direction,
    }));
}
