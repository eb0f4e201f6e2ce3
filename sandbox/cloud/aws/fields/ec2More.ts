import { fixed, flag, integer, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";
import { document } from "../documents";

export const securityGroupFields: TypeFields = {
    token: "aws:ec2/securityGroup:SecurityGroup",
    tagged: true,
    fields: {
        description: fixed(text),
        egress: list(
            object({
                cidrBlocks: list(text),
                description: text,
                fromPort: required(number),
                ipv6CidrBlocks: list(text),
                prefixListIds: list(text),
                protocol: required(text),
                securityGroups: list(text),
                self: flag,
                toPort: required(number),
            }),
        ),
        ingress: list(
            object({
                cidrBlocks: list(text),
                description: text,
                fromPort: required(number),
                ipv6CidrBlocks: list(text),
                prefixListIds: list(text),
                protocol: required(text),
                securityGroups: list(text),
                self: flag,
                toPort: required(number),
            }),
        ),
        name: fixed(text),
        namePrefix: fixed(text),
        revokeRulesOnDelete: flag,
        vpcId: fixed(text),
    },
};

export const defaultSecurityGroupFields: TypeFields = {
    token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    tagged: true,
    fields: {
        egress: list(
            object({
                cidrBlocks: list(text),
                description: text,
                fromPort: required(number),
                ipv6CidrBlocks: list(text),
                prefixListIds: list(text),
                protocol: required(text),
                securityGroups: list(text),
                self: flag,
                toPort: required(number),
            }),
        ),
        ingress: list(
            object({
                cidrBlocks: list(text),
                description: text,
                fromPort: required(number),
                ipv6CidrBlocks: list(text),
                prefixListIds: list(text),
                protocol: required(text),
                securityGroups: list(text),
                self: flag,
                toPort: required(number),
            }),
        ),
        revokeRulesOnDelete: flag,
        vpcId: fixed(text),
    },
};

export const securityGroupIngressRuleFields: TypeFields = {
    token: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    tagged: true,
    fields: {
        cidrIpv4: text,
        cidrIpv6: text,
        description: text,
        fromPort: integer(-1, 65535),
        ipProtocol: required(text),
        prefixListId: text,
        referencedSecurityGroupId: text,
        securityGroupId: required(fixed(text)),
        toPort: integer(-1, 65535),
    },
};

export const securityGroupEgressRuleFields: TypeFields = {
    token: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    tagged: true,
    fields: {
        cidrIpv4: text,
        cidrIpv6: text,
        description: text,
        fromPort: integer(-1, 65535),
        ipProtocol: required(text),
        prefixListId: text,
        referencedSecurityGroupId: text,
        securityGroupId: required(fixed(text)),
        toPort: integer(-1, 65535),
    },
};

export const vpcEndpointFields: TypeFields = {
    token: "aws:ec2/vpcEndpoint:VpcEndpoint",
    tagged: true,
    fields: {
        autoAccept: flag,
        dnsOptions: object({
            dnsRecordIpType: oneOf("ipv4", "dualstack", "ipv6", "service-defined"),
            privateDnsOnlyForInboundResolverEndpoint: flag,
            privateDnsPreference: text,
            privateDnsSpecifiedDomains: list(text),
        }),
        ipAddressType: oneOf("ipv4", "dualstack", "ipv6"),
        policy: document,
        privateDnsEnabled: flag,
        resourceConfigurationArn: fixed(text),
        routeTableIds: list(text),
        securityGroupIds: list(text),
        serviceName: fixed(text),
        serviceNetworkArn: fixed(text),
        serviceRegion: fixed(text),
        subnetConfigurations: list(object({ ipv4: text, ipv6: text, subnetId: text })),
        subnetIds: list(text),
        vpcEndpointType: fixed(
            oneOf("Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"),
        ),
        vpcId: required(fixed(text)),
    },
};

export const managedPrefixListFields: TypeFields = {
    token: "aws:ec2/managedPrefixList:ManagedPrefixList",
    tagged: true,
    fields: {
        addressFamily: required(fixed(oneOf("IPv4", "IPv6"))),
        entries: list(object({ cidr: required(text), description: text })),
        maxEntries: required(integer(1, 1000)),
        name: text,
    },
};

export const managedPrefixListEntryFields: TypeFields = {
    token: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
    fields: {
        cidr: required(fixed(text)),
        description: fixed(text),
        prefixListId: required(fixed(text)),
    },
};

export const flowLogFields: TypeFields = {
    token: "aws:ec2/flowLog:FlowLog",
    tagged: true,
    fields: {
        deliverCrossAccountRole: fixed(text),
        destinationOptions: fixed(
            object({
                fileFormat: oneOf("plain-text", "parquet"),
                hiveCompatiblePartitions: flag,
                perHourPartition: flag,
            }),
        ),
        eniId: fixed(text),
        iamRoleArn: fixed(text),
        logDestination: fixed(text),
        logDestinationType: fixed(oneOf("cloud-watch-logs", "s3", "kinesis-data-firehose")),
        logFormat: fixed(text),
        maxAggregationInterval: fixed(number),
        regionalNatGatewayId: fixed(text),
        subnetId: fixed(text),
        tagFieldSpecifications: fixed(
            list(object({ resourceType: required(text), tagKeys: required(list(text)) })),
        ),
        trafficType: fixed(oneOf("ACCEPT", "REJECT", "ALL")),
        transitGatewayAttachmentId: fixed(text),
        transitGatewayId: fixed(text),
        vpcId: fixed(text),
    },
};

export const instanceMetadataDefaultsFields: TypeFields = {
    token: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    fields: {
        httpEndpoint: oneOf("enabled", "disabled", "no-preference"),
        httpPutResponseHopLimit: integer(-1, 64),
        httpTokens: oneOf("optional", "required", "no-preference"),
        instanceMetadataTags: oneOf("enabled", "disabled", "no-preference"),
    },
};

export const imageBlockPublicAccessFields: TypeFields = {
    token: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    fields: { state: required(oneOf("block-new-sharing", "unblocked")) },
};

export const vpcBlockPublicAccessOptionsFields: TypeFields = {
    token: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
    fields: {
        internetGatewayBlockMode: required(oneOf("off", "block-bidirectional", "block-ingress")),
        timeouts: object({ create: text, delete: text, update: text }),
    },
};

export const encryptionByDefaultFields: TypeFields = {
    token: "aws:ebs/encryptionByDefault:EncryptionByDefault",
    fields: { enabled: flag },
};

export const defaultKmsKeyFields: TypeFields = {
    token: "aws:ebs/defaultKmsKey:DefaultKmsKey",
    fields: { keyArn: required(fixed(text)) },
};

export const snapshotBlockPublicAccessFields: TypeFields = {
    token: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    fields: { state: required(oneOf("block-all-sharing", "block-new-sharing", "unblocked")) },
};
