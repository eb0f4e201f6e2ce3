import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import type { Vpc } from "@pulumi/aws/ec2/vpc";
import { Firewall } from "@pulumi/aws/networkfirewall/firewall";
import { FirewallPolicy } from "@pulumi/aws/networkfirewall/firewallPolicy";
import { LoggingConfiguration } from "@pulumi/aws/networkfirewall/loggingConfiguration";
import { RuleGroup } from "@pulumi/aws/networkfirewall/ruleGroup";
import type * as pulumi from "@pulumi/pulumi";

import { common, type Placement } from "./placement";
import type { RoutedSubnet } from "./subnets";

/** Rules the group has room for; AWS lets nobody change it later. One name takes one. */
export const ruleCapacity = 500;

/**
 * A name as AWS Network Firewall writes it: "*.example.com" becomes ".example.com", which matches
 * all names below example.com, and example.com itself.
 *
 * source: AWS Network Firewall Developer Guide, "Stateful domain list rule groups"
 * date: 2026-11-21
 */
export function firewallTarget(name: string): string {
    return name.startsWith("*.") ? name.slice(1) : name;
}

/** A firewall that lets TLS to the given names through and nothing else, and logs what it stops. */
export function createFirewall(
    place: Placement,
    vpc: Vpc,
    subnets: RoutedSubnet[],
    names: string[],
    logs: LogGroup,
): Firewall {
    const { parent, name, prefix, protect } = place;
    const firewall = new Firewall(
        `${name}-firewall`,
        {
            ...common(place, "firewall"),
            name: `${prefix}-egress`,
            description: `Egress of ${prefix}`,
            vpcId: vpc.id,
            firewallPolicyArn: createPolicy(place, createNames(place, names)).arn,
            subnetMappings: subnets.map(({ subnet }) => ({ subnetId: subnet.id })),
            deleteProtection: protect,
        },
        { parent, protect },
    );
    new LoggingConfiguration(
        `${name}-firewall-log`,
        {
            region: place.region,
            firewallArn: firewall.arn,
            loggingConfiguration: {
                logDestinationConfigs: [
                    {
                        logType: "ALERT",
                        logDestinationType: "CloudWatchLogs",
                        logDestination: { logGroup: logs.name },
                    },
                ],
            },
        },
        { parent },
    );
    return firewall;
}

/** TLS only: what carries its host name in the clear has no port open, see the security group. */
function createNames(place: Placement, names: string[]): RuleGroup {
    const { parent, name, prefix } = place;
    return new RuleGroup(
        `${name}-names`,
        {
            ...common(place, "names"),
            name: `${prefix}-names`,
            description: `Hosts the agents of ${prefix} may reach`,
            type: "STATEFUL",
            capacity: ruleCapacity,
            ruleGroup: {
                rulesSource: {
                    rulesSourceList: {
                        generatedRulesType: "ALLOWLIST",
                        targetTypes: ["TLS_SNI"],
                        targets: names.map(firewallTarget),
                    },
                },
                statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
            },
        },
        { parent },
    );
}

/**
 * Everything goes to the stateful engine, which drops what no rule passed. The default waits for the
 * application layer: a handshake of TLS may come in two packets, and the name in the second one.
 *
 * source: AWS Network Firewall Developer Guide, "Managing evaluation order for Suricata compatible
 * rules" (actions and their meaning; the two-packet case from AWS's samples and memory)
 * date: 2026-11-21
 */
function createPolicy(place: Placement, names: RuleGroup): FirewallPolicy {
    const { parent, name, prefix } = place;
    return new FirewallPolicy(
        `${name}-firewall-policy`,
        {
            ...common(place, "firewall-policy"),
            name: `${prefix}-egress`,
            description: "Drops what is not a named host",
            firewallPolicy: {
                statelessDefaultActions: ["aws:forward_to_sfe"],
                statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
                statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
                statefulDefaultActions: [
                    "aws:drop_established_app_layer",
                    "aws:alert_established_app_layer",
                ],
                statefulRuleGroupReferences: [{ priority: 1, resourceArn: names.arn }],
            },
        },
        { parent },
    );
}

/** Endpoint of the firewall in a subnet, once it stands. */
export function endpointIn(firewall: Firewall, subnet: RoutedSubnet): pulumi.Output<string> {
    return firewall.firewallStatuses.apply((statuses) =>
        subnet.subnet.id.apply((subnetId) => {
            const found = statuses
                .flatMap(({ syncStates }) => syncStates)
                .flatMap(({ attachments }) => attachments)
                .find((one) => one.subnetId === subnetId);
            if (found === undefined) {
                throw new Error(`the firewall has no endpoint in ${subnetId} yet: run again`);
            }
            return found.endpointId;
        }),
    );
}
