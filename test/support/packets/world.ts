import { Address4 } from "ip-address";

/** What a rule's service tags stand for where it is evaluated. */
export interface World {
    /** Address space of the network and of all it is joined to. */
    near: readonly string[];
    /** Ranges of the user-defined routes; Azure counts them to the tag VirtualNetwork. */
    routed: readonly string[];
    /** Ranges of the tags of services. */
    tags: Readonly<Record<string, readonly string[]>>;
}

/** The address at which Azure's host answers: name service, machine agent, health probes. */
export const hostAddress = "168.63.129.16";
/** The address of the instance metadata service. */
export const metadataAddress = "169.254.169.254";

/**
 * Tags as Azure might resolve them: a few made-up addresses each, apart from each other. Azure keeps
 * the real ones and changes them weekly.
 */
export const sampleTags: World["tags"] = {
    AzureActiveDirectory: ["20.190.128.0/24", "40.126.0.0/24"],
    AzureResourceManager: ["4.150.232.8/29"],
    AzureMonitor: ["13.71.172.128/28"],
    AzureKeyVault: ["13.66.138.88/30"],
    Storage: ["20.60.0.0/24"],
    MicrosoftContainerRegistry: ["13.66.140.96/29"],
    "AzureFrontDoor.FirstParty": ["204.79.197.0/24"],
    AzurePlatformDNS: [`${hostAddress}/32`],
    AzurePlatformIMDS: [`${metadataAddress}/32`],
    AzureLoadBalancer: [`${hostAddress}/32`],
};

/** Ranges nobody reaches over the internet. */
export const reserved = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

const bounds = new Map<string, readonly [number, number]>();

/** First and last address, as numbers; kept, because properties ask for the same over and over. */
export function boundsOf(range: string): readonly [number, number] {
    const known = bounds.get(range);
    if (known !== undefined) {
        return known;
    }
    const parsed = new Address4(range);
    const found = [
        Number(parsed.startAddress().bigInt()),
        Number(parsed.endAddress().bigInt()),
    ] as const;
    bounds.set(range, found);
    return found;
}

export function inRange(address: string, range: string): boolean {
    const [first, last] = boundsOf(range);
    const [number] = boundsOf(address);
    return number >= first && number <= last;
}

export function inAny(address: string, ranges: readonly string[]): boolean {
    return ranges.some((range) => inRange(address, range));
}

/**
 * Whether an address is what a rule means by a prefix: "*", a range, an address, or a tag.
 *
 * @throws Error for a tag nobody told of: a rule must not be passed over because it is not understood.
 */
export function means(prefix: string, address: string, world: World): boolean {
    if (prefix === "*") {
        return true;
    }
    if (/^[\d.]+(\/\d+)?$/.test(prefix)) {
        return inRange(address, prefix);
    }
    if (prefix === "VirtualNetwork") {
        return inAny(address, [...world.near, ...world.routed, `${hostAddress}/32`]);
    }
    if (prefix === "Internet") {
        return !inAny(address, [...world.near, ...reserved]);
    }
    const ranges = world.tags[prefix];
    if (ranges === undefined) {
        throw new Error(`no such prefix or tag: ${prefix}`);
    }
    return inAny(address, ranges);
}
