import { kvNoPublicNetwork } from "../../../../policies/rules/vault/kv-no-public-network";
import { exemption, testRule, unknownValue } from "../../../support/ruleCases";

const vault = (properties: unknown, type = "azure-native:keyvault:Vault") => ({
    resources: [{ type, props: { vaultName: "kv-acme", properties } }],
});
const open = (networkAcls: unknown) => vault({ publicNetworkAccess: "Enabled", networkAcls });
const firewalled = { config: { allowFirewalled: true } };

testRule(kvNoPublicNetwork, {
    denied: [
        {
            title: "a vault that leaves the setting out, because Azure then opens it",
            ...vault({}),
            says: ["property  properties.publicNetworkAccess", "seen      nothing (not set)"],
        },
        {
            title: "a vault with a public endpoint",
            ...open({ defaultAction: "Deny" }),
            says: ['seen      "Enabled"', "wanted    the public endpoint disabled"],
        },
        {
            title: "a vault whose firewall lets everyone in, where firewalls are accepted",
            ...open({ defaultAction: "Allow" }),
            ...firewalled,
            says: ["property  properties.networkAcls.defaultAction", "wanted    Deny"],
        },
    ],
    allowed: [
        {
            title: "a vault without a public endpoint",
            ...vault({ publicNetworkAccess: "Disabled" }),
        },
        {
            title: "a wide range where firewalls are accepted, which another rule names",
            ...open({ defaultAction: "Deny", ipRules: [{ value: "203.0.0.0/8" }] }),
            ...firewalled,
        },
        {
            title: "a tight firewall, where firewalls are accepted",
            ...open({ defaultAction: "Deny", ipRules: [{ value: "203.0.113.0/24" }] }),
            ...firewalled,
        },
    ],
    undecidable: [
        {
            title: "an unknown setting",
            ...vault({ publicNetworkAccess: unknownValue }),
            says: ["unknown   properties.publicNetworkAccess"],
        },
        {
            title: "an accepted firewall that is unknown",
            ...open({ defaultAction: unknownValue }),
            ...firewalled,
            says: ["unknown   properties.networkAcls.defaultAction"],
        },
    ],
    exempt: [
        {
            title: "a vault named by a glob",
            resources: [{ type: "azure-native:keyvault:Vault", name: "kv-old", props: {} }],
            config: { exemptions: [exemption({ resource: "kv-*" })] },
            says: ["approver  grace, SEC-42"],
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            ...vault({}, "azure-native:keyvault/v20230701:Vault"),
        },
        {
            title: "of the classic provider",
            resources: [
                {
                    type: "azure:keyvault/keyVault:KeyVault",
                    props: { publicNetworkAccessEnabled: true },
                },
            ],
            says: ["property  publicNetworkAccessEnabled"],
        },
    ],
});
