import { fixed, flag, integer, list, number, object, oneOf, required, text } from "../../shape";
import type { TypeFields } from "../awsType";

export const vpcFields: TypeFields = {
    token: "aws:ec2/vpc:Vpc",
    tagged: true,
    fields: {
        assignGeneratedIpv6CidrBlock: flag,
        cidrBlock: fixed(text),
        enableDnsHostnames: flag,
        enableDnsSupport: flag,
        enableNetworkAddressUsageMetrics: flag,
        instanceTenancy: oneOf("default", "dedicated", "host"),
        ipv4IpamPoolId: fixed(text),
        ipv4NetmaskLength: fixed(integer(0, 32)),
        ipv6CidrBlock: text,
        ipv6CidrBlockNetworkBorderGroup: text,
        ipv6IpamPoolId: text,
        ipv6NetmaskLength: number,
    },
};

export const subnetFields: TypeFields = {
    token: "aws:ec2/subnet:Subnet",
    tagged: true,
    fields: {
        assignIpv6AddressOnCreation: flag,
        availabilityZone: fixed(text),
        availabilityZoneId: fixed(text),
        cidrBlock: fixed(text),
        customerOwnedIpv4Pool: text,
        enableDns64: flag,
        enableLniAtDeviceIndex: number,
        enableResourceNameDnsARecordOnLaunch: flag,
        enableResourceNameDnsAaaaRecordOnLaunch: flag,
        ipv4IpamPoolId: fixed(text),
        ipv4NetmaskLength: fixed(number),
        ipv6CidrBlock: text,
        ipv6IpamPoolId: fixed(text),
        ipv6Native: fixed(flag),
        ipv6NetmaskLength: fixed(number),
        mapCustomerOwnedIpOnLaunch: flag,
        mapPublicIpOnLaunch: flag,
        outpostArn: fixed(text),
        privateDnsHostnameTypeOnLaunch: oneOf("ip-name", "resource-name"),
        vpcId: required(fixed(text)),
    },
};

export const internetGatewayFields: TypeFields = {
    token: "aws:ec2/internetGateway:InternetGateway",
    tagged: true,
    fields: { vpcId: text },
};

export const eipFields: TypeFields = {
    token: "aws:ec2/eip:Eip",
    tagged: true,
    fields: {
        address: fixed(text),
        associateWithPrivateIp: text,
        customerOwnedIpv4Pool: fixed(text),
        domain: fixed(oneOf("vpc")),
        instance: text,
        ipamPoolId: fixed(text),
        networkBorderGroup: fixed(text),
        networkInterface: text,
        publicIpv4Pool: fixed(text),
    },
};

export const natGatewayFields: TypeFields = {
    token: "aws:ec2/natGateway:NatGateway",
    tagged: true,
    fields: {
        allocationId: fixed(text),
        availabilityMode: fixed(oneOf("zonal", "regional")),
        availabilityZoneAddresses: list(
            object({ allocationIds: list(text), availabilityZone: text, availabilityZoneId: text }),
        ),
        connectivityType: fixed(oneOf("private", "public")),
        privateIp: fixed(text),
        secondaryAllocationIds: list(text),
        secondaryPrivateIpAddressCount: number,
        secondaryPrivateIpAddresses: list(text),
        subnetId: fixed(text),
        vpcId: fixed(text),
    },
};

export const routeTableFields: TypeFields = {
    token: "aws:ec2/routeTable:RouteTable",
    tagged: true,
    fields: {
        propagatingVgws: list(text),
        routes: list(
            object({
                carrierGatewayId: text,
                cidrBlock: text,
                coreNetworkArn: text,
                destinationPrefixListId: text,
                egressOnlyGatewayId: text,
                gatewayId: text,
                ipv6CidrBlock: text,
                localGatewayId: text,
                natGatewayId: text,
                networkInterfaceId: text,
                odbNetworkArn: text,
                transitGatewayId: text,
                vpcEndpointId: text,
                vpcPeeringConnectionId: text,
            }),
        ),
        vpcId: required(fixed(text)),
    },
};

export const routeFields: TypeFields = {
    token: "aws:ec2/route:Route",
    fields: {
        carrierGatewayId: text,
        coreNetworkArn: text,
        destinationCidrBlock: fixed(text),
        destinationIpv6CidrBlock: fixed(text),
        destinationPrefixListId: fixed(text),
        egressOnlyGatewayId: text,
        gatewayId: text,
        localGatewayId: text,
        natGatewayId: text,
        networkInterfaceId: text,
        odbNetworkArn: text,
        routeTableId: required(fixed(text)),
        transitGatewayId: text,
        vpcEndpointId: text,
        vpcPeeringConnectionId: text,
    },
};

export const routeTableAssociationFields: TypeFields = {
    token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    fields: { gatewayId: fixed(text), routeTableId: required(text), subnetId: fixed(text) },
};

export const networkAclFields: TypeFields = {
    token: "aws:ec2/networkAcl:NetworkAcl",
    tagged: true,
    fields: {
        egress: list(
            object({
                action: required(oneOf("allow", "deny")),
                cidrBlock: text,
                fromPort: required(number),
                icmpCode: number,
                icmpType: number,
                ipv6CidrBlock: text,
                protocol: required(text),
                ruleNo: required(integer(1, 32766)),
                toPort: required(number),
            }),
        ),
        ingress: list(
            object({
                action: required(oneOf("allow", "deny")),
                cidrBlock: text,
                fromPort: required(number),
                icmpCode: number,
                icmpType: number,
                ipv6CidrBlock: text,
                protocol: required(text),
                ruleNo: required(integer(1, 32766)),
                toPort: required(number),
            }),
        ),
        subnetIds: list(text),
        vpcId: required(fixed(text)),
    },
};

export const networkAclRuleFields: TypeFields = {
    token: "aws:ec2/networkAclRule:NetworkAclRule",
    fields: {
        cidrBlock: fixed(text),
        egress: fixed(flag),
        fromPort: fixed(number),
        icmpCode: fixed(number),
        icmpType: fixed(number),
        ipv6CidrBlock: fixed(text),
        networkAclId: required(fixed(text)),
        protocol: required(fixed(text)),
        ruleAction: required(fixed(oneOf("allow", "deny"))),
        ruleNumber: required(fixed(integer(1, 32766))),
        toPort: fixed(number),
    },
};

export const networkAclAssociationFields: TypeFields = {
    token: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
    fields: { networkAclId: required(fixed(text)), subnetId: required(fixed(text)) },
};
