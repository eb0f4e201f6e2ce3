import { holds, type World } from "./securityGroups";
import { objects, ofType, textOf, texts, type Standing } from "./standing";

/** Where packets of a subnet go next. */
interface Route {
    range: string;
    to: string;
}

const targets = ["gatewayId", "natGatewayId", "vpcEndpointId", "networkInterfaceId"];

/** All routes of a subnet: to its own network, those of its table, those of gateway endpoints. */
function routesOf(resources: readonly Standing[], subnet: Standing, world: World): Route[] {
    const association = ofType(resources, "ec2/routeTableAssociation:RouteTableAssociation").find(
        ({ values }) => values.subnetId === subnet.id,
    );
    const table = textOf(association?.values.routeTableId);
    const vpc = ofType(resources, "ec2/vpc:Vpc").find(({ id }) => id === subnet.values.vpcId);
    if (table === "" || vpc === undefined) {
        throw new Error(`${subnet.name} has no routes of its own`);
    }
    const to = (route: Record<string, unknown>) =>
        targets.map((target) => textOf(route[target])).find(Boolean) ?? "?";
    const inline = ofType(resources, "ec2/routeTable:RouteTable")
        .filter(({ id }) => id === table)
        .flatMap(({ values }) => objects(values.routes))
        .map((route) => ({ range: textOf(route.cidrBlock), to: to(route) }));
    const separate = ofType(resources, "ec2/route:Route")
        .filter(({ values }) => values.routeTableId === table)
        .map(({ values }) => ({ range: textOf(values.destinationCidrBlock), to: to(values) }));
    const endpoints = ofType(resources, "ec2/vpcEndpoint:VpcEndpoint")
        .filter(({ values }) => texts(values.routeTableIds).includes(table))
        .flatMap(({ id, values }) =>
            world
                .rangesOf(textOf(values.prefixListId))
                .map((range) => ({ range, to: `gateway ${id}` })),
        );
    const local = { range: textOf(vpc.values.cidrBlock), to: "local" };
    return [local, ...inline, ...separate, ...endpoints];
}

/** What a subnet sends a packet for an address to; nothing when it has no route. The longest range wins. */
export function nextHop(
    resources: readonly Standing[],
    subnet: Standing,
    address: string,
    world: World,
): string | undefined {
    const length = ({ range }: Route) => Number(range.split("/")[1]);
    return routesOf(resources, subnet, world)
        .filter(({ range }) => holds(range, address))
        .toSorted((a, b) => length(b) - length(a))[0]?.to;
}

/** The subnet a NAT gateway or a firewall's endpoint stands in. */
function subnetOf(resources: readonly Standing[], hop: string): Standing | undefined {
    const nat = ofType(resources, "ec2/natGateway:NatGateway").find(({ id }) => id === hop);
    const attachments = ofType(resources, "networkfirewall/firewall:Firewall")
        .flatMap(({ values }) => objects(values.firewallStatuses))
        .flatMap(({ syncStates }) => objects(syncStates))
        .flatMap((state) => objects(state.attachments));
    const wall = attachments.find(({ endpointId }) => endpointId === hop);
    const id = textOf(nat?.values.subnetId) || textOf(wall?.subnetId);
    return ofType(resources, "ec2/subnet:Subnet").find((one) => one.id === id);
}

/**
 * The way of a packet from a subnet to an address, hop by hop, as ids: endpoints of firewalls, NAT
 * gateways, then what it leaves by: an internet gateway, "gateway vpce-…", "local", or "nowhere".
 */
export function wayTo(
    resources: readonly Standing[],
    from: Standing,
    address: string,
    world: World,
): string[] {
    const way: string[] = [];
    let subnet: Standing | undefined = from;
    while (subnet !== undefined) {
        const hop: string = nextHop(resources, subnet, address, world) ?? "nowhere";
        if (way.includes(hop)) {
            throw new Error(`the way goes round in circles: ${[...way, hop].join(", ")}`);
        }
        way.push(hop);
        subnet = subnetOf(resources, hop);
    }
    return way;
}
