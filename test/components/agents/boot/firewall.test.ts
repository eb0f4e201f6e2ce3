import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { firewallRules } from "../../../../components/agents/boot/shell/firewall";

interface Packet {
    address: string;
    account: number;
    port: number;
}

/** What the first rule that matches in a chain says; a chain accepts what no rule matches. */
function verdict(rules: string, chain: string, packet: Packet): string {
    const body = new RegExp(`chain ${chain} \\{([^]*?)\\n {4}\\}`).exec(rules)?.[1] ?? "";
    const [head, ...lines] = body
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
    assert.match(head ?? "", new RegExp(`^type filter hook ${chain} priority .* policy accept;$`));
    return (
        lines
            .find((line) => matches(line, packet))
            ?.split(" ")
            .at(-1) ?? "accept"
    );
}

function matches(rule: string, { address, account, port }: Packet): boolean {
    const [, family, one, many] = /^(ip6?) daddr (?:([\d.:a-f]+)|\{ ([^}]*) \})/.exec(rule) ?? [];
    const others = /meta skuid != \{ ([^}]*) \}/.exec(rule)?.[1]?.split(", ");
    const only = /th dport (\d+)/.exec(rule)?.[1];
    assert.ok(family, rule);
    return (
        (many?.split(", ") ?? [one]).includes(address) &&
        (family === "ip6") === address.includes(":") &&
        !others?.includes(String(account)) &&
        (only === undefined || Number(only) === port)
    );
}

const closed = {
    azure: ["169.254.169.254", "168.63.129.16"],
    aws: ["169.254.169.254", "fd00:ec2::254"],
};
const account = fc.oneof(fc.constantFrom(0, 104, 1000), fc.nat(4_294_967_294));
const port = fc.oneof(fc.constantFrom(53, 80, 443, 32_526), fc.integer({ min: 1, max: 65_535 }));

for (const cloud of ["azure", "aws"] as const) {
    const rules = firewallRules(cloud).replaceAll("ALLOWED", "0, 104");

    describe(`firewall of an agent on ${cloud}`, () => {
        it("lets root and named accounts reach the metadata service, and nobody else", () => {
            const packet = fc.record({ address: fc.constantFrom(...closed[cloud]), account, port });
            fc.assert(
                fc.property(packet, (each) => {
                    const names = each.address === "168.63.129.16" && each.port === 53;
                    const open = [0, 104].includes(each.account) || names;
                    assert.equal(verdict(rules, "output", each), open ? "accept" : "drop");
                    assert.equal(verdict(rules, "forward", each), names ? "accept" : "drop");
                }),
            );
        });

        it("is in nobody's way elsewhere", () => {
            const address = fc.ipV4().filter((each) => !closed[cloud].includes(each));
            fc.assert(
                fc.property(fc.record({ address, account, port }), (each) => {
                    assert.equal(verdict(rules, "output", each), "accept");
                    assert.equal(verdict(rules, "forward", each), "accept");
                }),
            );
        });
    });
}
