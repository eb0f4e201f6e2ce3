import { rangePart } from "../../shared/ranges";

/** The ranges of one zone. */
export interface ZoneRanges {
    /** For agents and the endpoints they use: a quarter of the network. */
    agents: string;
    /** For the endpoint of the firewall: a sixteenth. */
    firewall: string;
    /** For the NAT gateway, the only thing with a public address: a sixteenth. */
    nat: string;
}

/**
 * The ranges of the zone with the given index, 0 or 1. Quarters 0 and 1 are for agents, quarter 2 is
 * cut into four for firewalls and gateways, quarter 3 stays free.
 */
export function zoneRanges(network: string, zone: number): ZoneRanges {
    return {
        agents: rangePart(network, 2, zone),
        firewall: rangePart(network, 4, 8 + 2 * zone),
        nat: rangePart(network, 4, 9 + 2 * zone),
    };
}
