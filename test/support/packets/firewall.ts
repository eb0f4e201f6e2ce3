import { inRange } from "./world";

/** A connection an agent asks for, as a firewall sees it that does not look inside TLS. */
export interface NamedRequest {
    source: string;
    /** Host name in the TLS greeting, or in the HTTP request. */
    host: string;
    protocol: "Https" | "Http";
    port: number;
}

interface Collection {
    priority: number;
    action: { type: string };
    rules: NameRule[];
}

interface NameRule {
    ruleType: string;
    sourceAddresses?: string[];
    protocols?: { protocolType: string; port: number }[];
    targetFqdns?: string[];
}

/**
 * Whether an Azure Firewall lets a request through: the first collection with a rule that matches
 * decides, by priority; without one the answer is no.
 *
 * @throws Error for rules other than application rules over host names
 */
export function letsThrough(collections: readonly unknown[], request: NamedRequest): boolean {
    const order = (collections as Collection[]).toSorted((a, b) => a.priority - b.priority);
    for (const { rules } of order) {
        const odd = rules.find((rule) => rule.ruleType !== "ApplicationRule" || !rule.targetFqdns);
        if (odd !== undefined) {
            throw new Error(`a rule of type ${odd.ruleType} is not understood`);
        }
    }
    const found = order.find(({ rules }) => rules.some((rule) => matches(rule, request)));
    return found?.action.type === "Allow";
}

function matches(rule: NameRule, { source, host, protocol, port }: NamedRequest): boolean {
    return (
        (rule.sourceAddresses ?? []).some((range) => range === "*" || inRange(source, range)) &&
        (rule.protocols ?? []).some((one) => one.protocolType === protocol && one.port === port) &&
        (rule.targetFqdns ?? []).some((pattern) => isNamed(pattern, host))
    );
}

/** "*.a.b" stands for every name below a.b, "*" for all, anything else for itself. */
export function isNamed(pattern: string, host: string): boolean {
    const [wanted, asked] = [pattern.toLowerCase(), host.toLowerCase()];
    return wanted.startsWith("*")
        ? asked.endsWith(wanted.slice(1)) && asked.length > wanted.length - 1
        : asked === wanted;
}
