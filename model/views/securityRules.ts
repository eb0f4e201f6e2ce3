import type { Known, PropertyTree } from "../known";
import { isTree, map, readList, readNumber, readText, readTexts, withDefault } from "../known";
import type { Resource, Stack } from "../resource";

/** Azure network security groups. Both providers call their rules' fields the same. */
export const securityGroupTypes = [
    "azure-native:network:NetworkSecurityGroup",
    "azure:network:NetworkSecurityGroup",
] as const;

/** Rules that stand beside their group. */
export const securityRuleTypes = [
    "azure-native:network:SecurityRule",
    "azure:network:NetworkSecurityRule",
] as const;

/** One rule of a security group, written in it or beside it. */
export interface SecurityRule {
    /** "securityRules[3]", or "(resource)" for a rule of its own. */
    readonly path: string;
    readonly name: Known<string>;
    /** "inbound" or "outbound". */
    readonly direction: Known<string>;
    readonly allows: Known<boolean>;
    /** "tcp", "udp", "icmp" and so on; "*" is all of them. */
    readonly protocol: Known<string>;
    readonly priority: Known<number>;
    /** Addresses, ranges, service tags: of the singular and the plural field. */
    readonly sources: readonly Known<string>[];
    readonly destinations: readonly Known<string>[];
    /** Ports and ranges of the destination, "443", "8000-8080", "*". */
    readonly ports: readonly Known<string>[];
}

/** The rules written in a group. Unknown when the list is; an unknown element is in `open`. */
export interface InlineRules {
    readonly rules: readonly SecurityRule[];
    /** Paths whose values are not known yet. */
    readonly open: readonly string[];
}

export function inlineRules({ props }: Resource): InlineRules {
    const list = readList(props, "securityRules");
    if (list.state !== "known") {
        return { rules: [], open: list.state === "unknown" ? ["securityRules"] : [] };
    }
    const rules: SecurityRule[] = [];
    const open: string[] = [];
    list.value.forEach((one, i) => {
        const path = `securityRules[${i}]`;
        if (one.state === "known" && isTree(one.value)) rules.push(rule(one.value, path));
        else if (one.state === "unknown") open.push(path);
    });
    return { rules, open };
}

/** A rule that is a resource of its own. */
export function separateRule({ props }: Resource): SecurityRule {
    return rule(props, "(resource)");
}

/** The rules beside a group: by what their group's name comes from, or by the name. */
export function rulesBeside(
    group: Resource,
    stack: Stack,
    given: (one: Resource) => Resource,
): readonly Resource[] {
    const native = readText(given(group).props, "networkSecurityGroupName");
    const name = native.state === "absent" ? readText(given(group).props, "name") : native;
    return stack.ofType(...securityRuleTypes).filter((one) => {
        const property = "networkSecurityGroupName";
        if ((one.propertyDependencies[property] ?? []).includes(group.urn)) return true;
        const of = readText(given(one).props, property);
        return of.state === "known" && name.state === "known" && of.value === name.value;
    });
}

function rule(props: PropertyTree, path: string): SecurityRule {
    const lower = (field: string) =>
        map(readText(props, field), (value) => value.trim().toLowerCase());
    return {
        path,
        name: readText(props, "name"),
        direction: lower("direction"),
        allows: map(lower("access"), (access) => access === "allow"),
        protocol: withDefault(lower("protocol"), "*"),
        priority: readNumber(props, "priority"),
        sources: both(props, "sourceAddressPrefix", "sourceAddressPrefixes"),
        destinations: both(props, "destinationAddressPrefix", "destinationAddressPrefixes"),
        ports: both(props, "destinationPortRange", "destinationPortRanges"),
    };
}

/** The values of a field and of its plural, of which Azure takes either. */
function both(props: PropertyTree, singular: string, plural: string): readonly Known<string>[] {
    const many = readTexts(props, plural);
    return [readText(props, singular), ...(many.state === "known" ? many.value : [many])].filter(
        ({ state }) => state !== "absent",
    );
}
