import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { egressProfiles } from "../../components/agents/egress/egressProfiles";
import type { Packet } from "../support/packets/securityGroup";
import { guardedSubnets, opening, type GuardedSubnet } from "../support/packets/guardedSubnets";
import { hostAddress, inAny, sampleTags } from "../support/packets/world";
import type { ProdEstate } from "../support/prodEstate";

/** What a kind of subnet is there for; all else is closed. */
interface Purpose {
    /** Ends of the names of such subnets, for example "snet-agents". */
    name: RegExp;
    why: string;
    into: (packet: Packet, subnet: GuardedSubnet) => boolean;
    outOf: (packet: Packet, subnet: GuardedSubnet) => boolean;
}

/** All that any profile opens by address; behind a firewall the names decide. */
const services = egressProfiles.flatMap(({ ranges, serviceTags }) => [
    ...ranges,
    ...serviceTags.flatMap((tag) => sampleTags[tag] ?? []),
]);
const isHttps = ({ protocol, destinationPort }: Packet) =>
    protocol === "Tcp" && destinationPort === 443;
const isLookup = ({ protocol, destinationPort }: Packet) =>
    protocol !== "Icmp" && destinationPort === 53;
/** As the tag VirtualNetwork means it, which counts Azure's own host to every network. */
const isNear = (address: string, { world }: GuardedSubnet) =>
    inAny(address, world.near) || address === hostAddress;

const purposes: readonly Purpose[] = [
    {
        name: /\/snet-endpoints$/,
        why: "private endpoints answer HTTPS from their own network, and call nobody",
        into: (packet, subnet) => isHttps(packet) && isNear(packet.source, subnet),
        outOf: () => false,
    },
    {
        name: /\/snet-agents$/,
        why: "agents call known services by HTTPS, look names up at a neighbour, and are called by nobody",
        into: () => false,
        outOf: (packet, { neighbours, world }) =>
            inAny(packet.destination, world.near)
                ? (isHttps(packet) || isLookup(packet)) && inAny(packet.destination, neighbours)
                : isHttps(packet) &&
                  (world.routed.includes("0.0.0.0/0") || inAny(packet.destination, services)),
    },
];

/** Every subnet of the prod estate lets through what it is for. */
export function provesPackets(prod: () => ProdEstate): void {
    describe("its networks, as packets find them", () => {
        let subnets: GuardedSubnet[];

        before(() => {
            // Azure takes no security group on a firewall's own subnet.
            subnets = guardedSubnets(prod().cloud.list()).filter(
                ({ name }) => !/azurefirewall/i.test(name),
            );
        });

        it("have a purpose each, and a security group", () => {
            assert.ok(subnets.length > 0);
            for (const { name, rules } of subnets) {
                assert.ok(
                    purposes.some((purpose) => purpose.name.test(name)),
                    `${name}: say here what it is for`,
                );
                assert.ok(rules, `${name} has no security group`);
            }
        });

        for (const { name, why, into, outOf } of purposes) {
            it(`let through what they are for and nothing else: ${why}`, () => {
                for (const subnet of subnets.filter((one) => name.test(one.name))) {
                    const incoming = opening(subnet, "Inbound", (packet) => into(packet, subnet));
                    assert.deepEqual(incoming, undefined, `into ${subnet.name}`);
                    const outgoing = opening(subnet, "Outbound", (packet) => outOf(packet, subnet));
                    assert.deepEqual(outgoing, undefined, `out of ${subnet.name}`);
                }
            });
        }
    });
}
