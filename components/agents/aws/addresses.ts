import { Address4 } from "ip-address";

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
        agents: part(network, 2, zone),
        firewall: part(network, 4, 8 + 2 * zone),
        nat: part(network, 4, 9 + 2 * zone),
    };
}

/** One of the 2^bits equal parts of a range. */
function part(network: string, bits: number, index: number): string {
    const range = new Address4(network);
    const length = range.subnetMask + bits;
    const size = 2n ** BigInt(32 - length);
    const first = Address4.fromBigInt(range.startAddress().bigInt() + size * BigInt(index));
    return `${first.correctForm()}/${length}`;
}
