import { PrivateDnsZoneGroup, PrivateEndpoint } from "@pulumi/azure-native/network";
import { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns";
import type * as pulumi from "@pulumi/pulumi";

/** What gets an address inside a network. */
export interface PrivateTarget {
    /** Name of the resource in Azure; the names of its endpoint and link are made from it. */
    cloudName: string;
    id: pulumi.Input<string>;
    /** Sub-resource the endpoint connects to. */
    groupId: string;
    /** Private DNS zone in which Azure looks for the endpoint's address. */
    zone: string;
}

/** Where the address is. */
export interface PrivatePlace {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    subnetId: pulumi.Input<string>;
    virtualNetworkId: pulumi.Input<string>;
    privateDnsZoneId?: pulumi.Input<string>;
    tags?: Record<string, pulumi.Input<string>>;
}

/** The resource's address inside the network. */
export function createEndpoint(
    parent: pulumi.Resource,
    name: string,
    place: PrivatePlace,
    target: PrivateTarget,
): PrivateEndpoint {
    return new PrivateEndpoint(
        `${name}-endpoint`,
        {
            privateEndpointName: `pe-${target.cloudName}`,
            customNetworkInterfaceName: `nic-pe-${target.cloudName}`,
            resourceGroupName: place.resourceGroupName,
            location: place.location,
            tags: place.tags,
            subnet: { id: place.subnetId },
            privateLinkServiceConnections: [
                {
                    name: target.groupId,
                    privateLinkServiceId: target.id,
                    groupIds: [target.groupId],
                },
            ],
        },
        { parent },
    );
}

/** Makes the resource's name resolve to the endpoint, through a zone of its own or a given one. */
export function createDns(
    parent: pulumi.Resource,
    name: string,
    place: PrivatePlace,
    target: PrivateTarget,
    endpoint: PrivateEndpoint,
): PrivateDnsZoneGroup {
    const zoneId = place.privateDnsZoneId ?? createZone(parent, name, place, target).id;
    return new PrivateDnsZoneGroup(
        `${name}-zone-group`,
        {
            privateDnsZoneGroupName: "default",
            privateEndpointName: endpoint.name,
            resourceGroupName: place.resourceGroupName,
            privateDnsZoneConfigs: [{ name: target.groupId, privateDnsZoneId: zoneId }],
        },
        { parent },
    );
}

function createZone(
    parent: pulumi.Resource,
    name: string,
    place: PrivatePlace,
    target: PrivateTarget,
): PrivateZone {
    const { resourceGroupName, tags, virtualNetworkId } = place;
    const zone = new PrivateZone(
        `${name}-zone`,
        { privateZoneName: target.zone, resourceGroupName, location: "Global", tags },
        { parent },
    );
    new VirtualNetworkLink(
        `${name}-zone-link`,
        {
            virtualNetworkLinkName: `link-${target.cloudName}`,
            privateZoneName: zone.name,
            resourceGroupName,
            location: "Global",
            tags,
            registrationEnabled: false,
            virtualNetwork: { id: virtualNetworkId },
        },
        { parent },
    );
    return zone;
}
