import { isRange } from "../../azure/addresses";
import type { Failure } from "../../check";
import { isUnknown, text } from "../../values";
import { awsType, type AwsType } from "../awsType";
import { generatedId } from "../naming";
import { refer, type Reference } from "../references";

/** Types of EC2 that others refer to. */
export const ec2 = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    internetGateway: "aws:ec2/internetGateway:InternetGateway",
    address: "aws:ec2/eip:Eip",
    natGateway: "aws:ec2/natGateway:NatGateway",
    routeTable: "aws:ec2/routeTable:RouteTable",
    networkAcl: "aws:ec2/networkAcl:NetworkAcl",
    securityGroup: "aws:ec2/securityGroup:SecurityGroup",
    ingressRule: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egressRule: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    prefixList: "aws:ec2/managedPrefixList:ManagedPrefixList",
    launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
    firewall: "aws:networkfirewall/firewall:Firewall",
    lambda: "aws:lambda/function:Function",
} as const;

const names = {
    vpc: ["InvalidVpcID.NotFound", "The vpc ID '%' does not exist"],
    subnet: ["InvalidSubnetID.NotFound", "The subnet ID '%' does not exist"],
    internetGateway: [
        "InvalidInternetGatewayID.NotFound",
        "The internetGateway ID '%' does not exist",
    ],
    address: ["InvalidAllocationID.NotFound", "The allocation ID '%' does not exist"],
    natGateway: ["InvalidNatGatewayID.NotFound", "The natGateway ID '%' does not exist"],
    routeTable: ["InvalidRouteTableID.NotFound", "The routeTable ID '%' does not exist"],
    networkAcl: ["InvalidNetworkAclID.NotFound", "The networkAcl ID '%' does not exist"],
    securityGroup: ["InvalidGroup.NotFound", "The security group '%' does not exist"],
    endpoint: ["InvalidVpcEndpointId.NotFound", "The vpcEndpoint ID '%' does not exist"],
    prefixList: ["InvalidPrefixListID.NotFound", "The prefix list ID '%' does not exist"],
} as const;

/** What a VPC brings along: its default route table, network ACL and security group. */
const defaults = new Set(["routeTable", "networkAcl", "securityGroup"]);

/** What has ids of its own besides: a VPC those of its defaults, a firewall those of its endpoints. */
function tokensOf(kind: keyof typeof names): string[] {
    if (defaults.has(kind)) {
        return [ec2[kind], ec2.vpc];
    }
    return kind === "endpoint" ? [ec2.endpoint, ec2.firewall] : [ec2[kind]];
}

/** A thing of EC2 by its id. */
export function ec2Reference(
    kind: keyof typeof names,
    at: Reference["at"],
    more: Partial<Reference> = {},
): Reference {
    const [code, says] = names[kind];
    return refer(at, tokensOf(kind), code, says, more);
}

/** A type of EC2: its id is a prefix and digits, its ARN its kind and id. */
export function ec2Type(
    prefix: string,
    kind: string | undefined,
    type: Omit<AwsType, "id" | "arn">,
): ReturnType<typeof awsType> {
    return awsType({
        ...type,
        id: generatedId(prefix),
        ...(kind === undefined
            ? {}
            : {
                  arn: ({ region, accountId, id }) =>
                      text`arn:aws:ec2:${region}:${accountId}:${kind}/${id}`,
              }),
    });
}

/** Keeps a thing while others depend on it. */
export function heldBy(what: string, operation: string, by: readonly string[]) {
    const says = `The ${what} '%' has dependencies and cannot be deleted.`;
    return { by, operation: `EC2: ${operation}`, http: 400, code: "DependencyViolation", says };
}

/** Ranges that are none, are written with an address inside, or of another size than allowed. */
export function checkRange(
    range: string,
    property: string,
    sizes: readonly [number, number] = [0, 128],
): Failure[] {
    if (range === "" || isUnknown(range)) {
        return [];
    }
    if (!isRange(range)) {
        return [{ property, reason: `"${range}" is no CIDR range` }];
    }
    const bits = Number(range.split("/")[1]);
    const [least, most] = sizes;
    return bits >= least && bits <= most
        ? []
        : [{ property, reason: `"${range}" must be /${least} to /${most}` }];
}
