/**
 * Whether an IPv4 range lets in more than a prefix of that length does: "10.0.0.0/8" does, a single
 * address does not. 0.0.0.0 means every address in some services, whatever stands behind it.
 */
export function isWide(range: string, minPrefix: number): boolean {
    const [address, prefix] = range.trim().split("/");
    return address === "0.0.0.0" || (prefix !== undefined && !(Number(prefix) >= minPrefix));
}
