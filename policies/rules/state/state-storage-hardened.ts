import { is, map, type Known } from "../../../model/known";
import { some } from "../../../model/logic";
import {
    blobContainerTypes,
    containerAccess,
    storageAccountTypes,
    storageAccountView,
    type StorageAccount,
} from "../../../model/views/storageAccount";
import { isWide } from "../../lib/addressRanges";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands, type Demand } from "../../lib/demands";
import { flag, wholeNumber } from "../../lib/settings";

/**
 * Keys of the account are another rule's (`storage-no-shared-keys`): whether they may be, other
 * resources of the stack decide.
 */
export const stateStorageHardened = defineRule({
    id: "state-storage-hardened",
    code: "E10",
    title: "A storage account is closed to the internet, to anonymous readers and to old encryption",
    attack: "State and logs hold what an attacker looks for: names of everything, and secrets under one key. A container that anybody may read is found by scanners within hours; an open endpoint turns one leaked token into all of it.",
    blindSpot:
        "Judges every storage account, whatever it holds. Does not see who holds roles on it, that a private endpoint exists, nor a firewall that stands beside an account of the classic provider (AccountNetworkRules).",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "close the public endpoint, let the firewall refuse by default, allow no public blobs, and ask for HTTPS with TLS 1.2 (StateStore: leave allowPublicNetwork and allowAddresses out)",
        code: `publicNetworkAccess: "Disabled",
networkRuleSet: { defaultAction: "Deny", bypass: "None" },
allowBlobPublicAccess: false,
enableHttpsTrafficOnly: true,
minimumTlsVersion: "TLS1_2"`,
    },
    controls: ["owasp:cicd-sec-9", "mcsb:NS-2", "mcsb:DP-3"],
    tags: ["azure", "state", "network"],
    types: [...storageAccountTypes, ...blobContainerTypes],
    settings: {
        allowFirewalled: flag(
            "Accepts a public endpoint whose firewall refuses by default and names no wide range.",
            false,
        ),
        minPrefix: wholeNumber(
            "Shortest prefix of an address range that allowFirewalled accepts.",
            24,
            8,
            32,
        ),
    },
    examples: {
        denied: 'new StorageAccount("state", { accountName: "stacmestate", minimumTlsVersion: "TLS1_0", ... });',
        allowed: `new StorageAccount("state", {
    accountName: "stacmestate",
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "None" },
    ...
});`,
    },
    judge(resource, { config }) {
        if (blobContainerTypes.some((type) => type === resource.type)) {
            const { path, value } = containerAccess(resource);
            const met = map(value, (access) => ["none", "private"].includes(access.toLowerCase()));
            return judgeDemands([{ property: path, seen: value, met, wanted: "no public access" }]);
        }
        const account = storageAccountView(resource);
        return judgeDemands([
            flagIs(account.publicBlobs, false),
            flagIs(account.httpsOnly, true),
            {
                property: account.minimumTls.path,
                seen: account.minimumTls.value,
                met: map(account.minimumTls.value, (version) => !/^tls1_[01]$/i.test(version)),
                wanted: "TLS1_2 or newer",
            },
            ...endpoint(account, config),
        ]);
    },
});

/** One open endpoint is one finding: what its firewall says counts where the user accepts a firewall. */
function endpoint(
    account: StorageAccount,
    { allowFirewalled, minPrefix }: { allowFirewalled: boolean; minPrefix: number },
): Demand[] {
    const { defaultAction, publicNetwork, publicNetworkOff } = account;
    if (!allowFirewalled) {
        const wanted = "the public endpoint disabled";
        const { path, value } = publicNetwork;
        return [{ property: path, seen: value, met: publicNetworkOff, wanted }];
    }
    const denies = map(defaultAction.value, (action) => action.toLowerCase() === "deny");
    return [
        {
            property: defaultAction.path,
            seen: defaultAction.value,
            met: some([publicNetworkOff, denies]),
            wanted: "Deny",
        },
        narrow(account, minPrefix),
    ];
}

function flagIs({ path, value }: StorageAccount["httpsOnly"], wanted: boolean): Demand {
    const met = map(value, (on) => on === wanted);
    return { property: path, seen: value, met, wanted: String(wanted) };
}

/** The endpoint may be open; what the firewall lets through it is narrow. */
function narrow({ addresses, publicNetworkOff }: StorageAccount, minPrefix: number): Demand {
    const ranges = addresses.value.state === "known" ? addresses.value.value : [addresses.value];
    const wide = ranges.filter((one) => one.state === "known" && isWide(one.value, minPrefix));
    const [first] = wide;
    return {
        property: addresses.path,
        seen: first ?? addresses.value,
        met: is(publicNetworkOff, true) ? publicNetworkOff : metBy(wide.length, ranges),
        wanted: `ranges of /${minPrefix} or narrower`,
    };
}

function metBy(wide: number, ranges: readonly Known<string>[]): Known<boolean> {
    if (wide > 0) return { state: "known", value: false };
    if (ranges.some((one) => one.state === "unknown")) return { state: "unknown" };
    return { state: "known", value: true };
}
