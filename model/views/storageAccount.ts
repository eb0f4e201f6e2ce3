import type { Known } from "../known";
import { map, read, readFlag, readList, readText, readTexts, withDefault } from "../known";
import { flagAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

/** Types that are an Azure storage account. */
export const storageAccountTypes = [
    "azure-native:storage:StorageAccount",
    "azure:storage:Account",
] as const;

/** Types that are a container of blobs. */
export const blobContainerTypes = [
    "azure-native:storage:BlobContainer",
    "azure:storage:Container",
] as const;

/**
 * A storage account, from azure-native or the classic provider. The provider's defaults are filled in.
 *
 * source of the defaults: typings of azure-native 3.28; of the classic provider from memory
 * date: 2026-11-21
 */
export interface StorageAccount {
    /** Whether the account's keys, and signatures made with them, open it. */
    readonly sharedKeys: Reading<boolean>;
    /** Whether a container may be opened to everybody. */
    readonly publicBlobs: Reading<boolean>;
    readonly httpsOnly: Reading<boolean>;
    /** "TLS1_2" and so on. */
    readonly minimumTls: Reading<string>;
    readonly publicNetwork: Reading<string>;
    readonly publicNetworkOff: Known<boolean>;
    /** What the firewall does with an address no rule names; absent is "Allow". */
    readonly defaultAction: Reading<string>;
    /** Addresses and ranges the firewall lets through. */
    readonly addresses: Reading<readonly Known<string>[]>;
}

export function storageAccountView({ type, props }: Resource): StorageAccount {
    return type === "azure:storage:Account" ? classic(props) : native(props);
}

function native(props: Resource["props"]): StorageAccount {
    const network = readText(props, "publicNetworkAccess");
    const rules = "networkRuleSet.ipRules";
    return {
        sharedKeys: flagAt(props, "allowSharedKeyAccess", true),
        publicBlobs: flagAt(props, "allowBlobPublicAccess", false),
        httpsOnly: flagAt(props, "enableHttpsTrafficOnly", true),
        minimumTls: textAt(props, "minimumTlsVersion", "TLS1_0"),
        publicNetwork: { path: "publicNetworkAccess", value: network },
        publicNetworkOff: withDefault(
            map(network, (value) => ["disabled", "securedbyperimeter"].includes(lower(value))),
            false,
        ),
        defaultAction: textAt(props, "networkRuleSet.defaultAction", "Allow"),
        addresses: {
            path: rules,
            value: map(readList(props, rules), (list) =>
                list.map((rule) =>
                    rule.state === "known" ? readText(rule.value, "iPAddressOrRange") : rule,
                ),
            ),
        },
    };
}

/** The classic provider renamed the flag for HTTPS; both names are in use. */
function classic(props: Resource["props"]): StorageAccount {
    const on = readFlag(props, "publicNetworkAccessEnabled");
    const renamed = "httpsTrafficOnlyEnabled";
    const https = read(props, renamed).state === "absent" ? "enableHttpsTrafficOnly" : renamed;
    const rules = "networkRules.ipRules";
    return {
        sharedKeys: flagAt(props, "sharedAccessKeyEnabled", true),
        publicBlobs: flagAt(props, "allowNestedItemsToBePublic", true),
        httpsOnly: flagAt(props, https, true),
        minimumTls: textAt(props, "minTlsVersion", "TLS1_2"),
        publicNetwork: { path: "publicNetworkAccessEnabled", value: map(on, String) },
        publicNetworkOff: withDefault(
            map(on, (value) => !value),
            false,
        ),
        defaultAction: textAt(props, "networkRules.defaultAction", "Allow"),
        addresses: { path: rules, value: readTexts(props, rules) },
    };
}

/** How far a container is open: "None" or "private" is not at all. */
export function containerAccess({ type, props }: Resource): Reading<string> {
    return type === "azure:storage:Container"
        ? textAt(props, "containerAccessType", "private")
        : textAt(props, "publicAccess", "None");
}

function lower(value: string): string {
    return value.toLowerCase();
}
