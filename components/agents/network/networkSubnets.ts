import { Subnet, type NetworkSecurityGroup } from "@pulumi/azure-native/network";
import { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";

import { azureName } from "../../shared/naming";
import type { NetworkParts } from "./networkParts";

/** What Azure must be told to let a Managed DevOps Pool use a subnet. */
const managedPool = "Microsoft.DevOpsInfrastructure/pools";

/** Id of the gateway or of the routes that lead out. */
export interface WayOut {
    natGateway?: { id: pulumi.Output<string> };
    routeTable?: { id: pulumi.Output<string> };
}

/** The agents' subnet: guarded, with one way out, and with none that Azure would add. */
export function createAgentSubnet(
    { parent, name, args, network }: NetworkParts,
    guard: NetworkSecurityGroup,
    wayOut: WayOut,
    dependsOn: pulumi.Resource[],
): Subnet {
    const delegations = [{ name: "managed-pool", serviceName: managedPool }];
    return new Subnet(
        `${name}-agents`,
        {
            subnetName: azureName("snet", "agents"),
            virtualNetworkName: network.name,
            resourceGroupName: args.resourceGroupName,
            addressPrefix: args.agentRange,
            networkSecurityGroup: { id: guard.id },
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Enabled",
            ...wayOut,
            ...(args.delegateToManagedPool === true ? { delegations } : {}),
        },
        { parent, dependsOn },
    );
}

/** The subnet of private endpoints, which has no way out. */
export function createEndpointSubnet(
    { parent, name, args, network }: NetworkParts,
    guard: NetworkSecurityGroup,
    dependsOn: pulumi.Resource[],
): Subnet {
    return new Subnet(
        `${name}-endpoints`,
        {
            subnetName: azureName("snet", "endpoints"),
            virtualNetworkName: network.name,
            resourceGroupName: args.resourceGroupName,
            addressPrefix: args.endpointRange,
            networkSecurityGroup: { id: guard.id },
            defaultOutboundAccess: false,
            // Without it Azure does not apply the security group to private endpoints.
            privateEndpointNetworkPolicies: "Enabled",
        },
        { parent, dependsOn },
    );
}

/** A private zone for each service reached through private endpoints; ids by name of the zone. */
export function createZones(parts: NetworkParts): pulumi.Output<Record<string, string>> {
    const zones = [...new Set(parts.profiles.flatMap((profile) => profile.privateZones))];
    const ids = zones.map((zone) => [zone, createZone(parts, zone)] as const);
    return pulumi.output(Object.fromEntries(ids));
}

function createZone({ parent, name, args, network }: NetworkParts, privateZoneName: string) {
    const { resourceGroupName, tags } = args;
    const place = {
        resourceGroupName,
        location: "Global",
        ...(tags === undefined ? {} : { tags }),
    };
    const zone = new PrivateZone(
        `${name}-${privateZoneName}`,
        { ...place, privateZoneName },
        { parent },
    );
    new VirtualNetworkLink(
        `${name}-${privateZoneName}-link`,
        {
            ...place,
            virtualNetworkLinkName: `link-${args.networkName}`,
            privateZoneName: zone.name,
            registrationEnabled: false,
            virtualNetwork: { id: network.id },
        },
        { parent },
    );
    return zone.id;
}
