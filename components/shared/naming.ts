import { createHash } from "node:crypto";

/** What Azure accepts as the length of a name, by the prefix this estate gives to each kind. */
const longest = { rg: 90, id: 120, vnet: 64, snet: 80, nsg: 80, log: 63, pe: 64 } as const;

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
    const lower = parts.map((part) => part.toLowerCase());
    const clean = lower.map((part) => part.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""));
    const name = `${prefix}-${clean.join("--")}`;
    if (name.length <= longest[prefix] && clean.every((part, i) => part === lower[i] && part)) {
        return name;
    }
    const digest = createHash("sha256").update(lower.join("\0")).digest("hex");
    const room = longest[prefix] - digestLength - 1;
    const head = name.slice(0, room).replace(/-+$/, "");
    return `${head}-${digest.slice(0, digestLength)}`;
}
