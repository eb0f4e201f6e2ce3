import { kvFirewallDefaultDeny } from "../../../../policies/rules/vault/kv-firewall-default-deny";
import { exemption, testRule, unknownValue } from "../../../support/ruleCases";

const vault = (networkAcls: unknown, type = "azure-native:keyvault:Vault") => ({
    resources: [{ type, props: { vaultName: "kv-acme", properties: { networkAcls } } }],
});

testRule(kvFirewallDefaultDeny, {
    denied: [
        {
            title: "a vault without a firewall",
            resources: [{ type: "azure-native:keyvault:Vault", props: { properties: {} } }],
            says: ["property  properties.networkAcls.defaultAction", "seen      nothing (not set)"],
        },
        {
            title: "a firewall that allows by default",
            ...vault({ defaultAction: "Allow", ipRules: [{ value: "203.0.113.7" }] }),
            says: ['seen      "Allow"', "wanted    Deny"],
        },
    ],
    allowed: [
        { title: "a firewall that denies by default", ...vault({ defaultAction: "Deny" }) },
        { title: "the word in another case", ...vault({ defaultAction: "deny" }) },
    ],
    undecidable: [
        {
            title: "an unknown firewall",
            ...vault(unknownValue),
            says: ["unknown   properties.networkAcls.defaultAction"],
        },
    ],
    exempt: [
        {
            title: "a vault whose one finding is accepted",
            ...vault({ defaultAction: "Allow" }),
            config: {
                exemptions: [exemption({ finding: "properties.networkAcls.defaultAction" })],
            },
            says: ["until     2026-03-05"],
        },
    ],
    tokenVariant: [
        {
            title: "of a parameterised package",
            ...vault({}, "azure-native_keyvault_v20240401:keyvault/v20240401:Vault"),
        },
        {
            title: "of the classic provider",
            resources: [
                {
                    type: "azure:keyvault/keyVault:KeyVault",
                    props: { networkAcls: { defaultAction: "Allow" } },
                },
            ],
            says: ["property  networkAcls.defaultAction"],
        },
    ],
});
