import { Address4 } from "ip-address";

/**
 * Address ranges nobody reaches over the internet.
 *
 * source: RFC 1918 and RFC 6598
 * date: 2026-11-21
 */
export const privateRanges: readonly string[] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
];

/** A range in CIDR form whose host bits are zero; undefined when the text is none. */
export function parseRange(text: unknown): Address4 | undefined {
    if (typeof text !== "string" || !Address4.isValid(text)) {
        return undefined;
    }
    const range = new Address4(text);
    return range.networkForm() === text ? range : undefined;
}

/** True when two ranges share an address; ranges overlap only if one holds the other. */
export function overlap(one: Address4, other: Address4): boolean {
    return one.isInSubnet(other) || other.isInSubnet(one);
}

/** True when nobody reaches any address of the range over the internet. */
export function isPrivateRange(range: Address4): boolean {
    return privateRanges.some((outer) => range.isInSubnet(new Address4(outer)));
}

/**
 * The address an Azure Firewall gets in its subnet, because Azure keeps the first four for itself
 * and gives out the others in order.
 */
export function firewallAddressIn(range: string): string {
    return Address4.fromBigInt(new Address4(range).startAddress().bigInt() + 4n).correctForm();
}
