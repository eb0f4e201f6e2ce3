import { armError } from "../failures";
import { guid } from "../identifiers";
import { choice, fixed, flag, matching, required, text } from "../shape";
import { str } from "../values";
import {
    armType,
    copied,
    idInGroup,
    location,
    parentId,
    reference,
    requireResource,
    resourceGroupName,
    tags,
} from "./arm";

const linkToken = "azure-native:privatedns:VirtualNetworkLink";

export const privateZone = armType({
    token: "azure-native:privatedns:PrivateZone",
    api: "2024-06-01",
    type: "Microsoft.Network/privateDnsZones",
    inputs: {
        location,
        privateZoneName: fixed(
            matching(
                /^([a-z0-9_]([-\w]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/i,
                "a domain name of two labels or more",
            ),
        ),
        resourceGroupName,
        tags,
    },
    path: ["resourceGroupName", "privateZoneName"],
    autoname: { property: "privateZoneName", style: "suffix" },
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "privateDnsZones",
            str(inputs, "privateZoneName"),
        ),
    outputs: ({ id, each }) => ({
        etag: each(() => guid(id, String(Date.now()))),
        internalId: Buffer.from(guid("zone", id)).toString("base64"),
        maxNumberOfRecordSets: 25000,
        maxNumberOfVirtualNetworkLinks: 1000,
        maxNumberOfVirtualNetworkLinksWithRegistration: 100,
        numberOfRecordSets: 1,
        numberOfVirtualNetworkLinks: 0,
        numberOfVirtualNetworkLinksWithRegistration: 0,
        provisioningState: "Succeeded",
    }),
    beforeDelete: ({ store, id }) => {
        const link = store.under(id).find(({ type }) => type === linkToken);
        if (link !== undefined) {
            const message = `Can not delete resource before nested resources are deleted. Nested: '${link.id}'.`;
            throw armError(409, "CannotDeleteResource", message);
        }
    },
});

export const networkLink = armType({
    token: linkToken,
    api: "2024-06-01",
    type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    inputs: {
        location,
        privateZoneName: required(fixed(text)),
        registrationEnabled: flag,
        resolutionPolicy: choice("Default", "NxDomainRedirect"),
        resourceGroupName,
        tags,
        virtualNetwork: required(fixed(reference)),
        virtualNetworkLinkName: fixed(matching(/^[-\w.]{1,80}$/, "1 to 80 letters, digits, _ - .")),
    },
    path: ["resourceGroupName", "privateZoneName", "virtualNetworkLinkName"],
    autoname: copied("virtualNetworkLinkName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "privateDnsZones",
            str(inputs, "privateZoneName"),
            "virtualNetworkLinks",
            str(inputs, "virtualNetworkLinkName"),
        ),
    outputs: ({ inputs, id, each }) => ({
        etag: each(() => guid(id, String(Date.now()))),
        registrationEnabled: inputs.registrationEnabled ?? false,
        virtualNetworkLinkState: "Completed",
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ store, id, inputs }) => {
        requireResource(store, parentId(id), "ParentResourceNotFound", "The private DNS zone");
        const network = str(inputs, "virtualNetwork", "id");
        requireResource(store, network, "InvalidResourceReference", "The virtual network");
        const twin = store
            .under(parentId(id))
            .find(
                (one) =>
                    str(one.inputs, "virtualNetwork", "id").toLowerCase() === network.toLowerCase(),
            );
        if (twin !== undefined) {
            const message = `A virtual network cannot be linked to multiple zones with overlapping namespaces; '${network}' is linked by '${twin.id}'.`;
            throw armError(409, "Conflict", message);
        }
    },
});
