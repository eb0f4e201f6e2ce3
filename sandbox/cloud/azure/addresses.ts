import { Address4, Address6 } from "ip-address";

function parse(range: string): Address4 | Address6 | undefined {
    try {
        return range.includes(":") ? new Address6(range) : new Address4(range);
    } catch {
        return undefined;
    }
}

/** True for an address range such as 10.0.0.0/24. */
export function isRange(range: string): boolean {
    return range.includes("/") && parse(range) !== undefined;
}

/** True when the outer range holds all of the inner one. */
export function contains(outer: string, inner: string): boolean {
    const [whole, within] = [parse(outer), parse(inner)];
    if (whole instanceof Address4 && within instanceof Address4) {
        return within.isInSubnet(whole);
    }
    return whole instanceof Address6 && within instanceof Address6 && within.isInSubnet(whole);
}

/** True when two ranges share an address. Ranges overlap only if one holds the other. */
export function overlaps(one: string, other: string): boolean {
    return contains(one, other) || contains(other, one);
}
