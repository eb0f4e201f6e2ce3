import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isNamed, letsThrough } from "./firewall";
import { guardedSubnets, opening } from "./guardedSubnets";
import { verdict, type Packet, type Rule } from "./securityGroup";
import { hostAddress, sampleTags, type World } from "./world";

const world: World = { near: ["10.0.0.0/16"], routed: [], tags: sampleTags };
const out = (destination: string, more: Partial<Packet> = {}): Packet => ({
    direction: "Outbound",
    protocol: "Tcp",
    source: "10.0.0.4",
    sourcePort: 40000,
    destination,
    destinationPort: 443,
    ...more,
});
const rule = (name: string, priority: number, access: string, to: string, more = {}): Rule => ({
    name,
    priority,
    direction: "Outbound",
    access,
    protocol: "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: to,
    destinationPortRange: "*",
    ...more,
});
const by = (rules: Rule[], packet: Packet, where = world) => verdict(rules, packet, where).rule;

describe("the evaluator of security groups", () => {
    it("asks the rules by priority, whatever their order, and Azure's own last", () => {
        const rules = [rule("late", 200, "Allow", "*"), rule("early", 100, "Deny", "8.8.8.8")];
        assert.deepEqual(verdict(rules, out("8.8.8.8"), world), { allowed: false, rule: "early" });
        assert.deepEqual(verdict(rules, out("8.8.4.4"), world), { allowed: true, rule: "late" });
        assert.equal(by([], out("8.8.8.8")), "AllowInternetOutBound");
        assert.equal(by([], out("10.0.9.9")), "AllowVnetOutBound");
        assert.equal(by([], out("172.16.0.1")), "DenyAllOutBound");
    });

    it("knows who comes in where nothing is said: the network and health probes", () => {
        const into = (source: string) => out("10.0.0.4", { direction: "Inbound", source });
        assert.equal(by([], into("10.0.3.3")), "AllowVnetInBound");
        assert.equal(by([], into(hostAddress)), "AllowVnetInBound");
        assert.equal(by([], into("8.8.8.8")), "DenyAllInBound");
    });

    it("reads ports, protocols and several prefixes", () => {
        const some = rule("some", 100, "Deny", "", {
            protocol: "Tcp",
            destinationAddressPrefix: undefined,
            destinationAddressPrefixes: ["8.8.8.0/24", "9.9.9.9"],
            destinationPortRange: undefined,
            destinationPortRanges: ["80-90", "443"],
        });
        assert.equal(by([some], out("8.8.8.8")), "some");
        assert.equal(by([some], out("9.9.9.9", { destinationPort: 85 })), "some");
        for (const packet of [
            out("9.9.9.8"),
            out("9.9.9.9", { destinationPort: 91 }),
            out("9.9.9.9", { protocol: "Udp" }),
        ]) {
            assert.equal(by([some], packet), "AllowInternetOutBound");
        }
    });

    it("counts default routes of one's own to the network, as Azure does", () => {
        const rules = [rule("near", 100, "Deny", "VirtualNetwork")];
        assert.equal(by(rules, out("8.8.8.8")), "AllowInternetOutBound");
        assert.equal(by(rules, out("8.8.8.8"), { ...world, routed: ["0.0.0.0/0"] }), "near");
    });

    it("stops Azure's name service only by the tag made for it", () => {
        const ask = out(hostAddress, { protocol: "Udp", destinationPort: 53 });
        const all = rule("all", 4096, "Deny", "*");
        assert.deepEqual(verdict([all], ask, world), { allowed: true, rule: "platform" });
        assert.equal(by([all, rule("names", 100, "Deny", "AzurePlatformDNS")], ask), "names");
    });

    it("refuses what it does not understand", () => {
        assert.throws(() => by([rule("a", 100, "Deny", "NoSuchTag")], out("8.8.8.8")), /NoSuchTag/);
        const twins = [rule("a", 100, "Deny", "*"), rule("b", 100, "Allow", "*")];
        assert.throws(() => by(twins, out("8.8.8.8")), /two rules of priority 100/);
        const grouped = { sourceApplicationSecurityGroups: [{ id: "x" }] };
        assert.throws(() => by([rule("a", 100, "Deny", "*", grouped)], out("8.8.8.8")), /groups/);
        assert.throws(() => by([rule("a", 100, "Maybe", "*")], out("8.8.8.8")), /neither/);
    });
});

