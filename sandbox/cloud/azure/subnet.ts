import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, flag, list, loose, matching, required, text } from "../shape";
import type { StoredResource } from "../store/record";
import type { CloudStore } from "../store/store";
import { isUnknown, items, str, type Values } from "../values";
import { contains, isRange, overlaps } from "./addresses";
import {
    armType,
    copied,
    idInGroup,
    parentId,
    reference,
    requireResource,
    resourceGroupName,
} from "./arm";
import { referencesAt, requireUsed, uses, usersOf } from "./uses";

const token = "azure-native:network:Subnet";

/** The ranges of a subnet, given as one or as a list. */
function rangesOf(inputs: Values): { property: string; range: string }[] {
    const one = str(inputs, "addressPrefix");
    const many = items(inputs, "addressPrefixes").map((range, i) => ({
        property: `addressPrefixes[${i}]`,
        range: typeof range === "string" ? range : "",
    }));
    return one === "" ? many : [{ property: "addressPrefix", range: one }, ...many];
}

/** Private endpoints, machines and gateways whose address lies in a subnet. */
export function endpointsIn(store: CloudStore, subnetId: string): StoredResource[] {
    return [...store.under(`endpoints in ${subnetId}`), ...usersOf(store, subnetId)];
}

/** What a subnet needs besides its network. */
const needed = (inputs: Values) => referencesAt(inputs, ["natGateway"], ["routeTable"]);

export const subnet = armType({
    token,
    api: "2024-05-01",
    type: "Microsoft.Network/virtualNetworks/subnets",
    inputs: {
        addressPrefix: text,
        addressPrefixes: list(text),
        applicationGatewayIPConfigurations: list(reference),
        defaultOutboundAccess: flag,
        delegations: list(loose({ name: text, serviceName: text })),
        id: text,
        ipAllocations: list(reference),
        ipamPoolPrefixAllocations: list(loose({ id: text, numberOfIpAddresses: text })),
        name: text,
        natGateway: reference,
        networkSecurityGroup: reference,
        privateEndpointNetworkPolicies: choice(
            "Enabled",
            "Disabled",
            "NetworkSecurityGroupEnabled",
            "RouteTableEnabled",
        ),
        privateLinkServiceNetworkPolicies: choice("Enabled", "Disabled"),
        resourceGroupName,
        routeTable: reference,
        serviceEndpointPolicies: list(reference),
        serviceEndpoints: list(loose({ service: text, locations: list(text) })),
        sharingScope: choice("Tenant", "DelegatedServices"),
        subnetName: fixed(
            matching(/^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/, "1 to 80 letters, digits, _ - ."),
        ),
        type: text,
        virtualNetworkName: required(fixed(text)),
    },
    path: ["resourceGroupName", "virtualNetworkName", "subnetName", "id", "type"],
    autoname: copied("subnetName"),
    check: (inputs) => {
        const none = inputs.addressPrefix === undefined && inputs.addressPrefixes === undefined;
        if (none && inputs.ipamPoolPrefixAllocations === undefined) {
            return [{ property: "addressPrefix", reason: "missing required property" }];
        }
        return rangesOf(inputs).flatMap(({ property, range }) =>
            isUnknown(range) || isRange(range)
                ? []
                : [{ property, reason: `"${range}" is no CIDR range` }],
        );
    },
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "virtualNetworks",
            str(inputs, "virtualNetworkName"),
            "subnets",
            str(inputs, "subnetName"),
        ),
    outputs: ({ id, inputs, each }) => ({
        privateEndpointNetworkPolicies: inputs.privateEndpointNetworkPolicies ?? "Disabled",
        privateLinkServiceNetworkPolicies: inputs.privateLinkServiceNetworkPolicies ?? "Enabled",
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        ipConfigurations: [],
        ipConfigurationProfiles: [],
        privateEndpoints: [],
        purpose: "",
        resourceNavigationLinks: [],
        serviceAssociationLinks: [],
        provisioningState: "Succeeded",
    }),
    parents: ({ inputs }) => {
        const guard = str(inputs, "networkSecurityGroup", "id");
        return [...(guard === "" ? [] : [`subnets of ${guard}`]), ...uses(needed(inputs))];
    },
    beforeCreate: checkPlace,
    beforeUpdate: checkPlace,
    beforeDelete: ({ store, id, old }) => {
        const used = endpointsIn(store, id)[0];
        if (used !== undefined) {
            const message = `Subnet ${str(old.outputs, "name")} is in use by ${used.id} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`;
            throw armError(400, "InUseSubnetCannotBeDeleted", message);
        }
    },
});

/** Inside the network, beside its siblings, guarded by a security group that exists. */
function checkPlace({ store, id, inputs }: Write): void {
    const network = requireResource(
        store,
        parentId(id),
        "ParentResourceNotFound",
        "The virtual network",
    );
    const guard = str(inputs, "networkSecurityGroup", "id");
    if (guard !== "") {
        requireResource(store, guard, "InvalidResourceReference", "The network security group");
    }
    requireUsed({ store }, needed(inputs));
    const space = items(network.inputs, "addressSpace", "addressPrefixes");
    const siblings = store.under(network.id).filter((one) => one.type === token && one.id !== id);
    const name = str(inputs, "subnetName");
    for (const { range } of rangesOf(inputs)) {
        if (!space.some((outer) => typeof outer === "string" && contains(outer, range))) {
            const message = `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network '${str(network.outputs, "name")}'.`;
            throw armError(400, "NetcfgInvalidSubnet", message);
        }
        const taken = siblings.find((one) =>
            rangesOf(one.inputs).some((other) => overlaps(other.range, range)),
        );
        if (taken !== undefined) {
            const message = `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet '${str(taken.outputs, "name")}'.`;
            throw armError(400, "NetcfgSubnetRangesOverlap", message);
        }
    }
}
