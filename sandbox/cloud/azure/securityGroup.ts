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
    object,
    required,
    text,
    type Fields,
} from "../shape";
import type { CloudStore } from "../store/store";
import { isObject, items, num, str, text as joined, type Values } from "../values";
import {
    armType,
    copied,
    idInGroup,
    location,
    parentId,
    requireResource,
    resourceGroupName,
    suffixed,
    tags,
} from "./arm";
import { networkName } from "./virtualNetwork";

const ruleToken = "azure-native:network:SecurityRule";
const asGroup = list(loose({ id: text }));
const rule: Fields = {
    access: required(choice("Allow", "Deny")),
    description: text,
    destinationAddressPrefix: text,
    destinationAddressPrefixes: list(text),
    destinationApplicationSecurityGroups: asGroup,
    destinationPortRange: text,
    destinationPortRanges: list(text),
    direction: required(choice("Inbound", "Outbound")),
    id: text,
    name: text,
    priority: required(integer(100, 4096)),
    protocol: required(choice("Tcp", "Udp", "Icmp", "Esp", "*", "Ah")),
    sourceAddressPrefix: text,
    sourceAddressPrefixes: list(text),
    sourceApplicationSecurityGroups: asGroup,
    sourcePortRange: text,
    sourcePortRanges: list(text),
    type: text,
};
const inlineRule = object({ ...rule, etag: text, provisioningState: text });

/** Rules every group has; they rank behind all others. */
const defaultRules = [
    ["AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"],
    ["AllowAzureLoadBalancerInBound", 65001, "Inbound", "Allow", "AzureLoadBalancer", "*"],
    ["DenyAllInBound", 65500, "Inbound", "Deny", "*", "*"],
    ["AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"],
    ["AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet"],
    ["DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*"],
] as const;

export const securityGroup = armType({
    token: "azure-native:network:NetworkSecurityGroup",
    api: "2024-05-01",
    type: "Microsoft.Network/networkSecurityGroups",
    inputs: {
        flushConnection: flag,
        id: text,
        location,
        networkSecurityGroupName: networkName,
        resourceGroupName,
        securityRules: list(inlineRule, { max: 1000 }),
        tags,
    },
    path: ["resourceGroupName", "networkSecurityGroupName", "id"],
    autoname: suffixed("networkSecurityGroupName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "networkSecurityGroups",
            str(inputs, "networkSecurityGroupName"),
        ),
    outputs: ({ inputs, id, once, each }) => ({
        securityRules: items(inputs, "securityRules").map((one) =>
            isObject(one)
                ? {
                      ...one,
                      id: joined`${id}/securityRules/${str(one, "name")}`,
                      provisioningState: "Succeeded",
                  }
                : one,
        ),
        defaultSecurityRules: defaultRules.map(([name, priority, direction, access, from, to]) => ({
            name,
            priority,
            direction,
            access,
            protocol: "*",
            sourceAddressPrefix: from,
            sourcePortRange: "*",
            destinationAddressPrefix: to,
            destinationPortRange: "*",
            id: joined`${id}/defaultSecurityRules/${name}`,
            provisioningState: "Succeeded",
        })),
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        resourceGuid: once("resourceGuid", () => guid("resource", id, hex(8, String(Date.now())))),
        flowLogs: [],
        networkInterfaces: [],
        subnets: [],
        provisioningState: "Succeeded",
    }),
    beforeCreate: ({ inputs, store, id }) => refuseEqualPriorities(inputs, store, id),
    beforeUpdate: ({ inputs, store, id }) => refuseEqualPriorities(inputs, store, id),
    beforeDelete: ({ store, id }) => {
        const user = store.under(`subnets of ${id}`)[0];
        if (user !== undefined) {
            const message = `Network security group ${id} cannot be deleted because it is in use by the following resources: ${user.id}.`;
            throw armError(400, "InUseNetworkSecurityGroupCannotBeDeleted", message);
        }
    },
    deletion: ({ store, id }) => ({
        remove: store.under(id).filter(({ type }) => type === ruleToken),
    }),
});

export const securityRule = armType({
    token: ruleToken,
    api: "2024-05-01",
    type: "Microsoft.Network/networkSecurityGroups/securityRules",
    inputs: {
        ...rule,
        networkSecurityGroupName: required(fixed(text)),
        resourceGroupName,
        securityRuleName: networkName,
    },
    path: ["resourceGroupName", "networkSecurityGroupName", "securityRuleName", "id", "type"],
    autoname: copied("securityRuleName"),
    id: (inputs, scope) =>
        idInGroup(
            scope,
            inputs,
            "Microsoft.Network",
            "networkSecurityGroups",
            str(inputs, "networkSecurityGroupName"),
            "securityRules",
            str(inputs, "securityRuleName"),
        ),
    outputs: ({ id, each }) => ({
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeCreate: refuseTakenPriority,
    beforeUpdate: refuseTakenPriority,
});

function refuseTakenPriority({ inputs, store, id }: Write): void {
    const group = requireResource(
        store,
        parentId(id),
        "ParentResourceNotFound",
        "The network security group",
    );
    const others = store.under(group.id).filter((one) => one.type === ruleToken && one.id !== id);
    const rules = [...items(group.inputs, "securityRules"), ...others.map((one) => one.inputs)];
    refuseTwins([...rules, { ...inputs, name: str(inputs, "securityRuleName") }]);
}

function refuseEqualPriorities(inputs: Values, store: CloudStore, id: string): void {
    const standing = store.under(id).filter((one) => one.type === ruleToken);
    refuseTwins([...items(inputs, "securityRules"), ...standing.map((one) => one.inputs)]);
}

/** A priority is given once per direction. */
function refuseTwins(rules: readonly unknown[]): void {
    const seen = new Map<string, string>();
    for (const one of rules.filter(isObject)) {
        const slot = `${str(one, "direction").toLowerCase()} ${num(one, "priority") ?? 0}`;
        const name = str(one, "name") || str(one, "securityRuleName");
        const twin = seen.get(slot);
        if (twin !== undefined) {
            const message = `Security rule ${name} conflicts with rule ${twin}. Rules cannot have the same Priority and Direction.`;
            throw armError(400, "SecurityRuleConflict", message);
        }
        seen.set(slot, name);
    }
}
