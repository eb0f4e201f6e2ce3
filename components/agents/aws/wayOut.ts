import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { Eip } from "@pulumi/aws/ec2/eip";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway";
import { NatGateway } from "@pulumi/aws/ec2/natGateway";
import { Route } from "@pulumi/aws/ec2/route";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import type * as pulumi from "@pulumi/pulumi";

import { zoneRanges } from "./addresses";
import { createFirewall, endpointIn } from "./firewall";

import { common, type Placement } from "./placement";
import { createSubnet, type RoutedSubnet } from "./subnets";

const anywhere = "0.0.0.0/0";

/**
 * The way to the internet, in each zone: agents -> firewall -> NAT gateway -> internet gateway. It
 * goes through the firewall before addresses are translated, so that the firewall sees which agent it
 * is; answers take the same way back, because the gateway's own route to the agents of its zone leads
 * through the firewall. Returns the public addresses.
 *
 * source: AWS Network Firewall Developer Guide, "Architecture with an internet gateway and a NAT
 * gateway"; VPC User Guide, "Middlebox routing"; date: 2026-11-21 (read from memory)
 */
export function createWayOut(
    place: Placement,
    vpc: Vpc,
    agents: RoutedSubnet[],
    network: { addressRange: string; zones: string[]; names: string[] },
    logs: LogGroup,
): pulumi.Output<string>[] {
    const { parent, name } = place;
    const internet = new InternetGateway(
        `${name}-internet`,
        { ...common(place, "internet"), vpcId: vpc.id },
        { parent },
    );
    const inZones = (what: "firewall" | "nat") =>
        network.zones.map((zone, i) =>
            createSubnet(place, vpc, what, zone, zoneRanges(network.addressRange, i)[what]),
        );
    const [firewalls, nats] = [inZones("firewall"), inZones("nat")];
    const firewall = createFirewall(place, vpc, firewalls, network.names, logs);
    return network.zones.flatMap((zone, i) => {
        const [agent, wall, nat] = [agents[i], firewalls[i], nats[i]];
        if (agent === undefined || wall === undefined || nat === undefined) {
            return [];
        }
        const route = (what: string, from: RoutedSubnet, to: string, by: Target) =>
            new Route(
                `${name}-${what}-${zone}`,
                {
                    region: place.region,
                    routeTableId: from.table.id,
                    destinationCidrBlock: to,
                    ...by,
                },
                { parent },
            );
        const [address, gateway] = createNat(place, zone, nat, internet);
        const vpcEndpointId = endpointIn(firewall, wall);
        route("agents-out", agent, anywhere, { vpcEndpointId });
        route("firewall-out", wall, anywhere, { natGatewayId: gateway.id });
        route("nat-out", nat, anywhere, { gatewayId: internet.id });
        route("nat-back", nat, agent.range, { vpcEndpointId });
        return [address.publicIp];
    });
}

/** Where a route leads. */
interface Target {
    gatewayId?: pulumi.Input<string>;
    natGatewayId?: pulumi.Input<string>;
    vpcEndpointId?: pulumi.Input<string>;
}

function createNat(
    place: Placement,
    zone: string,
    { subnet }: RoutedSubnet,
    internet: InternetGateway,
): [Eip, NatGateway] {
    const { parent, name } = place;
    const tagged = common(place, `nat-${zone}`);
    // Neither works before the internet gateway, nor can that be detached before them.
    const dependsOn = [internet];
    const address = new Eip(
        `${name}-nat-address-${zone}`,
        { ...tagged, domain: "vpc" },
        { parent, dependsOn },
    );
    const gateway = new NatGateway(
        `${name}-nat-gateway-${zone}`,
        {
            ...tagged,
            subnetId: subnet.id,
            allocationId: address.allocationId,
            connectivityType: "public",
        },
        { parent, dependsOn },
    );
    return [address, gateway];
}
