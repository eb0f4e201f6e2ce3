import { conclude, type Appraisal, type Finding, type Judgement } from "../../../model/finding";
import { absent, is, readText } from "../../../model/known";
import type { Resource } from "../../../model/resource";
import { firewallRules, firewallRulesType } from "../../../model/views/firewallRules";
import {
    inlineRules,
    rulesBeside,
    securityGroupTypes,
    securityRuleTypes,
    separateRule,
    type SecurityRule,
} from "../../../model/views/securityRules";
import { defineStackRule } from "../../lib/defineRule";
import { firewallRuleEgress, isFinalDeny, securityRuleEgress } from "../../lib/egress";
import { pattern } from "../../lib/settings";

/** Judges rules in their order: what stands behind a rule that denies everything is dead. */
export const agentNsgEgressAllowlist = defineStackRule({
    id: "agent-nsg-egress-allowlist",
    code: "E03",
    title: "Build agents get out by HTTPS only, and what no rule allows is denied",
    attack: "A poisoned build sends what it finds to a server of the attacker's. Where everything may leave, any port and any protocol will do; plain HTTP can moreover be read and changed on its way, so that a build takes in what somebody else wrote.",
    blindSpot:
        "Knows agents by the names of security groups and firewall rules, and no rule beside a group of another stack, nor firewall rules of the classic provider. Does not judge to which services HTTPS may go, what leaves through a service that is allowed, nor other ports of single addresses and of service tags but AzureCloud.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "medium",
    remediation: {
        change: "allow TCP to port 443 of the services agents need, and end with a rule that denies all outbound (AgentNetwork: leave allowPlainHttp out)",
        code: `securityRules: [
    { name: "allow-https", direction: "Outbound", access: "Allow", protocol: "Tcp", destinationPortRange: "443", ... },
    { name: "deny-all", direction: "Outbound", access: "Deny", priority: 4096, protocol: "*", ... },
]`,
    },
    controls: ["cis:2.2.4", "owasp:cicd-sec-5", "mcsb:NS-1"],
    tags: ["azure", "agents", "network"],
    types: [...securityGroupTypes, ...securityRuleTypes, firewallRulesType],
    settings: {
        agentPattern: pattern(
            "Names of security groups and firewall rules that are for agents.",
            String.raw`(?<![a-z])(agents?|runners?|build(ers?)?|ci)(?![a-z])`,
        ),
    },
    examples: {
        denied: 'new NetworkSecurityGroup("agents", { securityRules: [] }); // Azure\'s own rule lets everything out',
        allowed: `new NetworkSecurityGroup("agents", {
    securityRules: [
        { name: "deny-all", direction: "Outbound", access: "Deny", priority: 4096, protocol: "*", ... },
    ],
});`,
    },
    judge(stack, context) {
        const given = (one: Resource) => context.declarationOf(one.urn) ?? one;
        const fits = new RegExp(context.config.agentPattern, "i");
        const isAgents = (one: Resource) =>
            [one.name, ...names.map((name) => readText(given(one).props, name))].some((name) =>
                typeof name === "string"
                    ? fits.test(name)
                    : name.state === "known" && fits.test(name.value),
            );
        const groups = stack
            .ofType(...securityGroupTypes)
            .filter(isAgents)
            .flatMap((group) =>
                judgeGroup(given(group), rulesBeside(group, stack, given).map(given)),
            );
        const firewalls = stack.ofType(firewallRulesType).filter(isAgents).map(given);
        return [...groups, ...firewalls.map(judgeFirewall)];
    },
});

/** Properties that name a group or its rules. */
const names = ["networkSecurityGroupName", "ruleCollectionGroupName", "name"] as const;

/** A group with the rules beside it, each judged where it is written. */
function judgeGroup(group: Resource, beside: readonly Resource[]): Judgement[] {
    const { rules, open } = inlineRules(group);
    const written = [
        ...rules.map((rule) => ({ urn: group.urn, rule })),
        ...beside.map((one) => ({ urn: one.urn, rule: separateRule(one) })),
    ]
        .filter(({ rule }) => !is(rule.direction, "inbound"))
        .sort((a, b) => order(a.rule) - order(b.rule));
    const ends = written.map(({ rule }) => isFinalDeny(rule));
    const end = ends.findIndex((one) => is(one, true));
    const mayEnd = ends.findIndex((one) => one.state === "unknown");
    const live = (end === -1 ? written : written.slice(0, end)).map(({ urn, rule }, i) => ({
        urn,
        reading: mayEnd !== -1 && i > mayEnd ? unsure(rule) : securityRuleEgress(rule),
    }));
    const ofUrn = (urn: string) => {
        const readings = live.filter((one) => one.urn === urn).map(({ reading }) => reading);
        return {
            findings: readings.flatMap(({ findings }) => findings),
            unknown: readings.flatMap(({ unknown }) => unknown),
        };
    };
    const own = ofUrn(group.urn);
    const isEndless = end === -1 && mayEnd === -1 && open.length === 0;
    const endless = isEndless ? [noEnd] : [];
    const openEnd = end === -1 && mayEnd !== -1 ? ["securityRules"] : [];
    return [
        {
            urn: group.urn,
            verdict: conclude([...own.findings, ...endless], [...own.unknown, ...open, ...openEnd]),
        },
        ...beside.map(({ urn }) => {
            const { findings, unknown } = ofUrn(urn);
            return { urn, verdict: conclude(findings, unknown) };
        }),
    ];
}

/** What stands behind a rule that may deny everything may be dead. */
function unsure(rule: SecurityRule): Appraisal {
    const { findings, unknown } = securityRuleEgress(rule);
    return { findings: [], unknown: [...unknown, ...findings.map(({ property }) => property)] };
}

/** While a priority is not known, a denial is taken for the last and what allows for the first. */
function order({ priority, allows }: SecurityRule): number {
    if (priority.state === "known") return priority.value;
    return is(allows, false) ? Infinity : 0;
}

const noEnd: Finding = {
    id: "no final deny",
    property: "securityRules",
    seen: absent,
    wanted: "a rule that denies everything outbound: Azure's own rule 65001 allows it",
};

function judgeFirewall(group: Resource): Judgement {
    const { rules, open } = firewallRules(group);
    const readings = rules.map(firewallRuleEgress);
    const findings = readings.flatMap((one) => one.findings);
    return {
        urn: group.urn,
        verdict: conclude(findings, [...open, ...readings.flatMap(({ unknown }) => unknown)]),
    };
}
