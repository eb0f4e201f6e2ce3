import { armError } from "../failures";
import { guid, hex } from "../identifiers";
import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    loose,
    matching,
    object,
    required,
    text,
} from "../shape";
import { isUnknown, items, str } from "../values";
import { contains, isRange, overlaps } from "./addresses";
import { armType, idInGroup, location, reference, resourceGroupName, suffixed, tags } from "./arm";
import { endpointsIn } from "./subnet";

export const networkName = fixed(
    matching(
        /^[a-zA-Z0-9][-\w.]{0,78}\w$/,
        "2 to 80 letters, digits, _ - . , with a letter or digit first",
    ),
);
const prefixes = (inputs: Write["inputs"]) =>
    items(inputs, "addressSpace", "addressPrefixes").filter((one) => typeof one === "string");

export const virtualNetwork = armType({
    token: "azure-native:network:VirtualNetwork",
    api: "2024-05-01",
    type: "Microsoft.Network/virtualNetworks",
    inputs: {
        addressSpace: required(
            object({
                addressPrefixes: list(text),
                ipamPoolPrefixAllocations: list(loose({ id: text, numberOfIpAddresses: text })),
            }),
        ),
        bgpCommunities: object({ virtualNetworkCommunity: required(text) }),
        ddosProtectionPlan: reference,
        dhcpOptions: object({ dnsServers: list(text) }),
        enableDdosProtection: flag,
        enableVmProtection: flag,
        encryption: object({
            enabled: required(flag),
            enforcement: choice("DropUnencrypted", "AllowUnencrypted"),
        }),
        extendedLocation: fixed(object({ name: text, type: choice("EdgeZone") })),
        flowTimeoutInMinutes: integer(4, 30),
        id: text,
        ipAllocations: list(reference),
        location,
        privateEndpointVNetPolicies: choice("Disabled", "Basic"),
        resourceGroupName,
        subnets: list(loose({ name: text, addressPrefix: text, addressPrefixes: list(text) })),
        tags,
        virtualNetworkName: networkName,
        virtualNetworkPeerings: list(loose({ name: text, remoteVirtualNetwork: reference })),
    },
    path: ["resourceGroupName", "virtualNetworkName", "id"],
    autoname: suffixed("virtualNetworkName"),
    check: (inputs) =>
        prefixes(inputs).flatMap((range, i) =>
            isUnknown(range) || isRange(range)
                ? []
                : [
                      {
                          property: `addressSpace.addressPrefixes[${i}]`,
                          reason: `"${range}" is no CIDR range`,
                      },
                  ],
        ),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "virtualNetworks",
            str(inputs, "virtualNetworkName"),
        ),
    outputs: ({ inputs, id, once, each }) => ({
        subnets: items(inputs, "subnets"),
        virtualNetworkPeerings: items(inputs, "virtualNetworkPeerings"),
        enableDdosProtection: inputs.enableDdosProtection ?? false,
        flowLogs: [],
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        resourceGuid: once("resourceGuid", () => guid("resource", id, hex(8, String(Date.now())))),
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ inputs }) => refuseOverlaps(prefixes(inputs)),
    beforeUpdate: ({ inputs, store, id }) => {
        const ranges = prefixes(inputs);
        refuseOverlaps(ranges);
        for (const subnet of subnetsOf({ store, id })) {
            const range = str(subnet.inputs, "addressPrefix");
            if (range !== "" && !ranges.some((outer) => contains(outer, range))) {
                const message = `Address prefix ${range} of subnet '${subnet.id}' is not in the address space of the network.`;
                throw armError(400, "InUseSubnetCannotBeUpdated", message);
            }
        }
    },
    beforeDelete: ({ store, id }) => {
        for (const subnet of subnetsOf({ store, id })) {
            const used = endpointsIn(store, subnet.id)[0];
            if (used !== undefined) {
                const message = `Subnet ${str(subnet.outputs, "name")} is in use by ${used.id} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`;
                throw armError(400, "InUseSubnetCannotBeDeleted", message);
            }
        }
    },
    deletion: ({ store, id }) => ({ remove: subnetsOf({ store, id }) }),
});

function subnetsOf({ store, id }: Pick<Write, "store" | "id">) {
    return store.under(id).filter(({ type }) => type === "azure-native:network:Subnet");
}

function refuseOverlaps(ranges: string[]): void {
    ranges.forEach((range, i) => {
        const other = ranges.slice(0, i).find((one) => overlaps(one, range));
        if (other !== undefined) {
            const message = `Address prefixes ${other} and ${range} overlap.`;
            throw armError(400, "AddressPrefixesOverlap", message);
        }
    });
}
