import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { awsAgentImdsv2 } from "../../../../policies/rules/agents/aws-agent-imdsv2";
import { describeRule } from "../../../support/describeRule";

const type = "aws:ec2/launchTemplate:LaunchTemplate";
const machine = (metadataOptions: PropertyValue): { type: string; props: PropertyTree } => ({
    type,
    props: { metadataOptions },
});
const [tokens, hops] = ["metadataOptions.httpTokens", "metadataOptions.httpPutResponseHopLimit"];

describeRule(awsAgentImdsv2, {
    denied: [
        { name: "a template that says nothing", type, props: {}, findings: [tokens] },
        {
            name: "tokens that are optional",
            ...machine({ httpTokens: "optional" }),
            findings: [tokens],
        },
        {
            name: "answers that reach a container",
            ...machine({ httpTokens: "required", httpPutResponseHopLimit: 2 }),
            findings: [hops],
        },
        {
            name: "both, on an instance",
            type: "aws:ec2/instance:Instance",
            props: { metadataOptions: { httpEndpoint: "enabled", httpPutResponseHopLimit: 64 } },
            findings: [tokens, hops],
        },
        {
            name: "a machine at the market's price that says nothing",
            type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
            props: { ami: "ami-1" },
            findings: [tokens],
        },
        {
            name: "options beside a template",
            type: "aws:ec2/instance:Instance",
            props: { launchTemplate: { id: "lt-1" }, metadataOptions: { httpTokens: "optional" } },
            findings: [tokens],
        },
    ],
    allowed: [
        {
            name: "an instance as a template says",
            type: "aws:ec2/instance:Instance",
            props: { launchTemplate: { id: UNKNOWN } },
        },
        { name: "tokens, and the provider's one hop", ...machine({ httpTokens: "required" }) },
        { name: "no metadata service", ...machine({ httpEndpoint: "disabled" }) },
        {
            name: "as many hops as the user accepts",
            ...machine({ httpTokens: "required", httpPutResponseHopLimit: 2 }),
            config: { maxHops: 2 },
        },
    ],
    undecidable: [
        {
            name: "an unknown template",
            type: "aws:ec2/instance:Instance",
            props: { launchTemplate: UNKNOWN },
        },
        { name: "unknown options", ...machine(UNKNOWN) },
        { name: "unknown tokens", ...machine({ httpTokens: UNKNOWN }) },
    ],
    tokens: ["aws:ec2:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration"],
});
