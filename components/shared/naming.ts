import { createHash } from "node:crypto";

/** What Azure accepts as the length of a name, by the prefix this estate gives to each kind. */
const longest = {
    rg: 90,
    id: 120,
    vnet: 64,
    snet: 80,
    nsg: 80,
    log: 63,
    pe: 64,
    evt: 64,
    ag: 260,
    alert: 260,
    pip: 80,
    ng: 80,
    rt: 80,
    afw: 56,
    afwp: 80,
    fl: 80,
    vmss: 64,
    dcr: 64,
    mc: 80,
    mdp: 44,
    dc: 26,
    dcp: 63,
} as const;

const digestLength = 8;

/** Kinds of Azure resources that get a generated name. */
export type NamePrefix = keyof typeof longest;

/**
 * A readable Azure name from parts that other systems chose: `rg-acme--web--production`.
 *
 * Lower case letters, digits and hyphens only, starting and ending with a letter or digit, never
 * longer than Azure allows. Different parts give different names (upper and lower case aside, which
 * neither GitHub nor Azure tells apart): the double hyphen never occurs inside a part, and a name
 * that lost something, through a character Azure refuses or for its length, ends with eight digits
 * of a hash over the parts as they were.
 */
export function azureName(prefix: NamePrefix, ...parts: string[]): string {
    return readableName(`${prefix}-`, parts, longest[prefix]);
}

/**
 * A name for a storage account, unique in all of Azure as far as `owner` is (a subscription's id, for
 * example): at most 24 small letters and digits, the last eight of a hash over owner and parts.
 */
export function storageAccountName(owner: string, ...parts: string[]): string {
    const head = `st${parts
        .join("")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "")}`.slice(0, 16);
    const digest = createHash("sha256")
        .update([owner, ...parts].join("\0"))
        .digest("hex");
    return `${head}${digest.slice(0, digestLength)}`;
}

/**
 * The rule behind {@link azureName}: `head`, then the parts. `most` is what the service accepts as a
 * length, `refused` what it refuses although the characters are right.
 */
export function readableName(head: string, parts: string[], most: number, refused = /^$/): string {
    const lower = parts.map((part) => part.toLowerCase());
    const clean = lower.map((part) => part.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
    const name = `${head}${clean.join("--")}`;
    const isWhole = clean.every((part, i) => part === lower[i] && part);
    if (isWhole && name.length <= most && !refused.test(name)) {
        return name;
    }
    const digest = createHash("sha256").update(lower.join("\0")).digest("hex");
    const kept = name.slice(0, most - digestLength - 1).replace(/-+$/, "");
    return `${kept}-${digest.slice(0, digestLength)}`;
}
