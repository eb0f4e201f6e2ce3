import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { kvNoPlatformGrants } from "../../../../policies/rules/vault/kv-no-platform-grants";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:keyvault:Vault";
const vault = (properties: PropertyTree) => ({ type, props: { properties } });

describeRule(kvNoPlatformGrants, {
    denied: [
        {
            name: "secrets for templates",
            ...vault({ enabledForTemplateDeployment: true }),
            findings: ["properties.enabledForTemplateDeployment"],
        },
        {
            name: "secrets for machines and templates",
            ...vault({ enabledForDeployment: true, enabledForTemplateDeployment: true }),
            findings: [
                "properties.enabledForDeployment",
                "properties.enabledForTemplateDeployment",
            ],
        },
        {
            name: "keys for disks, of the classic provider",
            type: "azure:keyvault:KeyVault",
            props: { enabledForDiskEncryption: true },
            findings: ["enabledForDiskEncryption"],
        },
    ],
    allowed: [
        { name: "nothing said", ...vault({}) },
        { name: "all turned off", ...vault({ enabledForDeployment: false }) },
        {
            name: "a flag the user accepts",
            ...vault({ enabledForDiskEncryption: true }),
            config: { accepted: ["enabledForDiskEncryption"] },
        },
    ],
    undecidable: [{ name: "an unknown flag", ...vault({ enabledForDeployment: UNKNOWN }) }],
    tokens: ["azure-native:keyvault/v20230701:Vault"],
});
