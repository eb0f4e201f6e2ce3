/**
 * Ranges that no router of the internet carries, as address and prefix length.
 *
 * source: RFC 1918, RFC 6598 (shared address space), RFC 3927 and RFC 4291 (link-local), RFC 1122
 * (loopback), RFC 4193 (unique local)
 * date: 2026-11-21
 */
export const privateRanges: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
    ["10.0.0.0", 8, "ipv4"],
    ["172.16.0.0", 12, "ipv4"],
    ["192.168.0.0", 16, "ipv4"],
    ["100.64.0.0", 10, "ipv4"],
    ["169.254.0.0", 16, "ipv4"],
    ["127.0.0.0", 8, "ipv4"],
    ["fc00::", 7, "ipv6"],
    ["fe80::", 10, "ipv6"],
];
