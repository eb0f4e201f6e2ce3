import {
    NatGateway,
    NetworkSecurityGroup,
    PublicIPAddress,
    VirtualNetwork,
} from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import type { EgressProfile } from "../egress/egressProfile";
import type { AgentNetworkArgs } from "./agentNetworkArgs";
import type { NetworkPlan } from "./checkNetwork";
import { firewallAddressIn } from "./ranges";
import type { SecurityRule } from "./securityRules";

/** Where resources of the network go, and what they carry. */
interface Place {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    tags?: Record<string, pulumi.Input<string>>;
}

/** What every part of the network is made from. */
export interface NetworkParts {
    parent: pulumi.Resource;
    name: string;
    args: AgentNetworkArgs;
    profiles: EgressProfile[];
    place: Place;
    network: VirtualNetwork;
}

/** The network itself, and with it what every further part is made from. */
export function createNetwork(
    parent: pulumi.Resource,
    name: string,
    args: AgentNetworkArgs,
    { location, profiles }: NetworkPlan,
): NetworkParts {
    const { resourceGroupName, tags, firewallRange } = args;
    const place: Place = { resourceGroupName, location, ...(tags === undefined ? {} : { tags }) };
    const network = new VirtualNetwork(
        `${name}-network`,
        {
            ...place,
            virtualNetworkName: azureName("vnet", args.networkName),
            addressSpace: { addressPrefixes: [args.addressSpace] },
            // Machines ask the firewall for names, so that both get the same answer.
            ...(firewallRange === undefined
                ? {}
                : { dhcpOptions: { dnsServers: [firewallAddressIn(firewallRange)] } }),
        },
        { parent },
    );
    return { parent, name, args, profiles, place, network };
}

/** The static address that others see; protected, because their allow lists name it. */
export function createAddress({ parent, name, args, place }: NetworkParts): PublicIPAddress {
    return new PublicIPAddress(
        `${name}-address`,
        {
            ...place,
            publicIpAddressName: azureName("pip", args.networkName, "egress"),
            sku: { name: "Standard" },
            publicIPAllocationMethod: "Static",
            publicIPAddressVersion: "IPv4",
            ...(args.zones === undefined ? {} : { zones: args.zones }),
        },
        { parent, protect: args.allowDestroy !== true },
    );
}

/** A gateway that only answers to connections made from inside. */
export function createNat(
    { parent, name, args, place }: NetworkParts,
    address: PublicIPAddress,
): NatGateway {
    return new NatGateway(
        `${name}-nat`,
        {
            ...place,
            natGatewayName: azureName("ng", args.networkName),
            sku: { name: "Standard" },
            publicIpAddresses: [{ id: address.id }],
            idleTimeoutInMinutes: 4,
            ...(args.zones === undefined ? {} : { zones: args.zones }),
        },
        { parent },
    );
}

/** Rules of one subnet. A changed rule also ends the connections it no longer allows. */
export function createSecurityGroup(
    { parent, name, args, place }: NetworkParts,
    of: string,
    securityRules: SecurityRule[],
): NetworkSecurityGroup {
    return new NetworkSecurityGroup(
        `${name}-${of}-guard`,
        {
            ...place,
            networkSecurityGroupName: azureName("nsg", args.networkName, of),
            flushConnection: true,
            securityRules,
        },
        { parent },
    );
}
