import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { federatedCredentialMatchesDeclaration } from "../../../../policies/rules/identity/federated-credential-matches-declaration";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    claims,
    githubIssuer,
    roleFor,
    roleType,
    roleWith,
    statement,
} from "../../../support/identityCases";

const component = "gatehouse:index:AwsFederatedRole";
const own = "repo:acme@1/web@2:environment:production";
const subject = "assumeRolePolicy.Statement[0].Condition.StringEquals.sub";
const devOps = "vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a";

const declaration = {
    repository: "acme/web",
    environment: "production",
    issuer: githubIssuer,
    audience: "sts.amazonaws.com",
};
const connection = {
    azureDevOps: { organization: "acme", project: "shop", connection: "aws" },
    issuer: `https://${devOps}`,
    audience: "api://AzureADTokenExchange",
};

/** A role with these properties under a component with that declaration. */
function under(props: PropertyTree, declared: PropertyTree = declaration): Judged {
    return { type: roleType, props, parent: { type: component, props: { ...declared } } };
}

function connected(named: string): PropertyTree {
    const demanded = { [`${devOps}:sub`]: named, [`${devOps}:aud`]: connection.audience };
    return roleWith(statement({ StringEquals: demanded }, devOps));
}

describeRule(federatedCredentialMatchesDeclaration, {
    denied: [
        {
            name: "a role for another repository",
            ...under(roleFor("repo:acme@1/api@3:environment:production")),
            findings: [subject],
        },
        {
            name: "a role for another environment",
            ...under(roleFor("repo:acme@1/web@2:environment:staging")),
            findings: [subject],
        },
        {
            name: "a role for a pattern that fits the declaration",
            ...under(roleFor("repo:acme/web:environment:production*")),
            findings: [subject, subject],
        },
        {
            name: "a role for a stranger beside its own repository",
            ...under(roleFor([own, "repo:evil@9/web@2:environment:production"])),
            findings: [subject],
        },
        {
            name: "a second statement for a stranger",
            ...under(
                roleWith(
                    statement(claims({ StringEquals: { sub: own, aud: "sts.amazonaws.com" } })),
                    statement(
                        claims({
                            StringEquals: {
                                sub: "repo:evil/web:environment:production",
                                aud: "sts.amazonaws.com",
                            },
                        }),
                    ),
                ),
            ),
            findings: ["assumeRolePolicy.Statement[1].Condition.StringEquals.sub"],
        },
        {
            name: "a role for any subject",
            ...under(roleWith(statement(claims({ StringEquals: { aud: "sts.amazonaws.com" } })))),
            findings: ["assumeRolePolicy.Statement[0]", "assumeRolePolicy.Statement[0]"],
        },
        {
            name: "a role of another issuer and audience",
            ...under(connected("sc://acme/shop/aws"), {
                ...connection,
                issuer: githubIssuer,
                audience: "sts.amazonaws.com",
            }),
            findings: ["assumeRolePolicy.Statement[0].Principal", "assumeRolePolicy.Statement[0]"],
        },
        {
            name: "a role for another service connection",
            ...under(connected("sc://acme/shop/aws-staging"), connection),
            findings: [`assumeRolePolicy.Statement[0].Condition.StringEquals.sub`],
        },
    ],
    allowed: [
        { name: "a role for its own environment", ...under(roleFor(own)) },
        {
            name: "a role for its own service connection",
            ...under(connected("sc://acme/shop/aws"), connection),
        },
        {
            name: "a role without such a component",
            type: roleType,
            props: roleFor("repo:acme/api:environment:staging"),
        },
        {
            name: "a role that no token may take, under the component",
            ...under(
                roleWith({
                    Effect: "Allow",
                    Principal: { Service: "ec2.amazonaws.com" },
                    Action: "sts:AssumeRole",
                }),
            ),
        },
    ],
    undecidable: [
        { name: "a trust policy that is not known yet", ...under({ assumeRolePolicy: UNKNOWN }) },
        {
            name: "a role whose component declares what is not known yet",
            ...under(roleFor(own), { ...declaration, repository: UNKNOWN }),
        },
        {
            name: "a role whose component's inputs nobody has seen",
            type: roleType,
            props: roleFor(own),
            parent: { type: component, props: undefined },
        },
    ],
    tokens: ["aws:iam:Role"],
});
