import { contains, overlaps } from "../../azure/addresses";
import { hex } from "../../identifiers";
import type { StoredResource } from "../../store/record";
import { str } from "../../values";
import { awsError } from "../errors";
import { subnetFields, vpcFields } from "../fields/ec2";
import { zonesOf } from "../regions";
import { atMostOne } from "../naming";
import { referred, usersOf } from "../references";
import { checkRange, ec2, ec2Reference, ec2Type, heldBy } from "./ec2";

/** source: Amazon VPC User Guide, "Amazon VPC quotas"; date: 2026-11-21 */
const quotas = { vpcsPerRegion: 5, subnetsPerVpc: 200 } as const;

export const vpc = ec2Type("vpc-", "vpc", {
    of: vpcFields,
    operation: "EC2: CreateVpc",
    defaults: {
        assignGeneratedIpv6CidrBlock: false,
        enableDnsHostnames: false,
        enableDnsSupport: true,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: "default",
        ipv6CidrBlock: "",
        ipv6CidrBlockNetworkBorderGroup: "",
    },
    check: (inputs) => [
        ...checkRange(str(inputs, "cidrBlock"), "cidrBlock", [16, 28]),
        ...(inputs.cidrBlock === undefined && inputs.ipv4IpamPoolId === undefined
            ? [{ property: "cidrBlock", reason: "missing required property" }]
            : []),
        ...atMostOne(inputs, ["assignGeneratedIpv6CidrBlock", "ipv6IpamPoolId"]),
    ],
    outputs: ({ once, store, accountId }) => {
        const made = (property: string, prefix: string) =>
            once(property, () => `${prefix}${hex(17, property, String(store.next("aws", 0, 1)))}`);
        const table = made("defaultRouteTableId", "rtb-");
        return {
            defaultNetworkAclId: made("defaultNetworkAclId", "acl-"),
            defaultRouteTableId: table,
            defaultSecurityGroupId: made("defaultSecurityGroupId", "sg-"),
            mainRouteTableId: table,
            dhcpOptionsId: `dopt-${hex(17, "dhcp", accountId)}`,
            ipv6AssociationId: "",
            ownerId: accountId,
        };
    },
    names: ({ outputs }) =>
        ["defaultNetworkAclId", "defaultRouteTableId", "defaultSecurityGroupId"].map((name) =>
            str(outputs, name),
        ),
    beforeCreate: ({ store, accountId, region }) => {
        const inRegion = `|${accountId}/${region}|`;
        const standing = store.list(ec2.vpc).filter(({ key }) => key.includes(inRegion));
        if (standing.length >= quotas.vpcsPerRegion) {
            const message = "The maximum number of VPCs has been reached.";
            throw awsError(400, "EC2: CreateVpc", "VpcLimitExceeded", message);
        }
    },
    held: heldBy("vpc", "DeleteVpc", [
        ec2.subnet,
        ec2.internetGateway,
        ec2.routeTable,
        ec2.networkAcl,
        ec2.securityGroup,
        ec2.endpoint,
    ]),
});

const ofVpc = ec2Reference("vpc", ["vpcId"]);

export const subnet = ec2Type("subnet-", "subnet", {
    of: subnetFields,
    operation: "EC2: CreateSubnet",
    references: [ofVpc],
    defaults: {
        assignIpv6AddressOnCreation: false,
        enableDns64: false,
        enableResourceNameDnsARecordOnLaunch: false,
        enableResourceNameDnsAaaaRecordOnLaunch: false,
        ipv6Native: false,
        mapPublicIpOnLaunch: false,
        privateDnsHostnameTypeOnLaunch: "ip-name",
    },
    check: (inputs) => [
        ...checkRange(str(inputs, "cidrBlock"), "cidrBlock", [16, 28]),
        ...atMostOne(inputs, ["availabilityZone", "availabilityZoneId"]),
    ],
    outputs: ({ inputs, accountId, region }) => {
        const zones = zonesOf(region);
        const [zone, zoneId] = [str(inputs, "availabilityZone"), str(inputs, "availabilityZoneId")];
        const found = zones.find(({ name, id }) => name === zone || id === zoneId) ?? zones[0];
        return {
            availabilityZone: zone || (found?.name ?? ""),
            availabilityZoneId: zoneId || (found?.id ?? ""),
            ipv6CidrBlockAssociationId: "",
            ownerId: accountId,
        };
    },
    beforeCreate: (write) => {
        const { inputs, region, store } = write;
        const zones = zonesOf(region);
        const [zone, zoneId] = [str(inputs, "availabilityZone"), str(inputs, "availabilityZoneId")];
        if (
            !zones.some(
                ({ name, id }) => (zone === "" && zoneId === "") || name === zone || id === zoneId,
            )
        ) {
            const message = `Value (${zone || zoneId}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.map(({ name }) => name).join(", ")}.`;
            throw awsError(400, "EC2: CreateSubnet", "InvalidParameterValue", message);
        }
        const network = referred(write, [ofVpc])[0]?.target;
        if (network !== undefined) {
            const siblings = store
                .under(usersOf(network))
                .filter(({ type }) => type === ec2.subnet);
            requirePlace(str(inputs, "cidrBlock"), network, siblings);
        }
    },
    held: heldBy("subnet", "DeleteSubnet", [
        ec2.natGateway,
        ec2.endpoint,
        ec2.firewall,
        ec2.lambda,
    ]),
});

/** Inside its network, beside its siblings. */
function requirePlace(
    range: string,
    network: StoredResource,
    siblings: readonly StoredResource[],
): void {
    const operation = "EC2: CreateSubnet";
    if (siblings.length >= quotas.subnetsPerVpc) {
        const message = "The maximum number of subnets has been reached.";
        throw awsError(400, operation, "SubnetLimitExceeded", message);
    }
    if (range !== "" && !contains(str(network.inputs, "cidrBlock"), range)) {
        throw awsError(400, operation, "InvalidSubnet.Range", `The CIDR '${range}' is invalid.`);
    }
    if (siblings.some(({ inputs }) => overlaps(str(inputs, "cidrBlock"), range))) {
        const message = `The CIDR '${range}' conflicts with another subnet`;
        throw awsError(400, operation, "InvalidSubnet.Conflict", message);
    }
}
