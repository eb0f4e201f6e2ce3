import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { nsgNoInternetInbound } from "../../../../policies/rules/agents/nsg-no-internet-inbound";
import { describeRule } from "../../../support/describeRule";

const type = "azure-native:network:NetworkSecurityGroup";
const ssh: PropertyTree = {
    name: "ssh",
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    destinationPortRange: "22",
};
const group = (...rules: (PropertyTree | typeof UNKNOWN)[]) => ({
    type,
    props: { securityRules: rules },
});
const from = (sourceAddressPrefix: string) => group({ ...ssh, sourceAddressPrefix });
const web = (changes: PropertyTree, name = "nsg-web") => ({
    type,
    props: {
        networkSecurityGroupName: name,
        securityRules: [
            { ...ssh, sourceAddressPrefix: "Internet", destinationPortRange: "443", ...changes },
        ],
    },
    config: { publicEndpoints: ["nsg-web"] },
});
const one = ["securityRules[0]"];

describeRule(nsgNoInternetInbound, {
    denied: [
        { name: "everybody", ...from("*"), findings: one },
        { name: "the service tag", ...from("internet"), findings: one },
        { name: "every IPv4 address", ...from("0.0.0.0/0"), findings: one },
        { name: "every IPv6 address", ...from("::/0"), findings: one },
        { name: "half of all addresses", ...from("128.0.0.0/1"), findings: one },
        { name: "all of Azure", ...from("AzureCloud.westeurope"), findings: one },
        { name: "a large part of all addresses", ...from("52.0.0.0/8"), findings: one },
        {
            name: "everybody in the plural field",
            ...group({ ...ssh, sourceAddressPrefixes: ["10.0.0.0/8", "0.0.0.0/0"] }),
            findings: one,
        },
        {
            name: "everybody beside a rule that is not known",
            ...group(UNKNOWN, { ...ssh, sourceAddressPrefix: "*" }),
            findings: ["securityRules[1]"],
        },
        {
            name: "a rule of its own",
            type: "azure-native:network:SecurityRule",
            props: { ...ssh, sourceAddressPrefix: "*" },
            findings: ["(resource)"],
        },
        {
            name: "a rule of its own, of the classic provider",
            type: "azure:network/networkSecurityRule:NetworkSecurityRule",
            props: { ...ssh, sourceAddressPrefix: "*" },
            findings: ["(resource)"],
        },
        {
            name: "more ports than an accepted group may open",
            ...web({ destinationPortRanges: ["443", "8443"] }),
            findings: one,
        },
        { name: "HTTPS of a group that is not accepted", ...web({}, "nsg-db"), findings: one },
    ],
    allowed: [
        { name: "HTTPS of an accepted group", ...web({}) },
        { name: "a private range", ...from("10.0.0.0/8") },
        { name: "a group without rules", type, props: {} },
        {
            name: "a denial of everybody",
            ...group({ ...ssh, access: "Deny", sourceAddressPrefix: "*" }),
        },
        {
            name: "everything on the way out",
            ...group({ ...ssh, direction: "Outbound", sourceAddressPrefix: "*" }),
        },
        {
            name: "a denial whose sources are unknown",
            ...group({ ...ssh, access: "Deny", sourceAddressPrefix: UNKNOWN }),
        },
    ],
    undecidable: [
        { name: "an unknown protocol of an accepted group", ...web({ protocol: UNKNOWN }) },
        { name: "unknown rules", type, props: { securityRules: UNKNOWN } },
        { name: "an unknown rule", ...group(UNKNOWN) },
        { name: "an unknown source", ...group({ ...ssh, sourceAddressPrefix: UNKNOWN }) },
        {
            name: "unknown sources",
            ...group({ ...ssh, sourceAddressPrefixes: UNKNOWN }),
        },
        {
            name: "everybody in an unknown direction",
            ...group({ ...ssh, direction: UNKNOWN, sourceAddressPrefix: "*" }),
        },
    ],
    tokens: [
        "azure-native:network/v20240101:NetworkSecurityGroup",
        "azure:network/networkSecurityGroup:NetworkSecurityGroup",
    ],
});
