import { isInternet } from "../../../model/addresses";
import { conclude } from "../../../model/finding";
import {
    is,
    isTree,
    map,
    readList,
    readNumber,
    readText,
    readTexts,
    type Known,
} from "../../../model/known";
import type { PropertyTree } from "../../../model/known";
import { every } from "../../../model/logic";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

const groupTypes = ["aws:ec2:SecurityGroup", "aws:ec2:DefaultSecurityGroup"];
const ruleType = "aws:ec2:SecurityGroupRule";
const ingressType = "aws:vpc:SecurityGroupIngressRule";

export const awsSgIngress = defineRule({
    id: "aws-sg-ingress",
    code: "E08",
    title: "No security group of AWS lets the internet in",
    attack: "A port that is open to everybody is found by scanners within minutes and tried for ever. A runner behind it is one unpatched service away from the outside, and from there the role it deploys with.",
    blindSpot:
        "Does not look at prefix lists, groups of aws-native, nor whether the machines behind the group have a public address.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "name the addresses or the security group that has to come in, or remove the rule: runners ask for work, nobody calls them",
        code: 'new SecurityGroupIngressRule("https", { securityGroupId, referencedSecurityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443 });',
    },
    controls: ["ncsc:1", "cis:2.2.4", "owasp:cicd-sec-7"],
    tags: ["aws", "network"],
    types: [...groupTypes, ruleType, ingressType],
    settings: {
        publicEndpoints: texts(
            "Names of security groups, and of rules beside one, that may let the internet in to TCP port 443.",
            [],
        ),
    },
    examples: {
        denied: 'new SecurityGroupIngressRule("ssh", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 22, toPort: 22, ... });',
        allowed:
            'new SecurityGroupIngressRule("https", { cidrIpv4: "10.40.0.0/22", ipProtocol: "tcp", fromPort: 443, toPort: 443, ... });',
    },
    judge({ type, name, props }, { config }) {
        const { sources, open } = sourcesOf(type, props);
        const given = readText(props, "name");
        const isAccepted = config.publicEndpoints.some((one) => one === name || is(given, one));
        const afar = sources.filter(
            ({ value, https }) =>
                value.state === "known" &&
                isInternet(value.value) &&
                !(isAccepted && (is(https, true) || https.state === "unknown")),
        );
        const unsure = sources.filter(
            ({ value, https }) =>
                value.state === "unknown" || (isAccepted && https.state === "unknown"),
        );
        return conclude(
            afar.map(({ path, value }) => ({
                id: `${path} ${value.state === "known" ? value.value : ""}`,
                property: path,
                seen: value,
                wanted: "addresses that are known, or another security group",
            })),
            [...open, ...unsure.map(({ path }) => path)],
        );
    },
});

interface Source {
    readonly path: string;
    readonly value: Known<string>;
    /** Whether it may come to TCP port 443 only. */
    readonly https: Known<boolean>;
}

/** Where a group, or a rule beside it, lets packets in from. */
function sourcesOf(type: string, props: PropertyTree): { sources: Source[]; open: string[] } {
    if (type === ingressType) {
        const https = isHttps(props, "ipProtocol");
        const of = (path: string) => ({ path, value: readText(props, path), https });
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
        const https = isHttps(rule, "protocol");
        return values.map((value) => ({ path: prefix + path, value, https }));
    });
}

function isHttps(rule: PropertyTree, protocol: string): Known<boolean> {
    return every([
        map(readText(rule, protocol), (name) => ["tcp", "6"].includes(name.toLowerCase())),
        ...["fromPort", "toPort"].map((port) => map(readNumber(rule, port), (one) => one === 443)),
    ]);
}
