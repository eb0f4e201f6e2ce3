import { is, map, withDefault } from "../../../model/known";
import { allowed, conclude, denied } from "../../../model/finding";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import type { Vault } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";
import { judgeDemands } from "../../lib/demands";
import { flag } from "../../lib/settings";

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
            "Accepts a public endpoint whose firewall refuses by default; kv-firewall-no-wide-range judges what it lets through.",
            false,
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
        return judgeFirewall(vault.defaultAction);
    },
});

/** The endpoint is open and the user accepts that behind a firewall. */
function judgeFirewall({ path, value }: Vault["defaultAction"]) {
    const met = map(withDefault(value, "Allow"), (action) => action.toLowerCase() === "deny");
    return judgeDemands([{ property: path, seen: value, met, wanted: "Deny" }]);
}
