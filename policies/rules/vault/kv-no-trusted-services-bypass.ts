import { allowed, denied, undecidable } from "../../../model/finding";
import { is, map, withDefault } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import { servesTrustedServices } from "../../../model/vaultUsers";
import { vaultTypes, vaultView } from "../../../model/views/vault";
import { defineStackRule } from "../../lib/defineRule";

/** What Azure takes where nothing is said. source: azure-native 3.28 typings of `NetworkRuleSet`; date: 2026-11-21 */
const azureBypass = "AzureServices";

/**
 * The exception is right for one thing: storage and disks that encrypt themselves with a key of the
 * vault reach it as a trusted service and no other way. Where the stack holds such a thing the
 * exception stands.
 */
export const kvNoTrustedServicesBypass = defineStackRule({
    id: "kv-no-trusted-services-bypass",
    code: "A18",
    title: "No service of Azure gets past a key vault's firewall without need",
    attack: "The exception lets whole services in, of every customer: who can run a template deployment, an automation or a data pipeline anywhere in Azure, with a stolen identity that has a role on the vault, reads it past the firewall and the private endpoint.",
    blindSpot:
        "Knows storage accounts and disk encryption sets of the same stack as a need; where another stack holds them, or another service needs it, an exemption says so.",
    severity: "medium",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: 'set networkAcls.bypass to "None" (HardenedVault: leave allowTrustedServices out), or move the keys of storage accounts to a vault of their own',
        code: 'networkAcls: { defaultAction: "Deny", bypass: "None" }',
    },
    controls: ["owasp:cicd-sec-7", "mcsb:NS-2", "mcsb:DP-8"],
    tags: ["azure", "key-vault", "network"],
    types: vaultTypes,
    settings: {},
    examples: {
        denied: 'new Vault("secrets", { properties: { networkAcls: { defaultAction: "Deny", bypass: "AzureServices" }, ... } });',
        allowed:
            'new Vault("secrets", { properties: { networkAcls: { defaultAction: "Deny", bypass: "None" }, ... } });',
    },
    judge(stack, context) {
        const given = (one: Resource) => context.declarationOf(one.urn) ?? one;
        return stack.ofType(...vaultTypes).map((resource) => {
            const { path, value } = vaultView(given(resource)).bypass;
            const bypass = map(withDefault(value, azureBypass), (text) => text.toLowerCase());
            const { urn } = resource;
            if (is(bypass, "none") || servesTrustedServices(resource, stack, given)) {
                return { urn, verdict: allowed };
            }
            if (bypass.state === "unknown") return { urn, verdict: undecidable([path]) };
            const finding = { property: path, seen: value, wanted: '"None"' };
            return { urn, verdict: denied(finding) };
        });
    },
});