describe("the evaluator of firewalls", () => {
    const named = (priority: number, type: string, ...targetFqdns: string[]) => ({
        priority,
        action: { type },
        rules: [
            {
                ruleType: "ApplicationRule",
                sourceAddresses: ["10.0.0.0/24"],
                protocols: [{ protocolType: "Https", port: 443 }],
                targetFqdns,
            },
        ],
    });
    const ask = (host: string, more = {}) => ({
        source: "10.0.0.4",
        host,
        protocol: "Https" as const,
        port: 443,
        ...more,
    });

    it("reads wildcards as whole labels", () => {
        assert.ok(isNamed("*.a.com", "x.a.com") && isNamed("*.a.com", "x.y.A.com"));
        assert.ok(!isNamed("*.a.com", "a.com") && !isNamed("*.a.com", "xa.com"));
        assert.ok(!isNamed("a.com", "x.a.com") && !isNamed("a.com", "a.com.evil.net"));
    });

    it("lets nothing through but what the first collection that matches allows", () => {
        const rules = [named(200, "Allow", "*.a.com", "b.com"), named(100, "Deny", "bad.a.com")];
        assert.ok(letsThrough(rules, ask("x.a.com")));
        assert.ok(!letsThrough(rules, ask("bad.a.com")));
        assert.ok(!letsThrough(rules, ask("c.com")));
        assert.ok(!letsThrough(rules, ask("b.com", { port: 8443 })));
        assert.ok(!letsThrough(rules, ask("b.com", { protocol: "Http" })));
        assert.ok(!letsThrough(rules, ask("b.com", { source: "10.0.1.4" })));
    });

    it("refuses rules over addresses, which it does not understand", () => {
        const odd = {
            priority: 100,
            action: { type: "Allow" },
            rules: [{ ruleType: "NetworkRule" }],
        };
        assert.throws(() => letsThrough([odd], ask("a.com")), /NetworkRule/);
    });
});

describe("the search for openings", () => {
    const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
    const stands = (type: string, path: string, inputs: object) => ({
        key: path,
        type: `azure-native:network:${type}`,
        id: `${id}/${path}`,
        inputs: inputs as never,
        outputs: {},
        claims: [],
        parents: [],
        secrets: [],
    });
    const subnetWith = (securityRules: Rule[], ...more: ReturnType<typeof stands>[]) => {
        const networkSecurityGroup = { id: `${id}/networkSecurityGroups/NSG` };
        const [subnet] = guardedSubnets([
            stands("VirtualNetwork", "virtualNetworks/v", {
                addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
            }),
            stands("NetworkSecurityGroup", "networkSecurityGroups/nsg", { securityRules }),
            stands("Subnet", "virtualNetworks/v/subnets/s", {
                addressPrefix: "10.0.0.0/24",
                networkSecurityGroup,
            }),
            ...more,
        ]);
        return subnet ?? assert.fail();
    };
    const nobody = () => false;
    const shut = ["Inbound", "Outbound"].map((direction) =>
        rule(`shut-${direction}`, 200, "Deny", "*", { direction }),
    );
    const way = rule("way", 150, "Allow", "93.184.216.0/24", {
        protocol: "Tcp",
        destinationPortRange: "443",
    });

    it("finds what Azure's own rules let through", () => {
        assert.equal(opening(subnetWith([]), "Inbound", nobody)?.direction, "Inbound");
        assert.equal(opening(subnetWith([]), "Outbound", nobody)?.direction, "Outbound");
        for (const direction of ["Inbound", "Outbound"] as const) {
            assert.equal(opening(subnetWith(shut), direction, nobody), undefined);
        }
    });

    it("finds a rule inline, one that stands on its own, and a subnet without a group", () => {
        const inline = opening(subnetWith([...shut, way]), "Outbound", nobody);
        assert.equal(inline?.destinationPort, 443);
        const own = stands("SecurityRule", "networkSecurityGroups/nsg/securityRules/way", way);
        const alone = opening(subnetWith(shut, own), "Outbound", nobody);
        assert.match(alone?.destination ?? "", /^93\.184\.216\./);
        const bare = { ...subnetWith(shut), rules: undefined };
        assert.ok(opening(bare, "Inbound", nobody));
    });

    it("passes over what is declared, and only that", () => {
        const subnet = subnetWith([...shut, way]);
        const declared = (packet: Packet) => packet.destinationPort === 443;
        assert.equal(opening(subnet, "Outbound", declared), undefined);
        const narrower = (packet: Packet) => packet.destination === "93.184.216.1";
        assert.ok(opening(subnet, "Outbound", narrower));
    });
});
