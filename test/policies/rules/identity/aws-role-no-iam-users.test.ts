import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { awsRoleNoIamUsers } from "../../../../policies/rules/identity/aws-role-no-iam-users";
import { describeRule } from "../../../support/describeRule";

const type = "aws:iam/role:Role";
const ada = "arn:aws:iam::123456789012:user/ada";
const deploy = "arn:aws:iam::123456789012:role/deploy";
const trusting = (principal: PropertyTree[string], changes: PropertyTree = {}) => ({
    type,
    props: { assumeRolePolicy: policy({ Principal: principal, ...changes }) },
});
const policy = (statement: PropertyTree): PropertyTree => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }],
});
const path = "assumeRolePolicy.Statement[0]";

describeRule(awsRoleNoIamUsers, {
    denied: [
        { name: "a user", ...trusting({ AWS: ada }), findings: [path] },
        {
            name: "a user among roles, in a text",
            type,
            props: {
                assumeRolePolicy: JSON.stringify({
                    statement: {
                        effect: "ALLOW",
                        principal: { aws: [deploy, ada] },
                        action: "sts:AssumeRole",
                    },
                }),
            },
            findings: [path],
        },
        {
            name: "a user of another partition beside one that is not known",
            ...trusting({ AWS: [UNKNOWN, "arn:aws-cn:iam::123456789012:user/emergency/1"] }),
            findings: [path],
        },
    ],
    allowed: [
        { name: "a role", ...trusting({ AWS: deploy }) },
        { name: "a service", ...trusting({ Service: "lambda.amazonaws.com" }) },
        { name: "a user who is denied", ...trusting({ AWS: ada }, { Effect: "Deny" }) },
        {
            name: "a user the owner accepts",
            ...trusting({ AWS: ada }),
            config: { accepted: [ada] },
        },
        { name: "no trust at all", type, props: {} },
    ],
    undecidable: [
        { name: "an unknown policy", type, props: { assumeRolePolicy: UNKNOWN } },
        { name: "an unknown principal", ...trusting({ AWS: UNKNOWN }) },
        { name: "unknown principals", ...trusting(UNKNOWN) },
        { name: "an unknown effect", ...trusting({ AWS: deploy }, { Effect: UNKNOWN }) },
        {
            name: "an unknown statement",
            type,
            props: { assumeRolePolicy: { Statement: [UNKNOWN] } },
        },
    ],
    tokens: ["aws:iam:Role"],
});
