import { guid, hex } from "../identifiers";
import { choice, fixed, integer, list, matching, object, text } from "../shape";
import { num, part, str, text as joined } from "../values";
import { location, reference, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { referencesAt, refuseUsed, requireUsed, uses } from "./uses";

export const publicAddress = namedType({
    token: "azure-native:network:PublicIPAddress",
    api: "2024-05-01",
    type: "Microsoft.Network/publicIPAddresses",
    inputs: {
        ddosSettings: object({
            ddosProtectionPlan: reference,
            protectionMode: choice("VirtualNetworkInherited", "Enabled", "Disabled"),
        }),
        deleteOption: choice("Delete", "Detach"),
        dnsSettings: object({
            domainNameLabel: text,
            domainNameLabelScope: choice(
                "TenantReuse",
                "SubscriptionReuse",
                "ResourceGroupReuse",
                "NoReuse",
            ),
            fqdn: text,
            reverseFqdn: text,
        }),
        extendedLocation: object({ name: text, type: choice("EdgeZone") }),
        id: text,
        idleTimeoutInMinutes: integer(4, 30),
        ipAddress: text,
        ipTags: list(object({ ipTagType: text, tag: text })),
        linkedPublicIPAddress: reference,
        location,
        migrationPhase: choice("None", "Prepare", "Commit", "Abort", "Committed"),
        natGateway: reference,
        publicIPAddressVersion: fixed(choice("IPv4", "IPv6")),
        publicIPAllocationMethod: choice("Static", "Dynamic"),
        publicIPPrefix: fixed(reference),
        publicIpAddressName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        resourceGroupName,
        servicePublicIPAddress: reference,
        sku: fixed(
            object({ name: choice("Basic", "Standard"), tier: choice("Regional", "Global") }),
        ),
        tags,
        zones: list(text),
    },
    names: ["publicIpAddressName"],
    hidden: ["id"],
    settled: [["zones"], ["extendedLocation"]],
    check: (inputs) => {
        const isStandard = /^standard$/i.test(str(inputs, "sku", "name"));
        return isStandard && /^dynamic$/i.test(str(inputs, "publicIPAllocationMethod"))
            ? [{ property: "publicIPAllocationMethod", reason: "a Standard address is Static" }]
            : [];
    },
    outputs: ({ inputs, id, once, each }) => {
        const isStatic = /^static$/i.test(str(inputs, "publicIPAllocationMethod"));
        const label = str(inputs, "dnsSettings", "domainNameLabel");
        return {
            ...(isStatic ? { ipAddress: once("ipAddress", () => addressOf(id)) } : {}),
            ...(label === ""
                ? {}
                : {
                      dnsSettings: {
                          ...part(inputs, "dnsSettings"),
                          fqdn: joined`${label}.${str(inputs, "location")}.cloudapp.azure.com`,
                      },
                  }),
            idleTimeoutInMinutes: inputs.idleTimeoutInMinutes ?? 4,
            publicIPAddressVersion: inputs.publicIPAddressVersion ?? "IPv4",
            publicIPAllocationMethod: inputs.publicIPAllocationMethod ?? "Dynamic",
            sku: { name: "Standard", tier: "Regional", ...part(inputs, "sku") },
            resourceGuid: once("resourceGuid", () => guid("resource", id.toLowerCase())),
            etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
            provisioningState: "Succeeded",
        };
    },
    parents: ({ inputs }) => uses(referencesAt(inputs, ["publicIPPrefix"])),
    beforeCreate: (write) => requireUsed(write, referencesAt(write.inputs, ["publicIPPrefix"])),
    beforeDelete: (change) => refuseUsed(change, "PublicIPAddressCannotBeDeleted"),
});

export const publicPrefix = namedType({
    token: "azure-native:network:PublicIPPrefix",
    api: "2024-05-01",
    type: "Microsoft.Network/publicIPPrefixes",
    inputs: {
        customIPPrefix: reference,
        extendedLocation: object({ name: text, type: choice("EdgeZone") }),
        id: text,
        ipTags: list(object({ ipTagType: text, tag: text })),
        location,
        natGateway: reference,
        prefixLength: integer(0, 127),
        publicIPAddressVersion: choice("IPv4", "IPv6"),
        publicIpPrefixName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        resourceGroupName,
        sku: object({ name: choice("Standard"), tier: choice("Regional", "Global") }),
        tags,
        zones: list(text),
    },
    names: ["publicIpPrefixName"],
    hidden: ["id"],
    settled: [
        ["zones"],
        ["extendedLocation"],
        ["publicIPAddressVersion"],
        ["prefixLength"],
        ["sku"],
    ],
    outputs: ({ inputs, id, once, each }) => {
        const length = num(inputs, "prefixLength") ?? 28;
        return {
            ipPrefix: once("ipPrefix", () => `${addressOf(id).replace(/\d+$/, "0")}/${length}`),
            prefixLength: inputs.prefixLength ?? 28,
            publicIPAddresses: [],
            publicIPAddressVersion: inputs.publicIPAddressVersion ?? "IPv4",
            sku: { name: "Standard", tier: "Regional", ...part(inputs, "sku") },
            resourceGuid: once("resourceGuid", () => guid("resource", id.toLowerCase())),
            etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
            provisioningState: "Succeeded",
        };
    },
    beforeDelete: (change) => refuseUsed(change, "PublicIPPrefixCannotBeDeleted"),
});

/** An address of the range kept for documentation; it depends on nothing but the id. */
function addressOf(id: string): string {
    return `203.0.113.${(Number.parseInt(hex(2, "address", id.toLowerCase()), 16) % 254) + 1}`;
}
