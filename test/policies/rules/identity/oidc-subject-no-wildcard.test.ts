import { UNKNOWN, type PropertyValue } from "../../../../model/known";
import { oidcSubjectNoWildcard } from "../../../../policies/rules/identity/oidc-subject-no-wildcard";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    claims,
    credentialType,
    roleFor,
    roleType,
    roleWith,
    soundCredential,
    statement,
} from "../../../support/identityCases";

function credential(subject: PropertyValue): Judged {
    return { type: credentialType, props: { ...soundCredential, subject } };
}

function role(subject: string | readonly string[], operator?: string): Judged {
    return { type: roleType, props: roleFor(subject, operator) };
}

function condition(operator: string): string {
    return `assumeRolePolicy.Statement[0].Condition.${operator}.sub`;
}

const exact = "repo:acme@1/web@2:environment:production";
const aud = "sts.amazonaws.com";

describeRule(oidcSubjectNoWildcard, {
    denied: [
        {
            name: "every repository of an owner",
            ...credential("repo:acme/*"),
            findings: ["subject"],
        },
        { name: "every context", ...credential("repo:acme/web:*"), findings: ["subject"] },
        { name: "owners alike", ...credential("repo:acme*"), findings: ["subject"] },
        { name: "everything", ...credential("*"), findings: ["subject"] },
        {
            name: "a wildcard in the owner beside ids",
            ...credential("repo:ac?e@1/web@2:environment:production"),
            findings: ["subject"],
        },
        {
            name: "a wildcard in the environment",
            ...credential("repo:acme/web:environment:prod*"),
            findings: ["subject"],
        },
        {
            name: "a wildcard in the workflow of a customised subject",
            ...credential(`${exact}:job_workflow_ref:acme/ci/.github/workflows/*@*`),
            findings: ["subject"],
        },
        {
            name: "a wildcard in a service connection",
            ...credential("sc://acme/shop/*"),
            findings: ["subject"],
        },
        {
            name: "a pattern over claims in place of a subject",
            type: credentialType,
            props: {
                issuer: soundCredential.issuer,
                audiences: soundCredential.audiences,
                claimsMatchingExpression: { value: "claims['sub'] matches 'repo:acme/*'" },
            },
            findings: ["claimsMatchingExpression"],
        },
        {
            name: "a credential without any subject",
            type: credentialType,
            props: { issuer: soundCredential.issuer, audiences: soundCredential.audiences },
            findings: ["subject"],
        },
        {
            name: "a role for every repository of an owner",
            ...role("repo:acme/*", "StringLike"),
            findings: [condition("StringLike")],
        },
        {
            name: "one pattern among exact subjects of a role",
            ...role([exact, "repo:acme/web:*"], "StringLike"),
            findings: [condition("StringLike")],
        },
        {
            name: "each pattern of a list by itself",
            ...role(["repo:acme/*", "repo:acme/web:*"], "StringLike"),
            findings: [condition("StringLike"), condition("StringLike")],
        },
        {
            name: "a pattern in a role's later statement",
            type: roleType,
            props: roleWith(
                statement(claims({ StringEquals: { sub: exact, aud } })),
                statement(claims({ StringLike: { sub: "repo:acme/*" }, StringEquals: { aud } })),
            ),
            findings: [condition("StringLike").replace("[0]", "[1]")],
        },
        {
            name: "a role that asks for no subject",
            type: roleType,
            props: roleWith(statement(claims({ StringEquals: { aud } }))),
            findings: ["assumeRolePolicy.Statement[0]"],
        },
        {
            name: "a role that only names the owner",
            type: roleType,
            props: roleWith(statement(claims({ StringEquals: { repository_owner: "acme", aud } }))),
            findings: ["assumeRolePolicy.Statement[0]"],
        },
        {
            name: "a role that trusts whoever is not somebody",
            type: roleType,
            props: roleWith(
                statement(claims({ StringNotLike: { sub: "repo:evil/*" }, StringEquals: { aud } })),
            ),
            findings: ["assumeRolePolicy.Statement[0]"],
        },
    ],
    allowed: [
        { name: "the form with ids", type: credentialType, props: soundCredential },
        { name: "the form by name", ...credential("repo:acme/web:environment:production") },
        { name: "an encoded colon", ...credential("repo:acme/web:environment:eu%3Aproduction") },
        { name: "a role with exact subjects", ...role([exact, exact.replace("web@2", "api@3")]) },
        { name: "StringLike without a pattern", ...role(exact, "StringLike") },
        {
            name: "a pattern beside the exact subject it must match too",
            type: roleType,
            props: roleWith(
                statement(
                    claims({
                        StringLike: { sub: "repo:acme*" },
                        StringEquals: { sub: exact, aud },
                    }),
                ),
            ),
        },
        {
            name: "a role that names the repository by its id",
            type: roleType,
            props: roleWith(
                statement(
                    claims({
                        StringEquals: { repository_id: "2", environment: "production", aud },
                    }),
                ),
            ),
        },
        {
            name: "a denying statement with a pattern",
            type: roleType,
            props: roleWith(statement(claims({ StringEquals: { sub: exact, aud } })), {
                ...statement(claims({ StringLike: { sub: "repo:acme/*:pull_request" } })),
                Effect: "Deny",
            }),
        },
    ],
    undecidable: [
        { name: "a subject that is not known yet", ...credential(UNKNOWN) },
        {
            name: "a trust policy that is not known yet",
            type: roleType,
            props: { assumeRolePolicy: UNKNOWN },
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azure-native_managedidentity_v20241130:managedidentity/v20241130:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
        "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential",
    ],
});
