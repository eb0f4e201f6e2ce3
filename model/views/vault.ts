import type { Known } from "../known";
import {
    known,
    map,
    read,
    readFlag,
    readList,
    readNumber,
    readText,
    readTexts,
    withDefault,
} from "../known";
import { flagAt, readingAt, textAt, type Reading } from "../reading";
import type { Resource } from "../resource";

/** Types that are an Azure key vault. */
export const vaultTypes = ["azure-native:keyvault:Vault", "azure:keyvault:KeyVault"] as const;

/** Types that write an access policy onto a vault from outside. */
export const accessPolicyTypes = [
    "azure-native:keyvault:AccessPolicy",
    "azure:keyvault:AccessPolicy",
] as const;

/** Both providers call them the same. */
const platformGrants = [
    "enabledForDeployment",
    "enabledForDiskEncryption",
    "enabledForTemplateDeployment",
] as const;

/** A key vault, from azure-native or the classic provider. */
export interface Vault {
    readonly purgeProtection: Reading<boolean>;
    /** Whether the public endpoint answers; absent counts as open, as in Azure. */
    readonly publicNetwork: Reading<string>;
    readonly publicNetworkOff: Known<boolean>;
    /** What the firewall does with an address no rule names. */
    readonly defaultAction: Reading<string>;
    /** Addresses and ranges the firewall lets through. */
    readonly addresses: Reading<readonly Known<string>[]>;
    /** What gets past the firewall, "None" or "AzureServices"; Azure takes the latter when it is left out. */
    readonly bypass: Reading<string>;
    readonly softDelete: Reading<boolean>;
    /** Days for which a deleted vault can be recovered. */
    readonly softDeleteDays: Reading<number>;
    /** Kinds of Azure's own deployments that may read secrets off the vault. */
    readonly platformGrants: readonly Reading<boolean>[];
    readonly rbac: Reading<boolean>;
    /** Access policies written on the vault itself. */
    readonly accessPolicies: Reading<number>;
}

export function vaultView(resource: Resource): Vault {
    return resource.type === "azure:keyvault:KeyVault" ? classic(resource) : native(resource);
}

function native({ props }: Resource): Vault {
    const at = (name: string) => `properties.${name}`;
    const network = readText(props, at("publicNetworkAccess"));
    return {
        purgeProtection: flagAt(props, at("enablePurgeProtection")),
        publicNetwork: { path: at("publicNetworkAccess"), value: network },
        publicNetworkOff: withDefault(
            map(network, (value) => value.toLowerCase() === "disabled"),
            false,
        ),
        defaultAction: textAt(props, at("networkAcls.defaultAction")),
        addresses: nativeAddresses(props, at("networkAcls.ipRules")),
        bypass: textAt(props, at("networkAcls.bypass")),
        softDelete: flagAt(props, at("enableSoftDelete")),
        softDeleteDays: readingAt(props, at("softDeleteRetentionInDays"), readNumber),
        platformGrants: platformGrants.map((name) => flagAt(props, at(name))),
        rbac: flagAt(props, at("enableRbacAuthorization")),
        accessPolicies: count(props, at("accessPolicies")),
    };
}

/** The classic provider renamed the RBAC flag; both names are in use. */
function classic({ props }: Resource): Vault {
    const on = readFlag(props, "publicNetworkAccessEnabled");
    const renamed = "rbacAuthorizationEnabled";
    const rbac = read(props, renamed).state === "absent" ? "enableRbacAuthorization" : renamed;
    return {
        purgeProtection: flagAt(props, "purgeProtectionEnabled"),
        publicNetwork: { path: "publicNetworkAccessEnabled", value: map(on, String) },
        publicNetworkOff: withDefault(
            map(on, (value) => !value),
            false,
        ),
        defaultAction: textAt(props, "networkAcls.defaultAction"),
        addresses: { path: "networkAcls.ipRules", value: readTexts(props, "networkAcls.ipRules") },
        bypass: textAt(props, "networkAcls.bypass"),
        // The classic provider leaves no way to turn it off.
        softDelete: { path: "softDeleteRetentionDays", value: known(true) },
        softDeleteDays: readingAt(props, "softDeleteRetentionDays", readNumber),
        platformGrants: platformGrants.map((name) => flagAt(props, name)),
        rbac: flagAt(props, rbac),
        accessPolicies: count(props, "accessPolicies"),
    };
}

function nativeAddresses(props: Resource["props"], path: string): Vault["addresses"] {
    const value = map(readList(props, path), (rules) =>
        rules.map((rule) => (rule.state === "known" ? readText(rule.value, "value") : rule)),
    );
    return { path, value };
}

function count(props: Resource["props"], path: string): Reading<number> {
    return { path, value: map(readList(props, path), (items) => items.length) };
}
