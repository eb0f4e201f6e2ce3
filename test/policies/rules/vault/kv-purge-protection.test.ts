import { kvPurgeProtection } from "../../../../policies/rules/vault/kv-purge-protection";
import { exemption, testRule, unknownValue } from "../../../support/ruleCases";

const vault = (properties: unknown, type = "azure-native:keyvault:Vault") => ({
    resources: [{ type, props: { vaultName: "kv-acme", properties } }],
});

testRule(kvPurgeProtection, {
    denied: [
        {
            title: "a vault whose purge protection is unset",
            ...vault({ enableSoftDelete: true }),
            says: [
                "property  properties.enablePurgeProtection",
                "seen      nothing (not set)",
                "wanted    true",
                "change    set enablePurgeProtection to true",
                "standard  NCSC Secure the build and deployment pipeline, ncsc:5",
                "docs      docs/rules/kv-purge-protection.md",
            ],
        },
        {
            title: "a vault whose purge protection is off",
            ...vault({ enablePurgeProtection: false }),
            says: ["seen      false"],
        },
        {
            title: "a vault without properties",
            resources: [{ type: "azure-native:keyvault:Vault", props: {} }],
            says: ["seen      nothing (not set)"],
        },
    ],
    allowed: [
        { title: "a vault with purge protection", ...vault({ enablePurgeProtection: true }) },
        {
            title: "a resource that is no vault",
            ...vault({ enablePurgeProtection: false }, "azure-native:keyvault:Secret"),
        },
    ],
    undecidable: [
        {
            title: "a vault whose purge protection is unknown",
            ...vault({ enablePurgeProtection: unknownValue }),
            says: ["unknown   properties.enablePurgeProtection"],
        },
        {
            title: "a vault whose properties are unknown as a whole",
            ...vault(unknownValue),
            says: ["unknown   properties.enablePurgeProtection"],
        },
    ],
    exempt: [
        {
            title: "a vault with a dated exemption",
            ...vault({}),
            config: { exemptions: [exemption()] },
            says: ["until     2026-03-05", "approver  grace, SEC-42"],
        },
    ],
    tokenVariant: [
        {
            title: "pinned to an API version",
            ...vault({}, "azure-native:keyvault/v20230701:Vault"),
        },
        {
            title: "of a parameterised package",
            ...vault({}, "azure-native_keyvault_v20240401:keyvault/v20240401:Vault"),
        },
        {
            title: "of the classic provider",
            resources: [
                {
                    type: "azure:keyvault/keyVault:KeyVault",
                    props: { purgeProtectionEnabled: false },
                },
            ],
            says: ["property  purgeProtectionEnabled"],
        },
    ],
});
