import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { agentNsgEgressAllowlist } from "../../../../policies/rules/agents/agent-nsg-egress-allowlist";
import { describeStackRule, type StackResource } from "../../../support/describeStackRule";

const rule = (name: string, changes: PropertyTree): PropertyTree => ({
    name,
    direction: "Outbound",
    access: "Allow",
    protocol: "Tcp",
    priority: 100,
    sourceAddressPrefix: "*",
    destinationAddressPrefix: "0.0.0.0/0",
    destinationPortRange: "443",
    ...changes,
});
const https = rule("https", {});
const http = rule("http", { priority: 110, destinationPortRange: "80" });
const any = { protocol: "*", destinationPortRange: "*" };
const denyAll = rule("deny-all", {
    access: "Deny",
    priority: 4096,
    protocol: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "*",
});
const group = (
    securityRules: PropertyValue,
    networkSecurityGroupName = "nsg-acme-agents",
): StackResource => ({
    name: "one",
    type: "azure-native:network:NetworkSecurityGroup",
    props: {},
    inputs: { networkSecurityGroupName, securityRules },
});
const beside = (name: string, inputs: PropertyTree, linked = true): StackResource => ({
    name,
    type: "azure-native:network:SecurityRule",
    props: {},
    inputs,
    ...(linked && { propertyDependencies: { networkSecurityGroupName: ["group"] } }),
});
const ofGroup = (...more: StackResource[]) => [
    { ...group([https, denyAll]), name: "group" },
    ...more,
];
const firewall = (rules: PropertyTree[], action = "Allow"): StackResource => ({
    name: "one",
    type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
    props: {},
    inputs: {
        ruleCollectionGroupName: "agents",
        ruleCollections: [{ name: "profiles", action: { type: action }, rules }],
    },
});
const names = (protocolType: string, ...targetFqdns: string[]): PropertyTree => ({
    ruleType: "ApplicationRule",
    name: "packages",
    protocols: [{ protocolType, port: 80 }],
    targetFqdns,
});
const addresses = (destination: string, port: string): PropertyTree => ({
    ruleType: "NetworkRule",
    name: "time",
    ipProtocols: ["TCP"],
    destinationAddresses: [destination],
    destinationPorts: [port],
});

