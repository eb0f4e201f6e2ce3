import { Address4 } from "ip-address";

/** One of the 2^bits equal parts of an IPv4 range, counted from 0: part 1 of "10.0.0.0/22" with 2 bits is "10.0.1.0/24". */
export function rangePart(range: string, bits: number, index: number): string {
    const whole = new Address4(range);
    const length = whole.subnetMask + bits;
    const size = 2n ** BigInt(32 - length);
    const first = Address4.fromBigInt(whole.startAddress().bigInt() + size * BigInt(index));
    return `${first.correctForm()}/${length}`;
}
