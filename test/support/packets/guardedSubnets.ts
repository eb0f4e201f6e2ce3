import fc from "fast-check";
import type { StoredResource } from "../../../sandbox/cloud/store/record";
import { addressesAround, addressIn, packets, privateAddresses } from "./arbitrary";
import { verdict, type Packet, type Rule } from "./securityGroup";
import { hostAddress, metadataAddress, sampleTags, type World } from "./world";

/** A subnet as packets find it: its range, the rules in force there, and what is near. */
export interface GuardedSubnet {
    /** "vnet-acme/snet-endpoints" */
    name: string;
    range: string;
    /** Undefined without a security group: then Azure stops nothing. */
    rules: Rule[] | undefined;
    world: World;
    /** Ranges of the other subnets of the network. */
    neighbours: string[];
}

const text = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : "");
const idAt = (value: unknown) => text((value as { id?: unknown } | undefined)?.id);
const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);

/** All subnets among what stands in a cloud, each with its rules, inline and on their own. */
export function guardedSubnets(standing: readonly StoredResource[]): GuardedSubnet[] {
    const ofType = (type: string) =>
        standing.filter((one) => one.type === `azure-native:network:${type}`);
    const children = (type: string, id: string) =>
        ofType(type).filter((one) => text(one.id).startsWith(`${id}/`));
    const subnets = ofType("Subnet");
    return subnets.map((subnet) => {
        const networkId = text(subnet.id).split("/subnets/")[0] ?? "";
        const network = ofType("VirtualNetwork").find((one) => text(one.id) === networkId);
        const guardId = idAt(subnet.inputs.networkSecurityGroup);
        const guard = ofType("NetworkSecurityGroup").find((one) => text(one.id) === guardId);
        const tableId = idAt(subnet.inputs.routeTable);
        const table = ofType("RouteTable").filter((one) => text(one.id) === tableId);
        const routes = [
            ...table.flatMap((one) => list(one.inputs.routes)),
            ...(tableId === "" ? [] : children("Route", tableId).map((one) => one.inputs)),
        ] as { addressPrefix: string }[];
        const space = (network?.inputs.addressSpace ?? {}) as { addressPrefixes?: string[] };
        return {
            name: text(subnet.id).split("/virtualnetworks/")[1]?.replace("/subnets", "") ?? "",
            range: text(subnet.inputs.addressPrefix),
            rules:
                guard === undefined
                    ? undefined
                    : ([
                          ...list(guard.inputs.securityRules),
                          ...children("SecurityRule", guardId).map(({ inputs }) => inputs),
                      ] as Rule[]),
            world: {
                near: space.addressPrefixes ?? [],
                routed: routes.map(({ addressPrefix }) => addressPrefix),
                tags: sampleTags,
            },
            neighbours: subnets
                .filter((one) => one !== subnet && text(one.id).startsWith(`${networkId}/`))
                .map((one) => text(one.inputs.addressPrefix)),
        };
    });
}

/** A packet of one direction that a subnet lets through although nobody declared it. */
export function opening(
    subnet: GuardedSubnet,
    direction: Packet["direction"],
    declared: (packet: Packet) => boolean,
): Packet | undefined {
    const { rules, range, world, neighbours } = subnet;
    const prefixes = (rules ?? []).flatMap((rule) => [
        ...[rule.sourceAddressPrefix, rule.destinationAddressPrefix],
        ...list(rule.sourceAddressPrefixes),
        ...list(rule.destinationAddressPrefixes),
    ]);
    const named = prefixes.filter((one): one is string => /^\d[\d.]+\/\d+$/.test(String(one)));
    const tags = Object.values(world.tags).flat();
    const inside = addressIn(range);
    const elsewhere = fc.oneof(
        addressesAround([...world.near, ...neighbours, ...named, ...tags]),
        privateAddresses,
    );
    const [from, to] = direction === "Inbound" ? [elsewhere, inside] : [inside, elsewhere];
    const property = fc.property(packets(direction, from, to), (packet) => {
        // What Azure itself answers is out of reach of security groups.
        const platform =
            direction === "Outbound" && [hostAddress, metadataAddress].includes(packet.destination);
        const passes = rules === undefined || verdict(rules, packet, world).allowed;
        return platform || !passes || declared(packet);
    });
    return fc.check(property, { numRuns: 1000 }).counterexample?.[0];
}
