import { Address4 } from "ip-address";

/** The address ranges of one agents' network. */
export interface NetworkRanges {
    addressSpace: string;
    agents: string;
    endpoints: string;
    firewall: string;
}

/** Networks that the private addresses of an estate's agents are cut into: one, and three to spare. */
export const networksPerEstate = 4;

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
    const whole = new Address4(addresses);
    const bits = whole.subnetMask + 2;
    const size = 1n << BigInt(32 - bits);
    const start = whole.startAddress().bigInt() + BigInt(index) * size;
    const at = (offset: bigint, mask: number): string =>
        `${Address4.fromBigInt(start + offset).correctForm()}/${mask}`;
    return {
        addressSpace: at(0n, bits),
        agents: at(0n, bits + 1),
        endpoints: at(size / 2n, endpointBits),
        firewall: at((size * 3n) / 4n, firewallBits),
    };
}
