import { isInternet } from "../../../model/addresses";
import { conclude } from "../../../model/finding";
import { is, isTree, readList, readText, readTexts, type Known } from "../../../model/known";
import type { PropertyTree } from "../../../model/known";
import { defineRule } from "../../lib/defineRule";

const groupType = "aws:ec2:SecurityGroup";
const ruleType = "aws:ec2:SecurityGroupRule";
const ingressType = "aws:vpc:SecurityGroupIngressRule";

export const awsSgIngress = defineRule({
    id: "aws-sg-ingress",
    code: "E08",
    title: "No security group of AWS lets the internet in",
    attack: "A port that is open to everybody is found by scanners within minutes and tried for ever. A runner behind it is one unpatched service away from the outside, and from there the role it deploys with.",
    blindSpot:
        "Does not look at prefix lists, nor whether the machines behind the group have a public address.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name the addresses or the security group that has to come in, or remove the rule: runners ask for work, nobody calls them",
        code: 'new SecurityGroupIngressRule("https", { securityGroupId, referencedSecurityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443 });',
    },
    controls: ["ncsc:1", "cis:2.2.4", "owasp:cicd-sec-7"],
    tags: ["aws", "network"],
    types: [groupType, ruleType, ingressType],
    settings: {},
    examples: {
        denied: 'new SecurityGroupIngressRule("ssh", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 22, toPort: 22, ... });',
        allowed:
            'new SecurityGroupIngressRule("https", { cidrIpv4: "10.40.0.0/22", ipProtocol: "tcp", fromPort: 443, toPort: 443, ... });',
    },
    judge({ type, props }) {
        const { sources, open } = sourcesOf(type, props);
        const afar = sources.filter(
            ({ value }) => value.state === "known" && isInternet(value.value),
        );
        return conclude(
            afar.map(({ path, value }) => ({
                id: `${path} ${value.state === "known" ? value.value : ""}`,
                property: path,
                seen: value,
                wanted: "addresses that are known, or another security group",
            })),
            [...open, ...sources.filter(isUnknown).map(({ path }) => path)],
        );
    },
});

interface Source {
    readonly path: string;
    readonly value: Known<string>;
}

/** Where a group, or a rule beside it, lets packets in from. */
function sourcesOf(type: string, props: PropertyTree): { sources: Source[]; open: string[] } {
    if (type === ingressType) {
        const of = (path: string) => ({ path, value: readText(props, path) });
        return { sources: [of("cidrIpv4"), of("cidrIpv6")], open: [] };
    }
    if (type === ruleType) {
        const direction = readText(props, "type");
        return { sources: is(direction, "egress") ? [] : blocks(props, ""), open: [] };
    }
    const rules = readList(props, "ingress");
    const listed = rules.state === "known" ? rules.value : [rules];
    return {
        sources: listed.flatMap((rule, i) =>
            rule.state === "known" && isTree(rule.value)
                ? blocks(rule.value, `ingress[${i}].`)
                : [],
        ),
        open: listed.some(({ state }) => state === "unknown") ? ["ingress"] : [],
    };
}

function blocks(rule: PropertyTree, prefix: string): Source[] {
    return ["cidrBlocks", "ipv6CidrBlocks"].flatMap((path) => {
        const list = readTexts(rule, path);
        const values = list.state === "known" ? list.value : [list];
        return values.map((value) => ({ path: prefix + path, value }));
    });
}

function isUnknown({ value }: Source): boolean {
    return value.state === "unknown";
}
