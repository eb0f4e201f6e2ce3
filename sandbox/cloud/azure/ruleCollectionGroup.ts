import { armError } from "../failures";
import { guid } from "../identifiers";
import type { Write } from "../resourceType";
import {
    choice,
    fixed,
    flag,
    integer,
    list,
    matching,
    object,
    required,
    text,
    variants,
} from "../shape";
import { isObject, items, num, str, type Values } from "../values";
import { location, parentId, requireResource, resourceGroupName, tags } from "./arm";
import { namedType } from "./named";
import { referencesAt, refuseUsed, requireUsed, uses } from "./uses";

const action = (...words: string[]) => object({ type: choice(...words) });
const rules = variants("ruleType", {
    ApplicationRule: {
        description: text,
        destinationAddresses: list(text),
        fqdnTags: list(text),
        httpHeadersToInsert: list(object({ headerName: text, headerValue: text })),
        name: text,
        protocols: list(
            object({ port: integer(0, 64_000), protocolType: choice("Http", "Https") }),
        ),
        sourceAddresses: list(text),
        sourceIpGroups: list(text),
        targetFqdns: list(text),
        targetUrls: list(text),
        terminateTLS: flag,
        webCategories: list(text),
    },
    NatRule: {
        description: text,
        destinationAddresses: list(text),
        destinationPorts: list(text),
        ipProtocols: list(choice("TCP", "UDP", "Any", "ICMP")),
        name: text,
        sourceAddresses: list(text),
        sourceIpGroups: list(text),
        translatedAddress: text,
        translatedFqdn: text,
        translatedPort: text,
    },
    NetworkRule: {
        description: text,
        destinationAddresses: list(text),
        destinationFqdns: list(text),
        destinationIpGroups: list(text),
        destinationPorts: list(text),
        ipProtocols: list(choice("TCP", "UDP", "Any", "ICMP")),
        name: text,
        sourceAddresses: list(text),
        sourceIpGroups: list(text),
    },
});
const priority = integer(100, 65_000);
const collections = variants("ruleCollectionType", {
    FirewallPolicyFilterRuleCollection: {
        action: action("Allow", "Deny"),
        name: text,
        priority,
        rules: list(rules),
    },
    FirewallPolicyNatRuleCollection: {
        action: action("DNAT"),
        name: text,
        priority,
        rules: list(rules),
    },
});
const groupToken = "azure-native:network:FirewallPolicyRuleCollectionGroup";

export const ruleCollectionGroup = namedType({
    token: "azure-native:network:FirewallPolicyRuleCollectionGroup",
    api: "2024-05-01",
    type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    inputs: {
        firewallPolicyName: required(fixed(text)),
        id: text,
        name: text,
        priority: priority,
        resourceGroupName,
        ruleCollectionGroupName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        ruleCollections: list(collections),
    },
    names: ["firewallPolicyName", "ruleCollectionGroupName"],
    hidden: ["id"],
    check: (inputs) =>
        items(inputs, "ruleCollections")
            .filter(isObject)
            .flatMap((collection, i) =>
                items(collection, "rules").flatMap((one, k) =>
                    isObject(one) ? checkRule(one, `ruleCollections[${i}].rules[${k}]`) : [],
                ),
            ),
    outputs: ({ id, each }) => ({
        size: "0MB",
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    parents: ({ inputs }) => uses(groupsIn(inputs)),
    beforeCreate: checkGroup,
    beforeUpdate: checkGroup,
});

export const ipGroup = namedType({
    token: "azure-native:network:IpGroup",
    api: "2024-05-01",
    type: "Microsoft.Network/ipGroups",
    inputs: {
        id: text,
        ipAddresses: list(text, { max: 5000 }),
        ipGroupsName: fixed(
            matching(
                /^[a-zA-Z0-9]([-\w.]{0,78}\w)?$/,
                "1 to 80 letters, digits, _ - . , with a letter or digit first",
            ),
        ),
        location,
        resourceGroupName,
        tags,
    },
    names: ["ipGroupsName"],
    hidden: ["id"],
    outputs: ({ id, each }) => ({
        firewallPolicies: [],
        firewalls: [],
        etag: each(() => `W/"${guid(id, String(Date.now()))}"`),
        provisioningState: "Succeeded",
    }),
    beforeDelete: (change) => refuseUsed(change, "IpGroupInUse"),
});

/** An application rule says where to, and opens what it looks into. */
function checkRule(rule: Values, path: string) {
    if (str(rule, "ruleType").toLowerCase() !== "applicationrule") {
        return [];
    }
    const failures = [];
    const targets = ["targetFqdns", "fqdnTags", "targetUrls", "webCategories"];
    if (targets.every((name) => rule[name] === undefined)) {
        failures.push({ property: path, reason: `needs one of ${targets.join(", ")}` });
    }
    if (rule.targetUrls !== undefined && rule.terminateTLS === false) {
        failures.push({
            property: `${path}.terminateTLS`,
            reason: "must be true where targetUrls are given",
        });
    }
    return failures;
}

/** Groups of addresses the rules name. */
function groupsIn(inputs: Values): string[] {
    return items(inputs, "ruleCollections")
        .filter(isObject)
        .flatMap((collection) =>
            items(collection, "rules")
                .filter(isObject)
                .flatMap((rule) => referencesAt(rule, ["sourceIpGroups"], ["destinationIpGroups"])),
        );
}

/** One priority for each group of a policy and each collection of a group; TLS only where the policy ends it. */
function checkGroup(write: Write): void {
    const { store, id, inputs } = write;
    const policy = requireResource(
        store,
        parentId(id),
        "ParentResourceNotFound",
        "The firewall policy",
    );
    requireUsed(write, groupsIn(inputs));
    const twin = store
        .under(policy.id)
        .find(
            (one) =>
                one.type === groupToken &&
                one.id !== id &&
                num(one.inputs, "priority") === num(inputs, "priority"),
        );
    if (twin !== undefined) {
        throw armError(
            400,
            "FirewallPolicyRuleCollectionGroupPriorityConflict",
            `Priority ${num(inputs, "priority") ?? 0} is that of ${twin.id}.`,
        );
    }
    const collections = items(inputs, "ruleCollections").filter(isObject);
    const priorities = collections.map((one) => num(one, "priority"));
    const repeated = priorities.find((one, i) => one !== undefined && priorities.indexOf(one) < i);
    if (repeated !== undefined) {
        throw armError(
            400,
            "FirewallPolicyRuleCollectionPriorityConflict",
            `Two rule collections have the priority ${repeated}.`,
        );
    }
    const looksInside = collections.some((one) =>
        items(one, "rules").some((rule) => isObject(rule) && rule.terminateTLS === true),
    );
    if (looksInside && policy.inputs.transportSecurity === undefined) {
        throw armError(
            400,
            "FirewallPolicyTransportSecurityMissing",
            "terminateTLS needs a Premium policy with transportSecurity.",
        );
    }
}
