import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { profilesNamed } from "../../../../components/agents/egress/egressProfiles";
import type { AgentNetworkArgs } from "../../../../components/index";
import {
    addressesAround,
    addressIn,
    packets,
    privateAddresses,
} from "../../../support/packets/arbitrary";
import { verdict, type Packet } from "../../../support/packets/securityGroup";
import { hostAddress, inAny, inRange, reserved, sampleTags } from "../../../support/packets/world";
import { build, firewallAddress, firewallArgs, natArgs, rulesOf, worldOf } from "./sampleNetwork";

const both = [natArgs, firewallArgs];
const runs = { numRuns: 400 };
const agent = addressIn(natArgs.agentRange);
const around = (ranges: readonly string[]) => fc.oneof(addressesAround(ranges), privateAddresses);

/** Every address the profiles stand for, and some places that are interesting besides. */
function destinations({ profiles, addressSpace, agentRange, endpointRange }: AgentNetworkArgs) {
    return [...serviceRanges(profiles), addressSpace, agentRange, endpointRange, "10.80.1.0/26"];
}

/** What the profiles stand for, told from the data and not from the rules. */
function serviceRanges(profiles: readonly string[]): string[] {
    return profilesNamed(profiles).flatMap(({ ranges, serviceTags }) => [
        ...ranges,
        ...serviceTags.flatMap((tag) => sampleTags[tag] ?? assert.fail(tag)),
    ]);
}

const isHttps = (packet: Packet) => packet.protocol === "Tcp" && packet.destinationPort === 443;
const isNameLookup = (packet: Packet) =>
    packet.protocol !== "Icmp" &&
    packet.destinationPort === 53 &&
    packet.destination === firewallAddress;

describe("a packet in an AgentNetwork", () => {
    it("no packet from anywhere is let in to an agent", async () => {
        for (const args of both) {
            const { recording } = await build(args);
            const rules = rulesOf(recording, "snet-agents");
            const world = worldOf(recording);
            const from = fc.oneof(fc.constant(hostAddress), around(destinations(args)));
            fc.assert(
                fc.property(packets("Inbound", from, agent), (packet) => {
                    assert.ok(!verdict(rules, packet, world).allowed);
                }),
                runs,
            );
        }
    });

    it("behind a NAT gateway, an agent's packet gets out exactly when it is TCP to port 443 of a service in `profiles`", async () => {
        for (const profiles of [natArgs.profiles, ["azureDevOps"], ["azureStorage", "keyVault"]]) {
            const { recording } = await build(natArgs, { profiles });
            const rules = rulesOf(recording, "snet-agents");
            const world = worldOf(recording);
            const services = serviceRanges(profiles);
            const far = addressesAround([...serviceRanges(natArgs.profiles), ...services]).filter(
                (address) => !inAny(address, [...world.near, `${hostAddress}/32`]),
            );
            fc.assert(
                fc.property(packets("Outbound", agent, far), (packet) => {
                    const wanted = isHttps(packet) && inAny(packet.destination, services);
                    assert.equal(verdict(rules, packet, world).allowed, wanted);
                }),
                runs,
            );
        }
    });

    it("agents reach no private address but private endpoints, by HTTPS, and a firewall's name service", async () => {
        const near = addressesAround([natArgs.addressSpace, natArgs.endpointRange, "10.80.1.0/26"]);
        const privately = fc
            .oneof(near, privateAddresses, fc.constant(firewallAddress))
            .filter((address) => inAny(address, reserved));
        for (const args of both) {
            const { recording } = await build(args);
            const rules = rulesOf(recording, "snet-agents");
            const world = worldOf(recording);
            fc.assert(
                fc.property(packets("Outbound", agent, privately), (packet) => {
                    const wanted =
                        (isHttps(packet) && inRange(packet.destination, args.endpointRange)) ||
                        (args === firewallArgs && isNameLookup(packet));
                    assert.equal(verdict(rules, packet, world).allowed, wanted);
                }),
                runs,
            );
        }
    });

    it("private endpoints let in the agents' HTTPS and nothing else, and call nobody", async () => {
        for (const args of both) {
            const { recording } = await build(args);
            const rules = rulesOf(recording, "snet-endpoints");
            const world = worldOf(recording);
            const anywhere = fc.oneof(fc.constant(hostAddress), around(destinations(args)));
            const endpoint = addressIn(args.endpointRange);
            fc.assert(
                fc.property(packets("Inbound", anywhere, endpoint), (packet) => {
                    const wanted = isHttps(packet) && inRange(packet.source, args.agentRange);
                    assert.equal(verdict(rules, packet, world).allowed, wanted);
                }),
                runs,
            );
            const away = anywhere.filter((address) => address !== hostAddress);
            fc.assert(
                fc.property(packets("Outbound", endpoint, away), (packet) => {
                    assert.ok(!verdict(rules, packet, world).allowed);
                }),
                runs,
            );
        }
    });

    it("leaves from the agents' own addresses only", async () => {
        for (const args of both) {
            const { recording } = await build(args);
            const rules = rulesOf(recording, "snet-agents");
            const world = worldOf(recording);
            const forged = addressesAround([args.agentRange]).filter(
                (address) => !inRange(address, args.agentRange),
            );
            const to = around(destinations(args)).filter((one) => one !== hostAddress);
            fc.assert(
                fc.property(packets("Outbound", forged, to), (packet) => {
                    assert.ok(!verdict(rules, packet, world).allowed);
                }),
                runs,
            );
        }
    });
});
