import type { Failure } from "../../check";
import { isUnknown, items, num, str, text, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import {
    defaultSecurityGroupFields,
    securityGroupEgressRuleFields,
    securityGroupFields,
    securityGroupIngressRuleFields,
} from "../fields/ec2More";
import { exactlyOne, nameOf } from "../naming";
import { belongingsOf, localName, lookUp, referred, type Reference } from "../references";
import type { TypeFields } from "../awsType";
import { checkRange, ec2, ec2Reference, ec2Type } from "./ec2";

/** source: Amazon VPC User Guide, "Amazon VPC quotas"; date: 2026-11-21 */
const rulesPerGroup = 60;

const ofVpc = ec2Reference("vpc", ["vpcId"]);
const nameForm = nameOf(
    /^(?!sg-)[\w .\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    "1 to 255 letters, digits and . - : / ( ) # , @ [ ] + = & ; { } ! $ *, not beginning with sg-",
    { prefix: "namePrefix" },
);

function inlineReferences(direction: string): Reference[] {
    return [
        ec2Reference("securityGroup", [direction, "*", "securityGroups", "*"]),
        ec2Reference("prefixList", [direction, "*", "prefixListIds", "*"]),
    ];
}

/** Inline rules that end before they begin, or name no CIDR range. */
function checkInline(inputs: Values): Failure[] {
    return ["ingress", "egress"].flatMap((direction) =>
        items(inputs, direction).flatMap((_, i) => {
            const [from, to] = [
                num(inputs, direction, i, "fromPort"),
                num(inputs, direction, i, "toPort"),
            ];
            const at = `${direction}[${i}]`;
            const ranges = items(inputs, direction, i, "cidrBlocks");
            return [
                ...(from !== undefined && to !== undefined && from > to
                    ? [{ property: `${at}.toPort`, reason: `${to} is below fromPort` }]
                    : []),
                ...ranges.flatMap((range, k) =>
                    typeof range === "string"
                        ? checkRange(range, `${at}.cidrBlocks[${k}]`, [0, 32])
                        : [],
                ),
            ];
        }),
    );
}

export const securityGroup = ec2Type("sg-", "security-group", {
    of: securityGroupFields,
    operation: "EC2: CreateSecurityGroup",
    name: nameForm,
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    references: [ofVpc, ...inlineReferences("ingress"), ...inlineReferences("egress")],
    check: checkInline,
    outputs: ({ inputs, accountId }) => ({
        // The provider takes away the rule EC2 gives every new group, which lets everything out.
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        ownerId: accountId,
    }),
    names: ({ inputs, outputs }) => [`${str(inputs, "vpcId")} ${str(outputs, "name")}`],
    beforeCreate: (write) => {
        const { inputs, store } = write;
        const operation = "EC2: CreateSecurityGroup";
        const [network, name] = [str(inputs, "vpcId"), str(inputs, "name")];
        if (network === "") {
            const message = "No default VPC for this user: accounts of the emulation have none.";
            throw awsError(400, operation, "VPCIdNotSpecified", message);
        }
        const claim = localName(ec2.securityGroup, write, false, `${network} ${name}`);
        if (name === "default" || store.holder(claim) !== undefined) {
            const message = `The security group '${name}' already exists for VPC '${network}'`;
            throw awsError(400, operation, "InvalidGroup.Duplicate", message);
        }
    },
    held: {
        by: [ec2.endpoint, ec2.ingressRule, ec2.egressRule, ec2.lambda, ec2.securityGroup],
        operation: "EC2: DeleteSecurityGroup",
        http: 400,
        code: "DependencyViolation",
        says: "resource % has a dependent object",
    },
});

/** The group a VPC comes with: taken over, not created; what it let in and out is taken away. */
export const defaultSecurityGroup = awsType({
    of: defaultSecurityGroupFields,
    operation: "EC2: RevokeSecurityGroupIngress",
    puts: true,
    references: [
        { ...ofVpc, owner: true },
        ...inlineReferences("ingress"),
        ...inlineReferences("egress"),
    ],
    check: (inputs) => [
        ...(inputs.vpcId === undefined
            ? [
                  {
                      property: "vpcId",
                      reason: "missing required property: accounts of the emulation have no default VPC",
                  },
              ]
            : []),
        ...checkInline(inputs),
    ],
    id: ({ inputs, store, accountId, region, once }) => {
        const network = str(inputs, "vpcId");
        const place = { accountId, region, defaultTags: {} };
        const found = isUnknown(network) ? undefined : lookUp(store, place, [ec2.vpc], network);
        return found === undefined
            ? once("id", () => "")
            : str(found.outputs, "defaultSecurityGroupId");
    },
    arn: ({ region, accountId, id }) =>
        text`arn:aws:ec2:${region}:${accountId}:security-group/${id}`,
    outputs: ({ inputs, accountId }) => ({
        description: "default VPC security group",
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        name: "default",
        namePrefix: "",
        ownerId: accountId,
    }),
});

const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const ofGroup = ec2Reference("securityGroup", ["securityGroupId"], { owner: true });

function checkRule(inputs: Values): Failure[] {
    const protocol = str(inputs, "ipProtocol");
    const [from, to] = [inputs.fromPort, inputs.toPort];
    const needsPorts = ["tcp", "udp", "6", "17"].includes(protocol);
    const bound = needsPorts && typeof from === "number" && typeof to === "number" && from > to;
    return [
        ...exactlyOne(inputs, sources),
        ...(needsPorts && (from === undefined || to === undefined)
            ? [
                  {
                      property: from === undefined ? "fromPort" : "toPort",
                      reason: `missing required property of a rule for ${protocol}`,
                  },
              ]
            : []),
        ...(bound ? [{ property: "toPort", reason: `${to} is below fromPort` }] : []),
        ...(isUnknown(protocol) || /^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/i.test(protocol)
            ? []
            : [{ property: "ipProtocol", reason: `"${protocol}" is no protocol` }]),
        ...checkRange(str(inputs, "cidrIpv4"), "cidrIpv4", [0, 32]),
        ...checkRange(str(inputs, "cidrIpv6"), "cidrIpv6"),
    ];
}

/** What tells two rules of a group and direction apart. */
function identity(inputs: Values): string {
    const parts = ["ipProtocol", "fromPort", "toPort", ...sources];
    return JSON.stringify(parts.map((name) => inputs[name] ?? null));
}

function ruleType(of: TypeFields, direction: "Ingress" | "Egress") {
    const operation = `EC2: AuthorizeSecurityGroup${direction}`;
    return ec2Type("sgr-", "security-group-rule", {
        of,
        operation,
        references: [
            ofGroup,
            ec2Reference("securityGroup", ["referencedSecurityGroupId"]),
            ec2Reference("prefixList", ["prefixListId"], {
                // Lists of AWS itself: one for each service with a gateway endpoint, and CloudFront's.
                name: (value) => (/^pl-[0-9a-f]{8}$/.test(value) ? "" : value),
            }),
        ],
        check: checkRule,
        outputs: ({ id }) => ({ securityGroupRuleId: id }),
        beforeWrite: (write) => {
            const group = referred(write, [ofGroup])[0]?.target;
            const others = write.store
                .under(group === undefined ? "" : belongingsOf(group))
                .filter((one) => one.type === of.token && one.id !== write.id);
            if (others.some(({ inputs }) => identity(inputs) === identity(write.inputs))) {
                const peer = sources.map((name) => str(write.inputs, name)).join("");
                const message = `the specified rule "peer: ${peer}, ${str(write.inputs, "ipProtocol").toUpperCase()}, from port: ${num(write.inputs, "fromPort") ?? -1}, to port: ${num(write.inputs, "toPort") ?? -1}, ALLOW" already exists`;
                throw awsError(400, operation, "InvalidPermission.Duplicate", message);
            }
            if (others.length >= rulesPerGroup) {
                const message = "The maximum number of rules per security group has been reached.";
                throw awsError(400, operation, "RulesPerSecurityGroupLimitExceeded", message);
            }
        },
    });
}

export const ingressRule = ruleType(securityGroupIngressRuleFields, "Ingress");
export const egressRule = ruleType(securityGroupEgressRuleFields, "Egress");
