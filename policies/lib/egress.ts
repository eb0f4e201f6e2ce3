import type { Finding } from "../../model/finding";
import { is, known, type Known } from "../../model/known";
import type { FirewallRule } from "../../model/views/firewallRules";
import { isInternet, type SecurityRule } from "../../model/views/securityRules";

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
    const afar = some(destinations, isInternet);
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

/** Whether a rule denies whatever rules before it did not allow. */
export function isFinalDeny({ allows, protocol, sources, destinations, ports }: SecurityRule) {
    const all = (values: readonly Known<string>[]) => values.some((value) => is(value, "*"));
    return is(allows, false) && is(protocol, "*") && [sources, destinations, ports].every(all);
}

/** A rule of a firewall that lets plain HTTP out, or anything to anywhere. */
export function firewallRuleEgress({ path, name, ...rule }: FirewallRule): EgressReading {
    const { kind, protocols, destinations, ports } = rule;
    const found = (seen: string, wanted: string): Finding => ({
        ...idOf(name),
        property: path,
        seen: known(seen),
        wanted,
    });
    const anywhere = some(destinations, (one) => one === "*" || isInternet(one));
    const isApplication = is(kind, "application");
    const plain = isApplication ? some(protocols, (one) => one === "http") : "no";
    const more = isApplication
        ? "yes"
        : either(
              some(protocols, (one) => one !== "tcp"),
              some(ports, (port) => port.trim() !== httpsPort),
          );
    const findings = [
        ...(plain === "yes" ? [found("HTTP without TLS", "HTTPS")] : []),
        ...(anywhere === "yes" && more === "yes"
            ? [found("every destination", isApplication ? "host names" : onlyHttps)]
            : []),
    ];
    const isOpen = plain === "maybe" || (anywhere !== "no" && more !== "no");
    return { findings, unknown: findings.length === 0 && isOpen ? [path] : [] };
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
