import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { kvFirewallNoWideRange } from "../../../../policies/rules/vault/kv-firewall-no-wide-range";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:keyvault:Vault";
const letting = (...ranges: PropertyTree[]) => ({
    type,
    props: { properties: { networkAcls: { defaultAction: "Deny", ipRules: ranges } } },
});
const path = "properties.networkAcls.ipRules";

describeRule(kvFirewallNoWideRange, {
    denied: [
        { name: "every address", ...letting({ value: "0.0.0.0/0" }), findings: [path] },
        {
            name: "a range beside an unknown one",
            ...letting({ value: UNKNOWN }, { value: "10.0.0.0/8" }),
            findings: [path],
        },
        {
            name: "two wide ranges beside a narrow one",
            ...letting({ value: "52.0.0.0/8" }, { value: "203.0.113.7" }, { value: "20.0.0.0/23" }),
            findings: [path, path],
        },
        {
            name: "a range of the classic provider",
            type: "azure:keyvault:KeyVault",
            props: { networkAcls: { ipRules: ["52.0.0.0/8"] } },
            findings: ["networkAcls.ipRules"],
        },
    ],
    allowed: [
        { name: "no firewall, which another rule names", type, props: { properties: {} } },
        {
            name: "a range where the public endpoint is closed",
            type,
            props: {
                properties: {
                    publicNetworkAccess: "Disabled",
                    networkAcls: { ipRules: [{ value: "52.0.0.0/8" }] },
                },
            },
        },
        {
            name: "an address and a range of 24 bits",
            ...letting({ value: "203.0.113.7" }, { value: "203.0.113.0/24" }),
        },
        {
            name: "a range as wide as the user accepts",
            ...letting({ value: "203.0.112.0/20" }),
            config: { minPrefix: 20 },
        },
    ],
    undecidable: [
        { name: "an unknown range", ...letting({ value: UNKNOWN }) },
        { name: "unknown properties", type, props: { properties: UNKNOWN } },
    ],
    tokens: ["azure-native:keyvault/v20230701:Vault"],
});
