import {
    AzureFirewall,
    FirewallPolicy,
    FirewallPolicyRuleCollectionGroup,
    RouteTable,
    Subnet,
    type PublicIPAddress,
} from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import { namesIn } from "../egress/egressProfile";
import type { EgressProfile } from "../egress/egressProfile";
import type { NetworkParts } from "./networkParts";
import { firewallAddressIn } from "./ranges";

/** The firewall, the way to it, and the subnet that has to stand before its neighbours are made. */
export interface FirewallEgress {
    firewall: AzureFirewall;
    routeTable: RouteTable;
    subnet: Subnet;
    /** Private address of the firewall, as Azure gave it. */
    address: pulumi.Output<string>;
}

/** An Azure Firewall that lets agents through to the names of the profiles and nothing else. */
export function createFirewall(parts: NetworkParts, address: PublicIPAddress): FirewallEgress {
    const { parent, name, args, place, network } = parts;
    const subnet = new Subnet(
        `${name}-firewall-subnet`,
        {
            // Azure finds the firewall's subnet by this name. It takes no security group there.
            subnetName: "AzureFirewallSubnet",
            virtualNetworkName: network.name,
            resourceGroupName: args.resourceGroupName,
            addressPrefix: args.firewallRange,
            defaultOutboundAccess: false,
        },
        { parent },
    );
    const policy = createPolicy(parts);
    const rules = createRules(parts, policy);
    const firewall = new AzureFirewall(
        `${name}-firewall`,
        {
            ...place,
            azureFirewallName: azureName("afw", args.networkName),
            sku: { name: "AZFW_VNet", tier: "Premium" },
            firewallPolicy: { id: policy.id },
            ipConfigurations: [
                { name: "egress", subnet: { id: subnet.id }, publicIPAddress: { id: address.id } },
            ],
            ...(args.zones === undefined ? {} : { zones: args.zones }),
        },
        // Azure changes one of the three at a time.
        { parent, dependsOn: [rules] },
    );
    const actual = firewall.ipConfigurations.apply((all) =>
        expectedAddress(parent, args.firewallRange ?? "", all?.[0]?.privateIPAddress),
    );
    return { firewall, routeTable: createRoutes(parts, actual), subnet, address: actual };
}

/**
 * The address the firewall got, if it is the one at which the network already looks names up.
 *
 * @throws pulumi.ResourceError for another one: agents would find no names
 */
export function expectedAddress(
    owner: pulumi.Resource,
    firewallRange: string,
    actual: string | undefined,
): string {
    const expected = firewallAddressIn(firewallRange);
    if (actual !== expected) {
        const message = `The firewall has the private address ${actual ?? "none"}, not ${expected}, where the network looks names up. Nothing would get out.`;
        throw new pulumi.ResourceError(message, owner, true);
    }
    return actual;
}

function createPolicy({ parent, name, args, place }: NetworkParts): FirewallPolicy {
    return new FirewallPolicy(
        `${name}-firewall-policy`,
        {
            ...place,
            firewallPolicyName: azureName("afwp", args.networkName),
            sku: { tier: "Premium" },
            threatIntelMode: "Deny",
            intrusionDetection: { mode: "Deny" },
            dnsSettings: { enableProxy: true },
            insights: {
                isEnabled: true,
                logAnalyticsResources: { defaultWorkspaceId: { id: args.workspaceId } },
            },
        },
        { parent },
    );
}

function createRules(
    { parent, name, args, profiles }: NetworkParts,
    policy: FirewallPolicy,
): FirewallPolicyRuleCollectionGroup {
    return new FirewallPolicyRuleCollectionGroup(
        `${name}-firewall-rules`,
        {
            ruleCollectionGroupName: "agents",
            firewallPolicyName: policy.name,
            resourceGroupName: args.resourceGroupName,
            priority: 100,
            ruleCollections: [
                {
                    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                    name: "profiles",
                    priority: 100,
                    action: { type: "Allow" },
                    rules: profiles.flatMap((profile) => [
                        ...nameRule(args, profile.name, "Https", 443, namesOf(args, profile)),
                        ...nameRule(
                            args,
                            `${profile.name}-plain`,
                            "Http",
                            80,
                            plain(args, profile),
                        ),
                    ]),
                },
            ],
        },
        { parent },
    );
}

type Args = NetworkParts["args"];

const namesOf = (args: Args, profile: EgressProfile) => namesIn(profile, args.awsRegions ?? []);
const plain = (args: Args, profile: EgressProfile) =>
    args.allowPlainHttp === true ? [...profile.plainNames] : [];

function nameRule(args: Args, name: string, type: string, port: number, targetFqdns: string[]) {
    const rule = {
        ruleType: "ApplicationRule" as const,
        name,
        sourceAddresses: [args.agentRange],
        protocols: [{ protocolType: type, port }],
        targetFqdns,
    };
    return targetFqdns.length === 0 ? [] : [rule];
}

function createRoutes(
    { parent, name, args, place }: NetworkParts,
    nextHopIpAddress: pulumi.Output<string>,
): RouteTable {
    return new RouteTable(
        `${name}-routes`,
        {
            ...place,
            routeTableName: azureName("rt", args.networkName),
            // No gateway may tell the agents a shorter way.
            disableBgpRoutePropagation: true,
            routes: [
                {
                    name: "to-firewall",
                    addressPrefix: "0.0.0.0/0",
                    nextHopType: "VirtualAppliance",
                    nextHopIpAddress,
                },
            ],
        },
        { parent },
    );
}
