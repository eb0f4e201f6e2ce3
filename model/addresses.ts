import { BlockList, isIP } from "node:net";

import { privateRanges } from "./data/privateRanges";

/**
 * Whether an address prefix or tag stands for the internet: every spelling of everything, the tags
 * for it and for all of Azure (where anybody rents a machine), and public ranges of /8 or wider.
 */
export function isInternet(prefix: string): boolean {
    const written = prefix.trim().toLowerCase();
    if (["*", "any", "internet", "0.0.0.0", "::"].includes(written)) return true;
    if (/^azurecloud(\.|$)/.test(written)) return true;
    const [, length] = written.split("/");
    return length !== undefined && Number(length) <= 8 && isPublicRange(written);
}

/** Whether a range ("52.0.0.0/16", "8.0.0.0-8.0.0.255") holds addresses of the internet; one address is none. */
export function isPublicRange(range: string): boolean {
    const written = range.trim();
    const [first = "", last] = written.split("-");
    if (last !== undefined) {
        const ends = [first.trim(), last.trim()];
        return ends.every((one) => isIP(one) > 0) && !ends.every((one) => isPrivate(one, 128));
    }
    const [address = "", length] = written.split("/");
    const version = isIP(address);
    if (version === 0 || length === undefined) return false;
    return Number(length) < (version === 6 ? 128 : 32) && !isPrivate(address, Number(length));
}

function isPrivate(address: string, length: number): boolean {
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    return blocks.some((block) => length >= block.length && block.list.check(address, family));
}

const blocks = privateRanges.map(([address, length, family]) => {
    const list = new BlockList();
    list.addSubnet(address, length, family);
    return { length, list };
});
