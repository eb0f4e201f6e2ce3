import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, list, loose, object, required, text } from "../shape";
import { items, isObject, str, text as joined, type Values } from "../values";
import {
    armType,
    copied,
    idInGroup,
    location,
    parentId,
    reference,
    requireResource,
    resourceGroupName,
    suffixed,
    tags,
} from "./arm";
import { networkName } from "./virtualNetwork";

const groupToken = "azure-native:network:PrivateDnsZoneGroup";
const connection = loose({
    groupIds: list(text),
    id: text,
    name: text,
    privateLinkServiceId: text,
    requestMessage: text,
});

function connections(inputs: Values): Values[] {
    return ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"].flatMap(
        (name) => items(inputs, name).filter(isObject),
    );
}

export const privateEndpoint = armType({
    token: "azure-native:network:PrivateEndpoint",
    api: "2024-05-01",
    type: "Microsoft.Network/privateEndpoints",
    inputs: {
        applicationSecurityGroups: list(reference),
        customDnsConfigs: list(object({ fqdn: text, ipAddresses: list(text) })),
        customNetworkInterfaceName: text,
        extendedLocation: fixed(object({ name: text, type: choice("EdgeZone") })),
        id: text,
        ipConfigurations: list(
            object({ groupId: text, memberName: text, name: text, privateIPAddress: text }),
        ),
        location,
        manualPrivateLinkServiceConnections: list(connection),
        privateEndpointName: networkName,
        privateLinkServiceConnections: list(connection),
        resourceGroupName,
        subnet: required(reference),
        tags,
    },
    path: ["resourceGroupName", "privateEndpointName", "id"],
    autoname: suffixed("privateEndpointName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "privateEndpoints",
            str(inputs, "privateEndpointName"),
        ),
    outputs: ({ inputs, scope, id, each }) => {
        const own = joined`${str(inputs, "privateEndpointName")}.nic.${guid("nic", id)}`;
        const nic = str(inputs, "customNetworkInterfaceName") || own;
        return {
            networkInterfaces: [
                { id: idInGroup(scope, inputs, "Microsoft.Network", "networkInterfaces", nic) },
            ],
            customNetworkInterfaceName: nic,
            etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
            provisioningState: "Succeeded",
        };
    },
    parents: ({ inputs }) => [`endpoints in ${str(inputs, "subnet", "id")}`],
    beforeCreate: checkConnections,
    beforeUpdate: checkConnections,
    deletion: ({ store, id }) => ({
        remove: store.under(id).filter(({ type }) => type === groupToken),
    }),
});

function checkConnections({ store, inputs }: Write): void {
    requireResource(store, str(inputs, "subnet", "id"), "InvalidResourceReference", "The subnet");
    const asked = connections(inputs);
    if (asked.length !== 1) {
        const message = `A private endpoint has exactly one private link service connection, this one has ${asked.length}.`;
        throw armError(400, "PrivateEndpointMustHaveExactlyOneConnection", message);
    }
    for (const one of asked) {
        const target = str(one, "privateLinkServiceId");
        requireResource(store, target, "LinkedResourceNotFound", "The private link resource");
    }
}

export const dnsZoneGroup = armType({
    token: groupToken,
    api: "2024-05-01",
    type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    inputs: {
        id: text,
        name: text,
        privateDnsZoneConfigs: list(object({ name: text, privateDnsZoneId: text }), { max: 5 }),
        privateDnsZoneGroupName: fixed(text),
        privateEndpointName: required(fixed(text)),
        resourceGroupName,
    },
    path: ["resourceGroupName", "privateEndpointName", "privateDnsZoneGroupName", "id"],
    autoname: copied("privateDnsZoneGroupName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "privateEndpoints",
            str(inputs, "privateEndpointName"),
            "privateDnsZoneGroups",
            str(inputs, "privateDnsZoneGroupName"),
        ),
    outputs: ({ id, each }) => ({
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeCreate: (write) => {
        const { store, id } = write;
        requireResource(store, parentId(id), "ParentResourceNotFound", "The private endpoint");
        if (store.under(parentId(id)).some((one) => one.type === groupToken)) {
            const message = "A private endpoint has one private DNS zone group at most.";
            throw armError(400, "MultiplePrivateDnsZoneGroupsNotSupported", message);
        }
        requireZones(write);
    },
    beforeUpdate: requireZones,
});

function requireZones({ store, inputs }: Write): void {
    for (const config of items(inputs, "privateDnsZoneConfigs").filter(isObject)) {
        const zone = str(config, "privateDnsZoneId");
        requireResource(store, zone, "InvalidResourceReference", "The private DNS zone");
    }
}
