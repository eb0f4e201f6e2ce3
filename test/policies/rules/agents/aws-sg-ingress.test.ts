import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { awsSgIngress } from "../../../../policies/rules/agents/aws-sg-ingress";
import { describeRule } from "../../../support/describeRule";

const groupType = "aws:ec2/securityGroup:SecurityGroup";
const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const group = (...ingress: (PropertyTree | typeof UNKNOWN)[]) => ({
    type: groupType,
    props: { ingress },
});

const anybody: PropertyTree = {
    cidrBlocks: ["0.0.0.0/0"],
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
};
const config = { publicEndpoints: ["web"] };
const web = (changes: PropertyTree, name = "web") => ({
    type: groupType,
    props: { name, ingress: [{ ...anybody, ...changes }] },
    config,
});

describeRule(awsSgIngress, {
    denied: [
        {
            name: "everybody",
            ...group({ cidrBlocks: ["0.0.0.0/0"] }),
            findings: ["ingress[0].cidrBlocks"],
        },
        {
            name: "everybody by IPv6, in the second rule",
            ...group({ cidrBlocks: ["10.0.0.0/8"] }, { ipv6CidrBlocks: ["::/0"] }),
            findings: ["ingress[1].ipv6CidrBlocks"],
        },
        {
            name: "everybody beside what is not known",
            ...group(UNKNOWN, { cidrBlocks: [UNKNOWN, "0.0.0.0/1"] }),
            findings: ["ingress[1].cidrBlocks"],
        },
        {
            name: "a rule beside the group",
            type: ruleType,
            props: { type: "ingress", cidrBlocks: ["0.0.0.0/0"] },
            findings: ["cidrBlocks"],
        },
        {
            name: "a rule of the newer kind",
            type: ingressType,
            props: { cidrIpv6: "::/0" },
            findings: ["cidrIpv6"],
        },
        {
            name: "everybody to the group of whoever names none",
            type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            props: { ingress: [anybody] },
            findings: ["ingress[0].cidrBlocks"],
        },
        {
            name: "everybody to more ports than an accepted group may open",
            ...web({ fromPort: 22 }),
            findings: ["ingress[0].cidrBlocks"],
        },
        {
            name: "everybody to a group that is not accepted",
            ...web({}, "agents"),
            findings: ["ingress[0].cidrBlocks"],
        },
    ],
    allowed: [
        { name: "everybody to HTTPS of an accepted group", ...web({}) },
        { name: "a network of one's own", ...group({ cidrBlocks: ["10.40.0.0/22"] }) },
        { name: "another group", ...group({ securityGroups: ["sg-1"], self: false }) },
        { name: "nobody", type: groupType, props: {} },
        {
            name: "everybody on the way out",
            type: ruleType,
            props: { type: "egress", cidrBlocks: ["0.0.0.0/0"] },
        },
        { name: "an address", type: ingressType, props: { cidrIpv4: "203.0.113.7/32" } },
    ],
    undecidable: [
        { name: "an unknown port of an accepted group", ...web({ toPort: UNKNOWN }) },
        { name: "unknown rules", type: groupType, props: { ingress: UNKNOWN } },
        { name: "an unknown rule", ...group(UNKNOWN) },
        { name: "unknown addresses", ...group({ cidrBlocks: UNKNOWN }) },
        { name: "an unknown address", type: ingressType, props: { cidrIpv4: UNKNOWN } },
    ],
    tokens: ["aws:ec2:SecurityGroup"],
});
