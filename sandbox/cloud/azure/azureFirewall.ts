import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import { choice, fixed, list, map, matching, number, object, text } from "../shape";
import type { CloudStore } from "../store/store";
import { UNKNOWN, isObject, items, part, str, type Values } from "../values";
import { location, reference, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { otherUser, referencesAt, requireUsed, uses } from "./uses";
import { azureFirewallIPConfigurationShape } from "./azureFirewallShape";

const addresses = (inputs: Values) =>
    [...items(inputs, "ipConfigurations"), inputs.managementIpConfiguration ?? null]
        .filter(isObject)
        .flatMap((one) => referencesAt(one, ["publicIPAddress"]));
const subnets = (inputs: Values, list = "ipConfigurations") =>
    (list === "ipConfigurations" ? items(inputs, list) : [inputs[list] ?? null])
        .filter(isObject)
        .flatMap((one) => referencesAt(one, ["subnet"]));
const used = (inputs: Values) => [
    ...addresses(inputs),
    ...subnets(inputs),
    ...subnets(inputs, "managementIpConfiguration"),
    ...referencesAt(inputs, ["firewallPolicy"], ["virtualHub"]),
];

export const azureFirewall = namedType({
    token: "azure-native:network:AzureFirewall",
    api: "2024-05-01",
    type: "Microsoft.Network/azureFirewalls",
    inputs: {
        additionalProperties: map(text),
        applicationRuleCollections: list(
            object({
                action: object({ type: choice("Allow", "Deny") }),
                id: text,
                name: text,
                priority: number,
                rules: list(
                    object({
                        description: text,
                        fqdnTags: list(text),
                        name: text,
                        protocols: list(
                            object({
                                port: number,
                                protocolType: choice("Http", "Https", "Mssql"),
                            }),
                        ),
                        sourceAddresses: list(text),
                        sourceIpGroups: list(text),
                        targetFqdns: list(text),
                    }),
                ),
            }),
        ),
        autoscaleConfiguration: object({ maxCapacity: number, minCapacity: number }),
        azureFirewallName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        firewallPolicy: reference,
        hubIPAddresses: object({
            privateIPAddress: text,
            publicIPs: object({ addresses: list(object({ address: text })), count: number }),
        }),
        id: text,
        ipConfigurations: list(azureFirewallIPConfigurationShape),
        location,
        managementIpConfiguration: azureFirewallIPConfigurationShape,
        natRuleCollections: list(
            object({
                action: object({ type: choice("Snat", "Dnat") }),
                id: text,
                name: text,
                priority: number,
                rules: list(
                    object({
                        description: text,
                        destinationAddresses: list(text),
                        destinationPorts: list(text),
                        name: text,
                        protocols: list(choice("TCP", "UDP", "Any", "ICMP")),
                        sourceAddresses: list(text),
                        sourceIpGroups: list(text),
                        translatedAddress: text,
                        translatedFqdn: text,
                        translatedPort: text,
                    }),
                ),
            }),
        ),
        networkRuleCollections: list(
            object({
                action: object({ type: choice("Allow", "Deny") }),
                id: text,
                name: text,
                priority: number,
                rules: list(
                    object({
                        description: text,
                        destinationAddresses: list(text),
                        destinationFqdns: list(text),
                        destinationIpGroups: list(text),
                        destinationPorts: list(text),
                        name: text,
                        protocols: list(choice("TCP", "UDP", "Any", "ICMP")),
                        sourceAddresses: list(text),
                        sourceIpGroups: list(text),
                    }),
                ),
            }),
        ),
        resourceGroupName,
        sku: object({
            name: choice("AZFW_VNet", "AZFW_Hub"),
            tier: choice("Standard", "Premium", "Basic"),
        }),
        tags,
        threatIntelMode: choice("Alert", "Deny", "Off"),
        virtualHub: reference,
        zones: list(text),
    },
    names: ["azureFirewallName"],
    hidden: ["id"],
    settled: [["zones"], ["sku", "name"]],
    check: (inputs) => {
        const hasRules = [
            "applicationRuleCollections",
            "natRuleCollections",
            "networkRuleCollections",
        ].find((name) => items(inputs, name).length > 0);
        return inputs.firewallPolicy !== undefined && hasRules !== undefined
            ? [{ property: hasRules, reason: "a firewall with a policy has its rules there" }]
            : [];
    },
    outputs: ({ inputs, store, id, each }) => ({
        sku: { name: "AZFW_VNet", tier: "Standard", ...part(inputs, "sku") },
        threatIntelMode: inputs.threatIntelMode ?? "Alert",
        ipConfigurations: items(inputs, "ipConfigurations").map((one) =>
            isObject(one)
                ? {
                      ...one,
                      privateIPAddress: privateAddress(store, one),
                      provisioningState: "Succeeded",
                  }
                : one,
        ),
        ipGroups: [],
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    parents: ({ inputs }) => uses(used(inputs)),
    beforeCreate: checkPlace,
    beforeUpdate: checkPlace,
});

/** The first address Azure leaves free in a subnet. */
function privateAddress(store: CloudStore, configuration: Values): string {
    const subnet = store.holder(str(configuration, "subnet", "id"));
    const range = str(subnet?.inputs, "addressPrefix");
    return range === ""
        ? UNKNOWN
        : range.replace(/\d+\/\d+$/, (end) => String(Number.parseInt(end, 10) + 4));
}

/** In the subnet made for it, with Standard addresses of its own and a policy of its tier. */
function checkPlace(write: Write): void {
    const { store, inputs, id } = write;
    requireUsed(write, used(inputs));
    requireSubnets(store, subnets(inputs), "AzureFirewallSubnet");
    requireSubnets(
        store,
        subnets(inputs, "managementIpConfiguration"),
        "AzureFirewallManagementSubnet",
    );
    for (const one of addresses(inputs)) {
        const address = store.holder(one);
        if (!/^standard$/i.test(str(address?.outputs, "sku", "name"))) {
            throw armError(
                400,
                "AzureFirewallPublicIPMustBeStandard",
                `Azure Firewall ${id} needs a Standard, static public address: ${one}.`,
            );
        }
        const other = otherUser(write, one);
        if (other !== undefined) {
            throw armError(
                400,
                "PublicIPAddressInUse",
                `Resource ${one} is already used by ${other.id}.`,
            );
        }
    }
    const policy = store.holder(str(inputs, "firewallPolicy", "id"));
    const tier = str(inputs, "sku", "tier") || "Standard";
    const wanted = str(policy?.outputs, "sku", "tier");
    if (policy !== undefined && wanted.toLowerCase() !== tier.toLowerCase()) {
        throw armError(
            400,
            "AzureFirewallPolicyTierMismatch",
            `The firewall's tier ${tier} is not that of its policy, ${wanted}.`,
        );
    }
}

function requireSubnets(store: CloudStore, ids: readonly string[], name: string): void {
    for (const subnet of ids) {
        if (!subnet.endsWith(`/${name}`)) {
            throw armError(
                400,
                "InvalidSubnetName",
                `Azure Firewall needs a subnet called ${name}: ${subnet}.`,
            );
        }
        const size = Number(
            /\/(\d+)$/.exec(str(store.holder(subnet)?.inputs, "addressPrefix"))?.[1] ?? 26,
        );
        if (size > 26) {
            throw armError(
                400,
                "SubnetTooSmall",
                `${name} needs a range of at least /26, has /${size}.`,
            );
        }
    }
}
