import fc from "fast-check";
import type { Packet } from "./securityGroup";
import { boundsOf, reserved } from "./world";

/** Any address of a range, its first ones more often than others. */
export function addressIn(range: string): fc.Arbitrary<string> {
    const [min, max] = boundsOf(range);
    return fc.integer({ min, max }).map(dotted);
}

const dotted = (number: number) =>
    [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join(".");

/** Addresses of the given ranges, just beside them, and anywhere. */
export function addressesAround(ranges: readonly string[]): fc.Arbitrary<string> {
    const all = ranges.map(boundsOf);
    const beside = all
        .flatMap(([first, last]) => [first - 1, last + 1])
        .filter((number) => number >= 0 && number < 2 ** 32);
    const inside = all.map(([min, max]) => fc.integer({ min, max }));
    return fc
        .oneof(
            { weight: 5, arbitrary: fc.oneof(...inside) },
            { weight: 2, arbitrary: fc.constantFrom(...beside) },
            { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 ** 32 - 1 }) },
        )
        .map(dotted);
}

/** Addresses nobody reaches over the internet. */
export const privateAddresses: fc.Arbitrary<string> = fc.oneof(...reserved.map(addressIn));

const ports = fc.oneof(
    { weight: 3, arbitrary: fc.constant(443) },
    { weight: 2, arbitrary: fc.constantFrom(22, 53, 80, 442, 444, 3389, 8080) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 65535 }) },
);

/** Packets of one direction between the given addresses. */
export function packets(
    direction: Packet["direction"],
    source: fc.Arbitrary<string>,
    destination: fc.Arbitrary<string>,
): fc.Arbitrary<Packet> {
    return fc.record({
        direction: fc.constant(direction),
        protocol: fc.oneof(
            { weight: 3, arbitrary: fc.constant("Tcp" as const) },
            { weight: 1, arbitrary: fc.constantFrom("Udp" as const, "Icmp" as const) },
        ),
        source,
        sourcePort: fc.integer({ min: 1024, max: 65535 }),
        destination,
        destinationPort: ports,
    });
}
