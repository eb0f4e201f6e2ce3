import { conclude, denied } from "../../../model/finding";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { defineRule } from "../../lib/defineRule";

export const kvPurgeProtection = defineRule({
    id: "kv-purge-protection",
    code: "A01",
    title: "A deleted key vault cannot be erased before its retention ends",
    attack: "Who may delete a vault can erase it and every key and secret in it for good, at once: data encrypted with its keys is lost and deployments stop. With purge protection not even an owner can, until the retention time is over.",
    blindSpot: "Says nothing of how long the retention is, nor of who may delete.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "set enablePurgeProtection to true (HardenedVault: leave allowPurge out); Azure does not let it be turned off again",
        code: "properties: { enablePurgeProtection: true }",
    },
    controls: ["ncsc:5", "owasp:cicd-sec-6", "cis:2.1.7", "mcsb:DP-8"],
    tags: ["azure", "key-vault"],
    types: vaultTypes,
    settings: {},
    examples: {
        denied: 'new Vault("secrets", { properties: { enableSoftDelete: true, ... } });',
        allowed: 'new Vault("secrets", { properties: { enablePurgeProtection: true, ... } });',
    },
    judge(resource) {
        const { path, value } = vaultView(resource).purgeProtection;
        if (value.state === "unknown") return conclude([], [path]);
        if (value.state === "known" && value.value) return conclude([]);
        return denied({ property: path, seen: value, wanted: "true" });
    },
});
