import { isInternet } from "../../../model/addresses";
import { conclude, type Finding } from "../../../model/finding";
import { is, known, map, readText, type Known } from "../../../model/known";
import { every } from "../../../model/logic";
import type { Resource } from "../../../model/resource";
import {
    inlineRules,
    securityGroupTypes,
    securityRuleTypes,
    separateRule,
    type SecurityRule,
} from "../../../model/views/securityRules";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

export const nsgNoInternetInbound = defineRule({
    id: "nsg-no-internet-inbound",
    code: "E01",
    title: "No network security group lets the internet in",
    attack: "A port that is open to everybody is found by scanners within minutes and tried for ever. An agent, a vault's endpoint or a jump host behind it is one stolen password or one unpatched service away from the outside.",
    blindSpot:
        "Judges each rule by itself: one that a denial before it makes ineffective is denied all the same. Load balancers and public addresses are not looked at.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name the addresses that have to come in, or remove the rule: agents ask for work, nobody calls them",
        code: 'sourceAddressPrefix: "10.20.0.0/16"',
    },
    controls: ["ncsc:1", "cis:2.2.4", "owasp:cicd-sec-7", "mcsb:NS-1"],
    tags: ["azure", "network"],
    types: [...securityGroupTypes, ...securityRuleTypes],
    settings: {
        publicEndpoints: texts(
            "Names of security groups that may let the internet in to TCP port 443.",
            [],
        ),
    },
    examples: {
        denied: '{ name: "ssh", direction: "Inbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", destinationPortRange: "22", ... }',
        allowed:
            '{ name: "https", direction: "Inbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "10.20.0.0/16", destinationPortRange: "443", ... }',
    },
    judge(resource, { config }) {
        const isGroup = securityGroupTypes.some((type) => type === resource.type);
        const { rules, open } = isGroup
            ? inlineRules(resource)
            : { rules: [separateRule(resource)], open: [] };
        const isAccepted = namesOf(resource).some((name) => config.publicEndpoints.includes(name));
        const inbound = rules.filter(
            (rule) =>
                !is(rule.direction, "outbound") &&
                !is(rule.allows, false) &&
                !(isAccepted && is(isHttps(rule), true)),
        );
        const unsure = inbound.filter(
            (rule) => isAccepted && isHttps(rule).state === "unknown" && rule.sources.some(isAfar),
        );
        const decided = inbound.filter((rule) => isDecided(rule) && !unsure.includes(rule));
        return conclude(decided.flatMap(findings), [
            ...open,
            ...[...unsure, ...inbound.filter(isOpen)].map(({ path }) => path),
        ]);
    },
});

/** What the group is called: by Pulumi and by Azure. */
function namesOf({ name, props }: Resource): string[] {
    const given = ["networkSecurityGroupName", "name"].map((path) => readText(props, path));
    return [name, ...given.flatMap((one) => (one.state === "known" ? [one.value] : []))];
}

function isHttps({ protocol, ports }: SecurityRule): Known<boolean> {
    if (ports.length === 0) return known(false);
    return every([
        map(protocol, (name) => name === "tcp"),
        ...ports.map((port) => map(port, (text) => text.trim() === "443")),
    ]);
}

function isDecided({ direction, allows }: SecurityRule): boolean {
    return is(direction, "inbound") && is(allows, true);
}

/** Whether what is not known yet may make the rule one that lets the internet in. */
function isOpen(rule: SecurityRule): boolean {
    const { direction, allows, sources } = rule;
    if (direction.state === "absent" || allows.state === "absent") return false;
    const isUnknown = sources.some(({ state }) => state === "unknown");
    return isUnknown || (!isDecided(rule) && sources.some(isAfar));
}

function isAfar(source: SecurityRule["sources"][number]): boolean {
    return source.state === "known" && isInternet(source.value);
}

function findings({ path, name, sources, ports }: SecurityRule): Finding[] {
    const to = ports.map((port) => (port.state === "known" ? port.value : "?")).join(", ");
    return sources.flatMap((source) =>
        source.state === "known" && isInternet(source.value)
            ? [
                  {
                      id: `${name.state === "known" ? name.value : path} from ${source.value}`,
                      property: path,
                      seen: source,
                      wanted: `addresses that are known, to port ${to}`,
                  },
              ]
            : [],
    );
}
