import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { describe, it } from "mocha";
import { namesIn } from "../../../../components/agents/egress/egressProfile";
import { egressProfiles, profilesNamed } from "../../../../components/agents/egress/egressProfiles";
import { expectedAddress } from "../../../../components/agents/network/firewallEgress";
import type { AgentNetworkArgs } from "../../../../components/index";
import { record, type Recording } from "../../../support/mocks";
import { addressesAround, addressIn, packets } from "../../../support/packets/arbitrary";
import { letsThrough, type NamedRequest } from "../../../support/packets/firewall";
import { verdict } from "../../../support/packets/securityGroup";
import { hostAddress, inRange } from "../../../support/packets/world";
import { build, firewallAddress, firewallArgs, rulesOf, worldOf } from "./sampleNetwork";

const agent = addressIn(firewallArgs.agentRange);
const region = ["eu-west-2"];

/** Hosts that profiles mean, hosts that look like them, and strangers. */
const hosts = fc
    .constantFrom(
        ...egressProfiles.flatMap((profile) => [
            ...namesIn(profile, region),
            ...profile.plainNames,
        ]),
    )
    .chain((name) => {
        const bare = name.replace(/^\*\./, "");
        return fc.constantFrom(
            bare,
            `x.${bare}`,
            `y.x.${bare}`,
            `evil-${bare}`,
            `${bare}.evil.example`,
            bare.toUpperCase(),
            "evil.example",
            bare.slice(bare.indexOf(".") + 1),
        );
    });

/** What the names of the profiles mean, told from the data and not from the rules. */
function meant(names: readonly string[], host: string): boolean {
    return names.some((name) =>
        name.startsWith("*.")
            ? host.toLowerCase().endsWith(name.slice(1)) && !host.startsWith(".")
            : host.toLowerCase() === name,
    );
}

const requests: fc.Arbitrary<NamedRequest> = fc.record({
    source: fc.oneof(agent, addressesAround([firewallArgs.addressSpace])),
    host: hosts,
    protocol: fc.constantFrom("Https" as const, "Https" as const, "Http" as const),
    port: fc.constantFrom(443, 443, 443, 80, 80, 8443),
});

function collectionsOf(recording: Recording): unknown[] {
    return recording.one("FirewallPolicyRuleCollectionGroup").inputs.ruleCollections as unknown[];
}

/** A request of an agent passes its security group and then, by the only route, the firewall. */
function passes(recording: Recording, request: NamedRequest, destination: string): boolean {
    const { source, port } = request;
    const packet = {
        direction: "Outbound" as const,
        protocol: "Tcp" as const,
        source,
        sourcePort: 40000,
        destination,
        destinationPort: port,
    };
    const { allowed } = verdict(rulesOf(recording, "snet-agents"), packet, worldOf(recording));
    return allowed && letsThrough(collectionsOf(recording), request);
}

async function checkNames(more: Partial<AgentNetworkArgs>): Promise<void> {
    const { recording } = await build(firewallArgs, more);
    const profiles = profilesNamed(more.profiles ?? firewallArgs.profiles);
    const named = profiles.flatMap((profile) => namesIn(profile, region));
    const plain = more.allowPlainHttp === true ? profiles.flatMap((one) => one.plainNames) : [];
    fc.assert(
        fc.property(requests, (request) => {
            const { source, protocol, port, host } = request;
            const wanted =
                inRange(source, firewallArgs.agentRange) &&
                ((protocol === "Https" && port === 443 && meant(named, host)) ||
                    (protocol === "Http" && port === 80 && meant(plain, host)));
            assert.equal(passes(recording, request, "198.51.100.7"), wanted);
        }),
        { numRuns: 800 },
    );
}

describe("an agent behind the firewall of an AgentNetwork", () => {
    it("behind a firewall, an agent gets out exactly to the host names of the services in `profiles`, by HTTPS on port 443, and looks names up at the firewall only", async () => {
        await checkNames({});
        await checkNames({ profiles: ["githubActions"], awsRegions: [] });
        const { recording } = await build(firewallArgs);
        const { dhcpOptions } = recording.one("VirtualNetwork").inputs;
        assert.deepEqual(dhcpOptions, { dnsServers: [firewallAddress] });
        assert.deepEqual(recording.one("FirewallPolicy").inputs.dnsSettings, { enableProxy: true });
        const rules = rulesOf(recording, "snet-agents");
        const world = worldOf(recording);
        const servers = fc.oneof(
            fc.constantFrom(firewallAddress, hostAddress, "8.8.8.8"),
            addressesAround([firewallArgs.addressSpace]),
        );
        fc.assert(
            fc.property(packets("Outbound", agent, servers), (packet) => {
                const lookup = { ...packet, protocol: "Udp" as const, destinationPort: 53 };
                const { allowed } = verdict(rules, lookup, world);
                assert.equal(allowed, packet.destination === firewallAddress);
            }),
        );
    });

    it("uses HTTP without TLS only when allowPlainHttp is given, and only to names served no other way", async () => {
        await checkNames({ allowPlainHttp: true });
    });

    it("the firewall drops what threat intelligence and intrusion detection recognise, and every route out leads to it", async () => {
        const { recording } = await build(firewallArgs);
        const { sku, threatIntelMode, intrusionDetection } = recording.one("FirewallPolicy").inputs;
        assert.deepEqual(
            { sku, threatIntelMode, intrusionDetection },
            {
                sku: { tier: "Premium" },
                threatIntelMode: "Deny",
                intrusionDetection: { mode: "Deny" },
            },
        );
        const firewall = recording.one("AzureFirewall").inputs;
        assert.deepEqual(firewall.sku, { name: "AZFW_VNet", tier: "Premium" });
        assert.match((firewall.firewallPolicy as { id: string }).id, /net-firewall-policy$/);
        const routes = recording.one("RouteTable").inputs;
        assert.equal(routes.disableBgpRoutePropagation, true);
        assert.deepEqual(routes.routes, [
            {
                name: "to-firewall",
                addressPrefix: "0.0.0.0/0",
                nextHopType: "VirtualAppliance",
                nextHopIpAddress: firewallAddress,
            },
        ]);
        const agents = recording.named("Subnet", "net-agents");
        assert.match((agents.inputs.routeTable as { id: string }).id, /net-routes$/);
        assert.equal(recording.all("NatGateway").length, 0);
    });

    it("is not placed when the firewall got another address than the network asks for names", async () => {
        const { result } = await record(() => new pulumi.ComponentResource("a:b:C", "c"));
        assert.equal(expectedAddress(result, "10.80.3.0/26", "10.80.3.4"), "10.80.3.4");
        for (const other of ["10.80.3.5", undefined]) {
            assert.throws(
                () => expectedAddress(result, "10.80.3.0/26", other),
                /has the private address (10\.80\.3\.5|none), not 10\.80\.3\.4/,
            );
        }
    });
});
