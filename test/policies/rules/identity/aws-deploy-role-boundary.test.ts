import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { awsDeployRoleBoundary } from "../../../../policies/rules/identity/aws-deploy-role-boundary";
import { describeRule } from "../../../support/describeRule";

const type = "aws:iam/role:Role";
const provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const trust = (principal: PropertyTree, Action: string): PropertyTree => ({
    Statement: [{ Effect: "Allow", Principal: principal, Action }],
});
const ofProvider = (...providers: string[]) =>
    role({
        assumeRolePolicy: trust(
            { Federated: providers.map((one) => provider.replace(/[^/]*$/, one)) },
            "sts:AssumeRoleWithWebIdentity",
        ),
    });
const eks = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E";
const role = (changes: PropertyTree) => ({
    type,
    props: {
        assumeRolePolicy: trust({ Federated: provider }, "sts:AssumeRoleWithWebIdentity"),
        ...changes,
    },
});

describeRule(awsDeployRoleBoundary, {
    denied: [
        {
            name: "a pipeline's role without one",
            ...role({}),
            findings: ["permissionsBoundary"],
        },
        {
            name: "a pipeline's role with an empty one",
            ...role({ permissionsBoundary: "" }),
            findings: ["permissionsBoundary"],
        },
        {
            name: "a role that pipelines of another service take, and pods",
            ...ofProvider(eks, "gitlab.com"),
            findings: ["permissionsBoundary"],
        },
    ],
    allowed: [
        { name: "a role of a cluster's pods", ...ofProvider(eks) },
        {
            name: "a pipeline's role with one",
            ...role({ permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary" }),
        },
        {
            name: "a service's role",
            ...role({
                assumeRolePolicy: trust({ Service: "lambda.amazonaws.com" }, "sts:AssumeRole"),
            }),
        },
        {
            name: "an unknown trust with one",
            ...role({ assumeRolePolicy: UNKNOWN, permissionsBoundary: "arn:aws:iam::1:policy/b" }),
        },
    ],
    undecidable: [
        { name: "an unknown trust without one", ...role({ assumeRolePolicy: UNKNOWN }) },
        {
            name: "an unknown issuer without one",
            ...role({
                assumeRolePolicy: trust({ Federated: UNKNOWN }, "sts:AssumeRoleWithWebIdentity"),
            }),
        },
        { name: "an unknown boundary", ...role({ permissionsBoundary: UNKNOWN }) },
    ],
    tokens: ["aws:iam:Role"],
});
