import type { Vault } from "@pulumi/azure-native/keyvault";
import { PrivateDnsZoneGroup, PrivateEndpoint } from "@pulumi/azure-native/network";
import { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns";
import type * as pulumi from "@pulumi/pulumi";

import type { HardenedVaultArgs } from "./hardenedVaultArgs";
import { vaultPrivateLink } from "./privateLink";

/** The vault's address inside the network. */
export function createEndpoint(
    parent: pulumi.Resource,
    name: string,
    args: HardenedVaultArgs,
    vault: Vault,
): PrivateEndpoint {
    return new PrivateEndpoint(
        `${name}-endpoint`,
        {
            privateEndpointName: `pe-${args.vaultName}`,
            customNetworkInterfaceName: `nic-pe-${args.vaultName}`,
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            tags: args.tags,
            subnet: { id: args.subnetId },
            privateLinkServiceConnections: [
                {
                    name: "vault",
                    privateLinkServiceId: vault.id,
                    groupIds: [vaultPrivateLink.groupId],
                },
            ],
        },
        { parent },
    );
}

/** Makes the vault's name resolve to the endpoint, through a zone of its own or a given one. */
export function createDns(
    parent: pulumi.Resource,
    name: string,
    args: HardenedVaultArgs,
    endpoint: PrivateEndpoint,
): PrivateDnsZoneGroup {
    const zoneId = args.privateDnsZoneId ?? createZone(parent, name, args).id;
    return new PrivateDnsZoneGroup(
        `${name}-zone-group`,
        {
            privateDnsZoneGroupName: "default",
            privateEndpointName: endpoint.name,
            resourceGroupName: args.resourceGroupName,
            privateDnsZoneConfigs: [{ name: "vault", privateDnsZoneId: zoneId }],
        },
        { parent },
    );
}

function createZone(parent: pulumi.Resource, name: string, args: HardenedVaultArgs): PrivateZone {
    const { resourceGroupName, tags, virtualNetworkId } = args;
    const zone = new PrivateZone(
        `${name}-zone`,
        {
            privateZoneName: vaultPrivateLink.zone,
            resourceGroupName,
            location: "Global",
            tags,
        },
        { parent },
    );
    new VirtualNetworkLink(
        `${name}-zone-link`,
        {
            virtualNetworkLinkName: `link-${args.vaultName}`,
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