describeStackRule(agentNsgEgressAllowlist, {
    denied: [
        {
            name: "plain HTTP to the internet",
            resources: [group([https, http, denyAll])],
            findings: ["securityRules[1]"],
            says: "leave allowPlainHttp out",
        },
        {
            name: "any protocol, in the plural fields",
            resources: [
                group([
                    rule("any", {
                        protocol: "*",
                        destinationAddressPrefixes: ["10.0.0.0/8", "Internet"],
                        destinationAddressPrefix: null,
                        destinationPortRanges: ["443"],
                        destinationPortRange: null,
                    }),
                    denyAll,
                ]),
            ],
            findings: ["securityRules[0]"],
        },
        {
            name: "no end: Azure's own rule lets everything out",
            resources: [group([https])],
            findings: ["securityRules"],
        },
        {
            name: "an end that leaves a protocol open",
            resources: [group([https, { ...denyAll, protocol: "Udp" }])],
            findings: ["securityRules"],
        },
        {
            name: "a rule beside the group",
            resources: ofGroup(beside("one", http)),
            findings: ["(resource)"],
        },
        {
            name: "a rule that names the group",
            resources: ofGroup(
                beside("one", { ...http, networkSecurityGroupName: "nsg-acme-agents" }, false),
            ),
            findings: ["(resource)"],
        },
        {
            name: "plain HTTP through the firewall",
            resources: [
                firewall([names("Https", "github.com"), names("Http", "archive.ubuntu.com")]),
            ],
            findings: ["ruleCollections[0].rules[1]"],
        },
        {
            name: "every name through the firewall",
            resources: [firewall([names("Https", "*")])],
            findings: ["ruleCollections[0].rules[0]"],
        },
        ...[
            { name: "every name of a domain", rule: names("Https", "*.com") },
            { name: "every page", rule: { ...names("Https"), targetUrls: ["*"] } },
            { name: "kinds of sites", rule: { ...names("Https"), webCategories: ["general"] } },
            { name: "a public range", rule: addresses("8.0.0.0-8.255.255.255", "22") },
        ].map(({ name, rule: one }) => ({
            name: `${name} through the firewall`,
            resources: [firewall([one])],
            findings: ["ruleCollections[0].rules[0]"],
        })),
        ...["AzureCloud", "AzureCloud.westeurope", "8.0.0.0/8", "203.0.112.0/20"].map((range) => ({
            name: `any protocol to ${range}`,
            resources: [group([rule("any", { ...any, destinationAddressPrefix: range }), denyAll])],
            findings: ["securityRules[0]"],
        })),
        {
            name: "any protocol to a group of addresses through the firewall",
            resources: [
                firewall([{ ...addresses("10.0.0.4", "*"), destinationIpGroups: ["/ipGroups/x"] }]),
            ],
            findings: ["ruleCollections[0].rules[0]"],
            advisory: true,
        },
        {
            name: "every address through the firewall",
            resources: [firewall([addresses("*", "22")])],
            findings: ["ruleCollections[0].rules[0]"],
        },
    ],
    allowed: [
        { name: "HTTPS and an end", resources: [group([denyAll, https])] },
        {
            name: "an end that stands beside the group",
            resources: [{ ...group([https]), name: "group" }, beside("end", denyAll)],
        },
        {
            name: "HTTP behind the end, where it is dead",
            resources: [group([denyAll, { ...http, priority: 4097 }])],
        },
        {
            name: "HTTP to a service nearby, and inbound rules",
            resources: [
                group([
                    rule("near", {
                        destinationAddressPrefix: "10.0.0.4/32",
                        destinationPortRange: "80",
                    }),
                    rule("in", { direction: "Inbound", destinationPortRange: "22" }),
                    denyAll,
                ]),
            ],
        },
        {
            name: "any protocol to ranges nearby, HTTPS to a part of Azure, and one address",
            resources: [
                group([
                    ...["10.0.0.0/8", "fd00::/8", "203.0.113.7/32", "203.0.113.7"].map(
                        (destinationAddressPrefix) =>
                            rule("near", { ...any, destinationAddressPrefix }),
                    ),
                    rule("azure", { destinationAddressPrefix: "AzureCloud.westeurope" }),
                    denyAll,
                ]),
            ],
        },
        {
            name: "names of one organisation and a range nearby through the firewall",
            resources: [
                firewall([names("Https", "*.acme.com"), addresses("10.0.0.0-10.0.0.9", "22")]),
            ],
        },
        {
            name: "a group that is not the agents'",
            resources: [{ ...group([http], "nsg-web"), name: "web" }],
        },
        {
            name: "HTTPS to every address, and names, through the firewall",
            resources: [firewall([addresses("*", "443"), names("Https", "github.com")])],
        },
        {
            name: "a collection that denies",
            resources: [firewall([names("Http", "*")], "Deny")],
        },
    ],
    undecidable: [
        { name: "unknown rules", resources: [group(UNKNOWN)], production: false },
        {
            name: "an unknown port",
            resources: [group([rule("open", { destinationPortRange: UNKNOWN }), denyAll])],
            production: false,
        },
        {
            name: "unknown access to every port",
            resources: [group([{ ...http, access: UNKNOWN }, denyAll])],
            production: false,
        },
        {
            name: "a rule behind a denial whose direction is unknown",
            resources: [
                group([
                    { ...denyAll, priority: 100, direction: UNKNOWN },
                    rule("all", { ...any, priority: 200 }),
                ]),
            ],
            production: false,
        },
        {
            name: "an unknown protocol through the firewall",
            resources: [
                firewall([
                    { ...names("Http", "github.com"), protocols: [{ protocolType: UNKNOWN }] },
                ]),
            ],
            production: false,
        },
    ],
    tokens: ["azure-native:network/v20240101:NetworkSecurityGroup"],
});
