import { allowed, denied, undecidable } from "../../../model/finding";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";

export const kvFirewallDefaultDeny = defineRule({
    id: "kv-firewall-default-deny",
    code: "A04",
    title: "A key vault's firewall refuses every address it does not name",
    attack: "Without a firewall that refuses by default, one switch (public access turned on, by hand or by a later change) opens the vault to the whole internet. The firewall is the second lock behind it.",
    blindSpot: "Does not judge the ranges the firewall lets through.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set networkAcls.defaultAction to "Deny"',
        code: 'properties: { networkAcls: { defaultAction: "Deny", bypass: "None" } }',
    },
    controls: ["owasp:cicd-sec-7", "mcsb:NS-2", "mcsb:DP-8"],
    tags: ["azure", "key-vault", "network"],
    types: vaultTypes,
    settings: {},
    examples: {
        denied: 'new Vault("secrets", { properties: { networkAcls: { defaultAction: "Allow" }, ... } });',
        allowed:
            'new Vault("secrets", { properties: { networkAcls: { defaultAction: "Deny" }, ... } });',
    },
    judge(resource) {
        const { path, value } = vaultView(resource).defaultAction;
        if (value.state === "unknown") return undecidable([path]);
        if (value.state === "known" && value.value.toLowerCase() === "deny") return allowed;
        return denied({ property: path, seen: value, wanted: "Deny" });
    },
});
