import { NetworkSecurityGroup, Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";

import { azureName } from "../shared/naming";

/** What the network is made of. */
export interface NetworkFacts {
    organization: string;
    resourceGroupName: pulumi.Input<string>;
    location: string;
    tags: Record<string, string>;
}

/** The network that private endpoints live in. */
export interface EstateNetwork {
    network: VirtualNetwork;
    securityGroup: NetworkSecurityGroup;
    subnet: Subnet;
}

/** Private addresses; 27 endpoints fit. The estate's network is peered with no other. */
const addresses = { network: "10.64.0.0/24", endpoints: "10.64.0.0/27" } as const;

/**
 * A virtual network with one subnet for private endpoints: HTTPS comes in from the network itself,
 * nothing else does, and nothing goes out.
 */
export function createNetwork(
    parent: pulumi.Resource,
    name: string,
    facts: NetworkFacts,
): EstateNetwork {
    const { organization, resourceGroupName, location, tags } = facts;
    const network = new VirtualNetwork(
        `${name}-network`,
        {
            virtualNetworkName: azureName("vnet", organization),
            resourceGroupName,
            location,
            tags,
            addressSpace: { addressPrefixes: [addresses.network] },
        },
        { parent },
    );
    const securityGroup = createSecurityGroup(parent, name, facts);
    const subnet = new Subnet(
        `${name}-endpoints`,
        {
            subnetName: azureName("snet", "endpoints"),
            virtualNetworkName: network.name,
            resourceGroupName,
            addressPrefix: addresses.endpoints,
            networkSecurityGroup: { id: securityGroup.id },
            // Without it Azure does not apply the security group to private endpoints.
            privateEndpointNetworkPolicies: "Enabled",
            defaultOutboundAccess: false,
        },
        { parent },
    );
    return { network, securityGroup, subnet };
}

function createSecurityGroup(
    parent: pulumi.Resource,
    name: string,
    facts: NetworkFacts,
): NetworkSecurityGroup {
    const { organization, resourceGroupName, location, tags } = facts;
    return new NetworkSecurityGroup(
        `${name}-endpoints-guard`,
        {
            networkSecurityGroupName: azureName("nsg", organization, "endpoints"),
            resourceGroupName,
            location,
            tags,
            securityRules: [
                {
                    name: "allow-https-from-network",
                    priority: 100,
                    direction: "Inbound",
                    access: "Allow",
                    protocol: "Tcp",
                    sourceAddressPrefix: "VirtualNetwork",
                    sourcePortRange: "*",
                    destinationAddressPrefix: addresses.endpoints,
                    destinationPortRange: "443",
                },
                denyAll("Inbound"),
                denyAll("Outbound"),
            ],
        },
        { parent },
    );
}

/** Last before Azure's own rules, which would let the network and load balancers through. */
function denyAll(direction: string) {
    return {
        name: `deny-all-${direction.toLowerCase()}`,
        priority: 4096,
        direction,
        access: "Deny",
        protocol: "*",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationAddressPrefix: "*",
        destinationPortRange: "*",
    };
}
