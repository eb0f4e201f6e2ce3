import { createHash } from "node:crypto";

/**
 * A GUID that is always the same for the same parts, and another one for others. Names with which
 * Azure wants a GUID are then known in preview, and a second run finds what the first one made.
 */
export function stableGuid(...parts: string[]): string {
    const digest = createHash("sha256").update(parts.join("\0")).digest("hex");
    // The form of version 8: a GUID whose bits are the maker's own. source: RFC 9562, 5.8.
    return [
        digest.slice(0, 8),
        digest.slice(8, 12),
        `8${digest.slice(13, 16)}`,
        `a${digest.slice(17, 20)}`,
        digest.slice(20, 32),
    ].join("-");
}
