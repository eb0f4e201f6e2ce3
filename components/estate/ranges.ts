import { rangePart } from "../shared/ranges";

/** The address ranges of one agents' network. */
export interface NetworkRanges {
    addressSpace: string;
    agents: string;
    endpoints: string;
    firewall: string;
}

/** Networks that the private addresses of an estate's agents are cut into: one, and three to spare. */
const networksPerEstate = 4;

const endpointBits = 27;
const firewallBits = 26;

/**
 * The ranges of the network with the given number, from 0: a quarter of `addresses` each, of which the
 * first half is the agents', and private endpoints and the firewall share the second.
 *
 * @throws RangeError for a number that is too high
 */
export function networkRanges(addresses: string, index: number): NetworkRanges {
    if (index >= networksPerEstate) {
        throw new RangeError(`network ${index} of ${networksPerEstate}`);
    }
    const addressSpace = rangePart(addresses, 2, index);
    const half = rangePart(addressSpace, 1, 1);
    return {
        addressSpace,
        agents: rangePart(addressSpace, 1, 0),
        endpoints: firstOf(half, endpointBits),
        firewall: firstOf(rangePart(half, 1, 1), firewallBits),
    };
}

/** The first part of a range that has a prefix of so many bits. */
function firstOf(range: string, prefix: number): string {
    return rangePart(range, prefix - Number(range.split("/")[1]), 0);
}
