import { azureResolver, metadataAddresses } from "../cloudFacts";

/**
 * Rules of nftables that close the metadata service to every account whose number is not in the
 * list that stands for ALLOWED, and to everything that is forwarded (containers, bridges). The
 * table is replaced as a whole, so loading it twice is loading it once.
 */
export function firewallRules(cloud: "azure" | "aws"): string {
    const { ipv4, ipv6 } = metadataAddresses[cloud];
    const closed = [
        `ip daddr { ${ipv4.join(", ")} }`,
        ...(ipv6.length > 0 ? [`ip6 daddr { ${ipv6.join(", ")} }`] : []),
    ];
    const resolver =
        cloud === "azure"
            ? [`ip daddr ${azureResolver} meta l4proto { tcp, udp } th dport 53 accept`]
            : [];
    const chain = (hook: string, rules: string[]) => [
        `    chain ${hook} {`,
        `        type filter hook ${hook} priority -150; policy accept;`,
        ...[...resolver, ...rules].map((rule) => `        ${rule}`),
        "    }",
    ];
    return [
        "table inet gatehouse",
        "delete table inet gatehouse",
        "table inet gatehouse {",
        ...chain(
            "output",
            closed.map((address) => `${address} meta skuid != { ALLOWED } counter drop`),
        ),
        ...chain(
            "forward",
            closed.map((address) => `${address} counter drop`),
        ),
        "}",
    ].join("\n");
}
