import { isInternet, isPublicRange } from "../../model/addresses";
import type { Appraisal, Finding } from "../../model/finding";
import { is, known, map, type Known } from "../../model/known";
import { every, not, some } from "../../model/logic";
import type { FirewallRule } from "../../model/views/firewallRules";
import type { SecurityRule } from "../../model/views/securityRules";

/** The one thing agents need of the internet. */
const httpsPort = "443";
const onlyHttps = "TCP to port 443 at most";

/** A rule of a security group that lets more out to the internet than HTTPS. */
export function securityRuleEgress(rule: SecurityRule): Appraisal {
    const { path, direction, allows, destinations, protocol, ports, name } = rule;
    if (is(direction, "inbound") || is(allows, false)) return nothing;
    const afar = any(destinations, isAfar);
    const more = some([
        any([protocol], (one) => one !== "tcp"),
        any(ports, (port) => port.trim() !== httpsPort),
    ]);
    if (is(afar, false) || is(more, false)) return nothing;
    const isDecided = [direction, allows, afar, more].every(({ state }) => state === "known");
    if (!isDecided) return { findings: [], unknown: [path] };
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
        ...[sources, destinations, ports].map((values) => some(values.map(isAll))),
    ]);
}

/** A rule of a firewall that lets plain HTTP out, or anything to anywhere. */
export function firewallRuleEgress(rule: FirewallRule): Appraisal {
    const { path, kind, protocols, destinations, ports, categories, groups } = rule;
    const found = (seen: string, wanted: string): Finding => ({
        ...idOf(rule.name),
        property: path,
        seen: known(seen),
        wanted,
    });
    if (is(kind, "application")) {
        const plain = any(protocols, (one) => one === "http");
        const anywhere = some([any(destinations, isAnyName), any(categories, () => true)]);
        const findings = [
            ...(is(plain, true) ? [found("HTTP without TLS", "HTTPS")] : []),
            ...(is(anywhere, true) ? [found("every destination", "host names")] : []),
        ];
        const isOpen = plain.state === "unknown" || anywhere.state === "unknown";
        return { findings, unknown: findings.length === 0 && isOpen ? [path] : [] };
    }
    const more = some([
        any(protocols, (one) => one !== "tcp"),
        any(ports, (port) => port.trim() !== httpsPort),
    ]);
    const anywhere = any(destinations, (one) => isAfar(one) || isAnyName(one));
    if (is(more, true) && is(anywhere, true)) {
        return { findings: [found("every destination", onlyHttps)], unknown: [] };
    }
    if (is(more, true) && is(anywhere, false) && groups.length > 0) {
        const unread = found("whatever a group of addresses holds", onlyHttps);
        return { findings: [{ ...unread, advisory: true }], unknown: [] };
    }
    return { findings: [], unknown: is(anywhere, false) || is(more, false) ? [] : [path] };
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

const nothing: Appraisal = { findings: [], unknown: [] };

function any(values: readonly Known<string>[], holds: (value: string) => boolean): Known<boolean> {
    return some(values.map((value) => map(value, holds)));
}

/** The rule's name outlives a change of its place in the list. */
function idOf(name: Known<string>): { id?: string } {
    return name.state === "known" ? { id: name.value } : {};
}

function text(value: Known<string>): string {
    return value.state === "known" ? value.value : "?";
}
