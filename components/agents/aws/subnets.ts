import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup";
import { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";

import { common, type Placement } from "./placement";

/** A subnet with a route table of its own. */
export interface RoutedSubnet {
    subnet: Subnet;
    table: RouteTable;
    range: string;
}

/**
 * The network. Names resolve, because the endpoints are found by the public names of the services.
 * The security group every VPC comes with lets its members talk to each other; it is taken over and
 * emptied, so that a machine somebody forgets to give a group can do nothing.
 */
export function createVpc(place: Placement, cidrBlock: string): Vpc {
    const { parent, name, dependsOn } = place;
    const vpc = new Vpc(
        `${name}-vpc`,
        {
            ...common(place, "vpc"),
            cidrBlock,
            enableDnsSupport: true,
            enableDnsHostnames: true,
            instanceTenancy: "default",
        },
        { parent, dependsOn },
    );
    new DefaultSecurityGroup(
        `${name}-default-group`,
        { ...common(place, "closed"), vpcId: vpc.id, ingress: [], egress: [] },
        { parent },
    );
    return vpc;
}

/** A subnet whose machines get no public address, with its own routes. */
export function createSubnet(
    place: Placement,
    vpc: Vpc,
    what: string,
    zone: string,
    range: string,
): RoutedSubnet {
    const { parent, name } = place;
    const full = `${what}-${zone}`;
    const subnet = new Subnet(
        `${name}-${full}`,
        {
            ...common(place, full),
            vpcId: vpc.id,
            availabilityZone: zone,
            cidrBlock: range,
            mapPublicIpOnLaunch: false,
        },
        { parent },
    );
    const table = new RouteTable(
        `${name}-${full}-routes`,
        { ...common(place, full), vpcId: vpc.id },
        { parent },
    );
    new RouteTableAssociation(
        `${name}-${full}-routes`,
        { region: place.region, subnetId: subnet.id, routeTableId: table.id },
        { parent },
    );
    return { subnet, table, range };
}
