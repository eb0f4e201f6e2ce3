import { createHash } from "node:crypto";

function digest(...parts: string[]): Buffer {
    return createHash("sha256").update(parts.join("\0")).digest();
}

/** A GUID that depends on nothing but its parts, so that a second run says the same. */
export function guid(...parts: string[]): string {
    const bytes = digest("guid", ...parts).subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString("hex");
    const cuts = [0, 8, 12, 16, 20, 32];
    return cuts
        .slice(1)
        .map((end, i) => hex.slice(cuts[i], end))
        .join("-");
}

/** Hexadecimal digits that depend on the parts, 64 at most. */
export function hex(length: number, ...parts: string[]): string {
    return digest("hex", ...parts)
        .toString("hex")
        .slice(0, length);
}

/** A whole number of eight or nine digits that depends on the parts. */
export function ordinal(...parts: string[]): number {
    return 10_000_000 + (digest("ordinal", ...parts).readUInt32BE(0) % 190_000_000);
}

/** A GitHub node id: a short type name, then base64url of something unique. */
export function nodeId(prefix: string, ...parts: string[]): string {
    return `${prefix}_kgDO${digest("node", ...parts)
        .toString("base64url")
        .slice(0, 8)}`;
}
