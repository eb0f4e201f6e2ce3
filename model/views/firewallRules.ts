import type { Known, PropertyTree } from "../known";
import { isTree, map, readList, readText, readTexts } from "../known";
import type { Resource } from "../resource";

export const firewallRulesType = "azure-native:network:FirewallPolicyRuleCollectionGroup";

/** One rule by which an Azure Firewall lets something out. */
export interface FirewallRule {
    /** "ruleCollections[0].rules[2]". */
    readonly path: string;
    readonly name: Known<string>;
    /** "application" or "network", and what else Azure comes up with. */
    readonly kind: Known<string>;
    /** Host names and addresses of pages, or addresses of a network rule. */
    readonly destinations: readonly Known<string>[];
    /** Kinds of sites an application rule lets out to, as Microsoft sorts them. */
    readonly categories: readonly Known<string>[];
    /** Ids of groups of addresses, of a network rule. */
    readonly groups: readonly Known<string>[];
    /** Of an application rule, "http" and so on; of a network rule "tcp" and so on. */
    readonly protocols: readonly Known<string>[];
    /** Ports of a network rule. */
    readonly ports: readonly Known<string>[];
}

export interface FirewallRules {
    /** Rules of collections that allow. */
    readonly rules: readonly FirewallRule[];
    /** Paths whose values are not known yet. */
    readonly open: readonly string[];
}

export function firewallRules({ props }: Resource): FirewallRules {
    const open: string[] = [];
    const rules = trees(props, "ruleCollections", open).flatMap(({ tree, path }) => {
        const action = map(readText(tree, "action.type"), (text) => text.toLowerCase());
        if (action.state === "known" && action.value !== "allow") return [];
        if (action.state === "absent") return [];
        return trees(tree, "rules", open, `${path}.`).map((one) => rule(one.tree, one.path));
    });
    return { rules, open };
}

function rule(tree: PropertyTree, path: string): FirewallRule {
    const kind = map(readText(tree, "ruleType"), (type) => type.toLowerCase().replace(/rule$/, ""));
    return {
        path,
        name: readText(tree, "name"),
        kind,
        destinations: [
            ...texts(tree, "targetFqdns"),
            ...texts(tree, "targetUrls"),
            ...texts(tree, "destinationAddresses"),
            ...texts(tree, "destinationFqdns"),
        ],
        categories: texts(tree, "webCategories"),
        groups: texts(tree, "destinationIpGroups"),
        protocols: [
            ...texts(tree, "ipProtocols"),
            ...trees(tree, "protocols", []).map((one) => readText(one.tree, "protocolType")),
        ].map((protocol) => map(protocol, (text) => text.toLowerCase())),
        ports: texts(tree, "destinationPorts"),
    };
}

function texts(tree: PropertyTree, path: string): readonly Known<string>[] {
    const list = readTexts(tree, path);
    return list.state === "known" ? list.value : list.state === "unknown" ? [list] : [];
}

/** The objects of a list; what is not known yet goes to `open`. */
function trees(from: PropertyTree, property: string, open: string[], prefix = "") {
    const list = readList(from, property);
    if (list.state === "unknown") open.push(prefix + property);
    const items = list.state === "known" ? list.value : [];
    return items.flatMap((item, i) => {
        const path = `${prefix}${property}[${i}]`;
        if (item.state === "unknown") open.push(path);
        return item.state === "known" && isTree(item.value) ? [{ tree: item.value, path }] : [];
    });
}
