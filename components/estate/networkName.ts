import { createHash } from "node:crypto";

/**
 * The name of a network: the organization's and what it is for. Where that is too long, or begins with a
 * digit, which AWS refuses, it is shortened and ends in a hash over the whole.
 */
export function networkName(organization: string, purpose: string, most: number): string {
    const name = `${organization.toLowerCase()}-${purpose}`;
    if (name.length <= most && /^[a-z]/.test(name)) {
        return name;
    }
    const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
    return `${`n-${name}`.slice(0, most - digest.length - 1).replace(/-+$/, "")}-${digest}`;
}
