import { objects, ofType, texts, type Standing } from "./standing";

/** One list of names in a policy, in the order of evaluation. */
interface DomainList {
    kind: string;
    targets: string[];
}

/** A part of an object that must be there. */
function part(value: unknown, ...path: string[]): unknown {
    return path.reduce<unknown>(
        (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
        value,
    );
}

/**
 * Whether a domain list matches a host name: one that begins with a dot matches all names that end
 * with it, and itself without the dot; any other matches itself. Case does not count.
 *
 * source: AWS Network Firewall Developer Guide, "Stateful domain list rule groups"
 */
export function isListed(targets: readonly string[], host: string): boolean {
    const name = host.toLowerCase();
    return targets.some((target) =>
        target.startsWith(".") ? `.${name}`.endsWith(target) : name === target,
    );
}

/**
 * Whether the firewalls of a network let a TLS connection to a host name through. Only what is
 * understood is judged: a policy in strict order that drops what nothing passed, and domain lists.
 * Anything else throws, because it could let more through than this knows.
 */
export function firewallLetsThrough(resources: readonly Standing[], host: string): boolean {
    const policies = ofType(resources, "networkfirewall/firewallPolicy:FirewallPolicy");
    const [policy] = policies;
    if (policy === undefined || policies.length > 1) {
        throw new Error(`${policies.length} firewall policies stand, one can be judged`);
    }
    const rules = policy.values.firewallPolicy as Record<string, unknown>;
    const understood =
        part(rules, "statefulEngineOptions", "ruleOrder") === "STRICT_ORDER" &&
        texts(rules.statelessDefaultActions).join() === "aws:forward_to_sfe" &&
        texts(rules.statelessFragmentDefaultActions).join() === "aws:forward_to_sfe" &&
        objects(rules.statelessRuleGroupReferences).length === 0;
    if (!understood) {
        throw new Error(`the policy cannot be judged: ${JSON.stringify(rules)}`);
    }
    for (const { kind, targets } of listsOf(rules, resources)) {
        // A list of allowed names passes what is on it and drops all other TLS.
        if (kind !== "ALLOWLIST") {
            throw new Error(`a list of kind ${kind} cannot be judged`);
        }
        return isListed(targets, host);
    }
    return !texts(rules.statefulDefaultActions).some((action) => action.startsWith("aws:drop_"));
}

function listsOf(rules: Record<string, unknown>, resources: readonly Standing[]): DomainList[] {
    const groups = ofType(resources, "networkfirewall/ruleGroup:RuleGroup");
    return objects(rules.statefulRuleGroupReferences)
        .toSorted((a, b) => Number(a.priority) - Number(b.priority))
        .map(({ resourceArn }) => {
            const group = groups.find(({ values }) => values.arn === resourceArn);
            const list = part(group?.values, "ruleGroup", "rulesSource", "rulesSourceList");
            const types = texts(part(list, "targetTypes"));
            if (types.join() !== "TLS_SNI") {
                throw new Error(`${String(resourceArn)} is no list of names in TLS`);
            }
            return {
                kind: String(part(list, "generatedRulesType")),
                targets: texts(part(list, "targets")),
            };
        });
}
