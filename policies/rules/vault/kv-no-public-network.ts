import type { Known } from "../../../model/known";
import { is } from "../../../model/known";
import { allowed, conclude, denied } from "../../../model/finding";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import type { Vault } from "../../../model/views/vault";
import { isWide } from "../../lib/addressRanges";
import { defineRule } from "../../lib/defineRule";
import { flag, wholeNumber } from "../../lib/settings";

export const kvNoPublicNetwork = defineRule({
    id: "kv-no-public-network",
    code: "A03",
    title: "A key vault is reachable through private endpoints only",
    attack: "A vault with a public endpoint can be tried from anywhere with a stolen token or a leaked client secret. Without it, an attacker needs a foothold in the network as well.",
    blindSpot: "Does not check that a private endpoint exists, nor who is in its network.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set publicNetworkAccess to "disabled" and reach the vault through a private endpoint (HardenedVault: leave allowPublicNetwork out)',
        code: 'properties: { publicNetworkAccess: "disabled" }',
    },
    controls: ["ncsc:1", "owasp:cicd-sec-7", "mcsb:NS-2"],
    tags: ["azure", "key-vault", "network"],
    types: vaultTypes,
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
        denied: 'new Vault("secrets", { properties: { publicNetworkAccess: "enabled", ... } });',
        allowed: 'new Vault("secrets", { properties: { publicNetworkAccess: "disabled", ... } });',
    },
    judge(resource, { config }) {
        const vault = vaultView(resource);
        const { path, value } = vault.publicNetwork;
        if (is(vault.publicNetworkOff, true)) return allowed;
        if (value.state === "unknown") return conclude([], [path]);
        if (!config.allowFirewalled) {
            return denied({ property: path, seen: value, wanted: "the public endpoint disabled" });
        }
        return judgeFirewall(vault, config.minPrefix);
    },
});

/** The endpoint is open and the user accepts that behind a tight firewall. */
function judgeFirewall({ defaultAction, addresses }: Vault, minPrefix: number) {
    const closed = isText(defaultAction.value, "deny");
    const action = { property: defaultAction.path, seen: defaultAction.value, wanted: "Deny" };
    const ranges = addresses.value.state === "known" ? addresses.value.value : [];
    const wide = ranges.filter(
        (range) => range.state === "known" && isWide(range.value, minPrefix),
    );
    const unknown = [
        ...(defaultAction.value.state === "unknown" ? [defaultAction.path] : []),
        ...(addresses.value.state === "unknown" || ranges.some((one) => one.state === "unknown")
            ? [addresses.path]
            : []),
    ];
    return conclude(
        [
            ...(closed || defaultAction.value.state === "unknown" ? [] : [action]),
            ...wide.map((range) => ({
                property: addresses.path,
                seen: range,
                wanted: `ranges of /${minPrefix} or narrower`,
            })),
        ],
        unknown,
    );
}

function isText(value: Known<string>, wanted: string): boolean {
    return value.state === "known" && value.value.toLowerCase() === wanted;
}
