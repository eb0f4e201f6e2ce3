import type { Failure } from "../../check";
import { hex } from "../../identifiers";
import { isObject, items, str, text, type Values } from "../../values";
import { awsError } from "../errors";
import { routeFields, routeTableAssociationFields, routeTableFields } from "../fields/ec2";
import { awsType } from "../awsType";
import { exactlyOne, generatedId } from "../naming";
import { belongingsOf, referred, usersOf, type Reference } from "../references";
import { checkRange, ec2, ec2Reference, ec2Type, heldBy } from "./ec2";

const routeToken = "aws:ec2/route:Route";
const associationToken = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const targets = [
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "gatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "odbNetworkArn",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId",
];
const destinations = [
    "destinationCidrBlock",
    "destinationIpv6CidrBlock",
    "destinationPrefixListId",
];
const inlineDestinations = ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"];

/** Targets the emulation knows; an internet gateway may also be "local" or a gateway of another kind. */
function targetsAt(...at: string[]): Reference[] {
    const gateway = (value: string) => (value.startsWith("igw-") ? value : "");
    return [
        ec2Reference("internetGateway", [...at, "gatewayId"], { name: gateway }),
        ec2Reference("natGateway", [...at, "natGatewayId"]),
        ec2Reference("endpoint", [...at, "vpcEndpointId"]),
        ec2Reference("prefixList", [...at, "destinationPrefixListId"]),
    ];
}

const ofVpc = ec2Reference("vpc", ["vpcId"]);

export const routeTable = ec2Type("rtb-", "route-table", {
    of: routeTableFields,
    operation: "EC2: CreateRouteTable",
    references: [ofVpc, ...targetsAt("routes", "*")],
    check: (inputs) =>
        items(inputs, "routes").flatMap((route, i): Failure[] => {
            const inside = isObject(route) ? route : {};
            const said = isObject(route)
                ? [...exactlyOne(inside, inlineDestinations), ...exactlyOne(inside, targets)]
                : [];
            return said.map((one) => ({ ...one, property: `routes[${i}].${one.property}` }));
        }),
    outputs: ({ inputs, accountId }) => ({
        ownerId: accountId,
        routes: inputs.routes ?? [],
        propagatingVgws: inputs.propagatingVgws ?? [],
    }),
    held: heldBy("routeTable", "DeleteRouteTable", [associationToken, ec2.endpoint]),
});

const ofTable = ec2Reference("routeTable", ["routeTableId"], { owner: true });

function destinationOf(inputs: Values): string {
    return destinations.map((name) => str(inputs, name)).find((one) => one !== "") ?? "";
}

export const route = awsType({
    of: routeFields,
    operation: "EC2: CreateRoute",
    references: [ofTable, ...targetsAt()],
    check: (inputs) => [
        ...exactlyOne(inputs, destinations),
        ...exactlyOne(inputs, targets),
        ...checkRange(str(inputs, "destinationCidrBlock"), "destinationCidrBlock", [0, 32]),
        ...checkRange(str(inputs, "destinationIpv6CidrBlock"), "destinationIpv6CidrBlock"),
    ],
    id: ({ inputs, once }) => {
        const table = str(inputs, "routeTableId");
        const end = once("id", () => String(Number.parseInt(hex(8, destinationOf(inputs)), 16)));
        return text`r-${table}${end}`;
    },
    outputs: () => ({
        instanceId: "",
        instanceOwnerId: "",
        origin: "CreateRoute",
        state: "active",
    }),
    beforeCreate: (write) => {
        const table = referred(write, [ofTable])[0]?.target;
        const destination = destinationOf(write.inputs);
        const standing = write.store.under(table === undefined ? "" : belongingsOf(table));
        const isTaken =
            standing.some(
                ({ type, inputs }) => type === routeToken && destinationOf(inputs) === destination,
            ) ||
            items(table?.inputs, "routes").some(
                (one) =>
                    isObject(one) && inlineDestinations.some((name) => one[name] === destination),
            );
        if (isTaken) {
            const message = `The route identified by ${destination} already exists.`;
            throw awsError(400, "EC2: CreateRoute", "RouteAlreadyExists", message);
        }
    },
});

const ofSubnet = ec2Reference("subnet", ["subnetId"], { owner: true });

export const routeTableAssociation = awsType({
    of: routeTableAssociationFields,
    operation: "EC2: AssociateRouteTable",
    references: [ec2Reference("routeTable", ["routeTableId"]), ofSubnet],
    check: (inputs) => exactlyOne(inputs, ["subnetId", "gatewayId"]),
    id: generatedId("rtbassoc-"),
    beforeCreate: (write) => {
        const subnet = referred(write, [ofSubnet])[0]?.target;
        const other = write.store
            .under(subnet === undefined ? "" : usersOf(subnet))
            .find(({ type }) => type === associationToken);
        if (other !== undefined) {
            const message = `the specified association for route table ${str(write.inputs, "routeTableId")} conflicts with an existing association`;
            throw awsError(400, "EC2: AssociateRouteTable", "Resource.AlreadyAssociated", message);
        }
    },
});
