import type { Sample } from "../everything";
import { arn, deployArn, region } from "./support";

/** Firewall, runners and guards of an account. */
export const agentSamples: readonly Sample[] = [
    {
        type: "aws:networkfirewall/ruleGroup:RuleGroup",
        inputs: {
            name: "hosts",
            type: "STATEFUL",
            capacity: 100,
            ruleGroup: {
                rulesSource: {
                    rulesSourceList: {
                        generatedRulesType: "ALLOWLIST",
                        targetTypes: ["TLS_SNI"],
                        targets: [".example.org"],
                    },
                },
                statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
            },
        },
        id: arn("network-firewall", "stateful-rulegroup/hosts"),
        later: ["updateToken"],
        update: { description: "hosts" },
        replace: { capacity: 200 },
    },
    {
        type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
        inputs: {
            name: "runners",
            firewallPolicy: {
                statelessDefaultActions: ["aws:forward_to_sfe"],
                statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
                statefulDefaultActions: ["aws:drop_established"],
                statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
                statefulRuleGroupReferences: [
                    {
                        priority: 1,
                        resourceArn: arn("network-firewall", "stateful-rulegroup/hosts"),
                    },
                ],
            },
        },
        id: arn("network-firewall", "firewall-policy/runners"),
        update: { description: "x" },
        replace: { name: "other" },
    },
    {
        type: "aws:networkfirewall/firewall:Firewall",
        inputs: {
            name: "runners",
            firewallPolicyArn: arn("network-firewall", "firewall-policy/runners"),
            vpcId: "{aws:ec2/vpc:Vpc}",
            subnetMappings: [{ subnetId: "{aws:ec2/subnet:Subnet}" }],
        },
        id: arn("network-firewall", "firewall/runners"),
        later: ["firewallStatuses"],
        update: { description: "x" },
        replace: { name: "other" },
    },
    {
        type: "aws:cloudwatch/logGroup:LogGroup",
        inputs: { name: "/acme/runners", retentionInDays: 365 },
        id: "/acme/runners",
        update: { retentionInDays: 400 },
        replace: { name: "other" },
    },
    {
        type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
        inputs: {
            firewallArn: arn("network-firewall", "firewall/runners"),
            loggingConfiguration: {
                logDestinationConfigs: [
                    {
                        logDestination: { logGroup: "/acme/runners" },
                        logDestinationType: "CloudWatchLogs",
                        logType: "ALERT",
                    },
                ],
            },
        },
        id: arn("network-firewall", "firewall/runners"),
        update: { enableMonitoringDashboard: true },
        replace: { firewallArn: "other" },
    },
    {
        type: "aws:ec2/flowLog:FlowLog",
        inputs: {
            vpcId: "{aws:ec2/vpc:Vpc}",
            trafficType: "ALL",
            iamRoleArn: deployArn,
            logDestination: arn("logs", "log-group:/acme/runners"),
        },
        id: /^fl-[0-9a-f]{17}$/,
        later: ["arn"],
        update: { tags: { a: "b" } },
        replace: { trafficType: "REJECT" },
    },
    {
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        inputs: {
            name: "runner",
            imageId: "ami-0123456789abcdef0",
            instanceType: "m7i.large",
            userData: "IyEvYmluL3NoCg==",
            metadataOptions: { httpTokens: "required" },
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
        },
        id: /^lt-[0-9a-f]{17}$/,
        later: ["arn"],
        update: { instanceType: "m7i.xlarge" },
        replace: { name: "other" },
    },
    {
        type: "aws:autoscaling/group:Group",
        inputs: {
            name: "runners",
            minSize: 0,
            maxSize: 4,
            launchTemplate: { id: "{aws:ec2/launchTemplate:LaunchTemplate}", version: "$Latest" },
            vpcZoneIdentifiers: ["{aws:ec2/subnet:Subnet}"],
            tags: [{ key: "tier", value: "production", propagateAtLaunch: true }],
        },
        id: "runners",
        later: ["availabilityZones"],
        update: { maxSize: 5 },
        replace: { name: "other" },
    },
    {
        type: "aws:autoscaling/lifecycleHook:LifecycleHook",
        inputs: {
            name: "drain",
            autoscalingGroupName: "runners",
            lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        },
        id: "drain",
        update: { heartbeatTimeout: 60 },
        replace: { name: "other" },
    },
    {
        type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
        inputs: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        id: region,
        update: { httpEndpoint: "enabled" },
    },
    {
        type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
        inputs: { state: "block-new-sharing" },
        id: region,
        update: { state: "unblocked" },
    },
    {
        type: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
        inputs: { internetGatewayBlockMode: "block-ingress" },
        id: region,
        update: { internetGatewayBlockMode: "off" },
    },
    {
        type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
        inputs: { enabled: true },
        id: region,
        update: { enabled: false },
    },
    {
        type: "aws:ebs/defaultKmsKey:DefaultKmsKey",
        inputs: { keyArn: arn("kms", "alias/aws/ebs") },
        id: arn("kms", "alias/aws/ebs"),
        replace: { keyArn: "other" },
    },
    {
        type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        inputs: { state: "block-all-sharing" },
        id: region,
        update: { state: "unblocked" },
    },
];
