import { isInternet, isPublicRange } from "../../model/addresses";
import type { Finding } from "../../model/finding";
import { is, known, map, type Known } from "../../model/known";
import { every, not, some as someKnown } from "../../model/logic";
import type { FirewallRule } from "../../model/views/firewallRules";
import type { SecurityRule } from "../../model/views/securityRules";

/** What rules of a way out say, as far as known. */
export interface EgressReading {
    readonly findings: readonly Finding[];
    readonly unknown: readonly string[];
}

/** The one thing agents need of the internet. */
const httpsPort = "443";
const onlyHttps = "TCP to port 443 at most";

/** A rule of a security group that lets more out to the internet than HTTPS. */
export function securityRuleEgress(rule: SecurityRule): EgressReading {
    const { path, direction, allows, destinations, protocol, ports, name } = rule;
    if (is(direction, "inbound") || is(allows, false)) return nothing;
    const afar = some(destinations, isAfar);
    const more = either(
        some([protocol], (one) => one !== "tcp"),
        some(ports, (port) => port.trim() !== httpsPort),
    );
    if (afar === "no" || more === "no") return nothing;
    const decided = direction.state === "known" && allows.state === "known";
    if (afar === "maybe" || more === "maybe" || !decided) return { findings: [], unknown: [path] };
    const seen = known(`${text(protocol)} to port ${ports.map(text).join(", ")} of the internet`);
    return { findings: [{ ...idOf(name), property: path, seen, wanted: onlyHttps }], unknown: [] };
}

/** Whether a rule denies whatever going out rules before it did not allow. */
export function isFinalDeny(rule: SecurityRule): Known<boolean> {
    const { direction, allows, protocol, sources, destinations, ports } = rule;
    const isAll = (value: Known<string>) => map(value, (text) => text === "*");
    return every([
        map(direction, (one) => one === "outbound"),
        not(allows),
        isAll(protocol),
        ...[sources, destinations, ports].map((values) => someKnown(values.map(isAll))),
    ]);
}

/** A rule of a firewall that lets plain HTTP out, or anything to anywhere. */
export function firewallRuleEgress(rule: FirewallRule): EgressReading {
    const { path, kind, protocols, destinations, ports, categories, groups } = rule;
    const found = (seen: string, wanted: string): Finding => ({
        ...idOf(rule.name),
        property: path,
        seen: known(seen),
        wanted,
    });
    if (is(kind, "application")) {
        const plain = some(protocols, (one) => one === "http");
        const anywhere = either(
            some(destinations, isAnyName),
            some(categories, () => true),
        );
        const findings = [
            ...(plain === "yes" ? [found("HTTP without TLS", "HTTPS")] : []),
            ...(anywhere === "yes" ? [found("every destination", "host names")] : []),
        ];
        const isOpen = plain === "maybe" || anywhere === "maybe";
        return { findings, unknown: findings.length === 0 && isOpen ? [path] : [] };
    }
    const more = either(
        some(protocols, (one) => one !== "tcp"),
        some(ports, (port) => port.trim() !== httpsPort),
    );
    const anywhere = some(destinations, (one) => isAfar(one) || isAnyName(one));
    if (more === "yes" && anywhere === "yes") {
        return { findings: [found("every destination", onlyHttps)], unknown: [] };
    }
    if (more === "yes" && anywhere === "no" && groups.length > 0) {
        const unread = found("whatever a group of addresses holds", onlyHttps);
        return { findings: [{ ...unread, advisory: true }], unknown: [] };
    }
    return { findings: [], unknown: anywhere !== "no" && more !== "no" ? [path] : [] };
}

/** An address or tag that stands for the internet, or for a part of it that nobody listed. */
function isAfar(destination: string): boolean {
    return isInternet(destination) || isPublicRange(destination);
}

/** "*", or all names of a top-level domain; of an address of a page its host counts. */
function isAnyName(name: string): boolean {
    const [host = ""] = name
        .trim()
        .replace(/^https?:\/\//i, "")
        .split("/");
    return /^\*\.?[^.]*$/.test(host);
}

const nothing: EgressReading = { findings: [], unknown: [] };

type Answer = "yes" | "maybe" | "no";

function some(values: readonly Known<string>[], holds: (value: string) => boolean): Answer {
    if (values.some((one) => one.state === "known" && holds(one.value))) return "yes";
    return values.some((one) => one.state === "unknown") ? "maybe" : "no";
}

function either(...answers: readonly Answer[]): Answer {
    if (answers.includes("yes")) return "yes";
    return answers.includes("maybe") ? "maybe" : "no";
}

/** The rule's name outlives a change of its place in the list. */
function idOf(name: Known<string>): { id?: string } {
    return name.state === "known" ? { id: name.value } : {};
}

function text(value: Known<string>): string {
    return value.state === "known" ? value.value : "?";
}
