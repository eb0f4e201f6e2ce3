import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { firewallLetsThrough, isListed } from "./domainList";
import { allows, securityGroups, type World } from "./securityGroups";
import type { Standing } from "./standing";

const group = (values: Record<string, unknown>): Standing => ({
    type: "aws:ec2/securityGroup:SecurityGroup",
    name: "g",
    id: "sg-1",
    values,
});
const rule = (direction: string, values: Record<string, unknown>): Standing => ({
    type: `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
    name: "r",
    id: "sgr-1",
    values: { securityGroupId: "sg-1", ...values },
});
const world: World = {
    groupsAt: (address) => (address === "10.0.0.7" ? ["sg-2"] : []),
    rangesOf: (list) => (list === "pl-1" ? ["192.0.2.0/24"] : []),
};
const lets = (direction: "in" | "out", resources: Standing[], address: string, port = 443) => {
    const [found] = securityGroups(resources);
    assert.ok(found);
    return allows(found, direction, { protocol: "tcp", port, address }, world);
};

describe("the evaluator of security groups", () => {
    it("finds inline rules: ranges, lists, other groups, itself, all protocols", () => {
        const ports = { protocol: "tcp", fromPort: 440, toPort: 450 };
        const of = (values: Record<string, unknown>) => [
            group({ ingress: [{ ...ports, ...values }] }),
        ];
        assert.ok(lets("in", of({ cidrBlocks: ["10.0.0.0/8"] }), "10.1.2.3"));
        assert.ok(!lets("in", of({ cidrBlocks: ["10.0.0.0/8"] }), "11.1.2.3"));
        assert.ok(!lets("in", of({ cidrBlocks: ["10.0.0.0/8"] }), "10.1.2.3", 451));
        assert.ok(!lets("out", of({ cidrBlocks: ["10.0.0.0/8"] }), "10.1.2.3"));
        assert.ok(lets("in", of({ ipv6CidrBlocks: ["2001:db8::/32"] }), "2001:db8::1"));
        assert.ok(lets("in", of({ prefixListIds: ["pl-1"] }), "192.0.2.9"));
        assert.ok(lets("in", of({ securityGroups: ["sg-2"] }), "10.0.0.7"));
        assert.ok(!lets("in", of({ self: true }), "10.0.0.7"));
        const all = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
        assert.ok(lets("in", of(all), "203.0.113.9", 22));
    });

    it("finds separate rules, of both kinds, of this group only", () => {
        const https = { ipProtocol: "6", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };
        assert.ok(lets("out", [group({}), rule("Egress", https)], "203.0.113.9"));
        assert.ok(!lets("in", [group({}), rule("Egress", https)], "203.0.113.9"));
        const other = rule("Ingress", { ...https, securityGroupId: "sg-9" });
        assert.ok(!lets("in", [group({}), other], "203.0.113.9"));
        const classic: Standing = {
            ...rule("Ingress", { type: "ingress", protocol: "tcp", fromPort: 1, toPort: 999 }),
            type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        };
        classic.values.cidrBlocks = ["203.0.113.0/24"];
        assert.ok(lets("in", [group({}), classic], "203.0.113.9"));
    });
});

describe("the evaluator of domain lists", () => {
    it("knows exact names, names below a dot, and no others", () => {
        const targets = ["a.example", ".b.example"];
        const listed = ["a.example", "A.EXAMPLE", "b.example", "x.b.example", "y.x.b.example"];
        const others = ["x.a.example", "xb.example", "b.example.org", "example"];
        assert.deepEqual(
            [...listed, ...others].filter((name) => isListed(targets, name)),
            listed,
        );
    });

    it("judges nothing it does not understand", () => {
        const policy = (rules: Record<string, unknown>): Standing => ({
            type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
            name: "p",
            id: "p",
            values: { firewallPolicy: rules },
        });
        const strict = {
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        };
        assert.equal(firewallLetsThrough([policy(strict)], "a.example"), true);
        const drops = { ...strict, statefulDefaultActions: ["aws:drop_established"] };
        assert.equal(firewallLetsThrough([policy(drops)], "a.example"), false);
        const passes = { ...strict, statelessDefaultActions: ["aws:pass"] };
        assert.throws(() => firewallLetsThrough([policy(passes)], "a.example"), /cannot be judged/);
        assert.throws(() => firewallLetsThrough([], "a.example"), /0 firewall policies/);
    });
});
