import type { Failure } from "../../check";
import { hex } from "../../identifiers";
import { isObject, items, num, str, type Values } from "../../values";
import { awsType } from "../awsType";
import { awsError } from "../errors";
import { networkAclAssociationFields, networkAclFields, networkAclRuleFields } from "../fields/ec2";
import { exactlyOne, generatedId } from "../naming";
import { belongingsOf, referred } from "../references";
import { checkRange, ec2Reference, ec2Type } from "./ec2";

const ruleToken = "aws:ec2/networkAclRule:NetworkAclRule";

/** Rules of one direction whose number another has. */
function checkNumbers(inputs: Values, direction: string): Failure[] {
    const numbers = items(inputs, direction).map((_, i) => num(inputs, direction, i, "ruleNo"));
    return numbers.flatMap((one, i) =>
        one !== undefined && numbers.indexOf(one) < i
            ? [{ property: `${direction}[${i}].ruleNo`, reason: `${one} is used twice` }]
            : [],
    );
}

export const networkAcl = ec2Type("acl-", "network-acl", {
    of: networkAclFields,
    operation: "EC2: CreateNetworkAcl",
    references: [ec2Reference("vpc", ["vpcId"]), ec2Reference("subnet", ["subnetIds", "*"])],
    check: (inputs) => [...checkNumbers(inputs, "ingress"), ...checkNumbers(inputs, "egress")],
    outputs: ({ inputs, accountId }) => ({
        egress: inputs.egress ?? [],
        ingress: inputs.ingress ?? [],
        ownerId: accountId,
        subnetIds: inputs.subnetIds ?? [],
    }),
});

const ofAcl = ec2Reference("networkAcl", ["networkAclId"], { owner: true });

export const networkAclRule = awsType({
    of: networkAclRuleFields,
    operation: "EC2: CreateNetworkAclEntry",
    references: [ofAcl],
    defaults: { egress: false },
    check: (inputs) => [
        ...exactlyOne(inputs, ["cidrBlock", "ipv6CidrBlock"]),
        ...checkRange(str(inputs, "cidrBlock"), "cidrBlock", [0, 32]),
        ...checkRange(str(inputs, "ipv6CidrBlock"), "ipv6CidrBlock"),
    ],
    id: ({ inputs, once }) =>
        once("id", () => {
            const parts = ["networkAclId", "ruleNumber", "egress", "protocol"].map((name) =>
                JSON.stringify(inputs[name] ?? null),
            );
            return `nacl-${Number.parseInt(hex(8, "nacl", ...parts), 16)}`;
        }),
    beforeCreate: (write) => {
        const { inputs, store } = write;
        const acl = referred(write, [ofAcl])[0]?.target;
        const egress = inputs.egress === true;
        const taken = [
            ...store
                .under(acl === undefined ? "" : belongingsOf(acl))
                .filter((one) => one.type === ruleToken && (one.inputs.egress === true) === egress)
                .map((one) => one.inputs.ruleNumber),
            ...items(acl?.inputs, egress ? "egress" : "ingress").map((one) =>
                isObject(one) ? one.ruleNo : undefined,
            ),
        ];
        if (taken.includes(inputs.ruleNumber)) {
            const message = `The network acl entry identified by ${String(num(inputs, "ruleNumber"))} already exists.`;
            throw awsError(
                400,
                "EC2: CreateNetworkAclEntry",
                "NetworkAclEntryAlreadyExists",
                message,
            );
        }
    },
});

/** A subnet always has one association: a new one takes its place. */
export const networkAclAssociation = awsType({
    of: networkAclAssociationFields,
    operation: "EC2: ReplaceNetworkAclAssociation",
    references: [
        ec2Reference("networkAcl", ["networkAclId"]),
        ec2Reference("subnet", ["subnetId"], { owner: true }),
    ],
    id: generatedId("aclassoc-"),
});
