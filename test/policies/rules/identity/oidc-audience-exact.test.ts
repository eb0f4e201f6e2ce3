import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { oidcAudienceExact } from "../../../../policies/rules/identity/oidc-audience-exact";
import { describeRule, type Judged } from "../../../support/describeRule";
import {
    claims,
    credentialType,
    providerType,
    roleType,
    roleWith,
    soundCredential,
    statement,
} from "../../../support/identityCases";

const sub = "repo:acme@1/web@2:environment:production";
const vstoken = "vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a";

function credential(audiences: PropertyTree[string]): Judged {
    return { type: credentialType, props: { ...soundCredential, audiences: audiences ?? null } };
}

function role(...audiences: readonly string[]): Judged {
    const values = { sub, ...(audiences.length > 0 && { aud: audiences }) };
    return { type: roleType, props: roleWith(statement(claims({ StringEquals: values }))) };
}

function provider(...clientIdLists: readonly string[]): Judged {
    const url = "https://token.actions.githubusercontent.com";
    return { type: providerType, props: { url, clientIdLists } };
}

describeRule(oidcAudienceExact, {
    denied: [
        {
            name: "an audience of somebody else",
            ...credential(["https://github.com/acme"]),
            findings: ["audiences[0]"],
        },
        {
            name: "no audience",
            ...credential([]),
            findings: ["audiences"],
        },
        {
            name: "two audiences, both the cloud's",
            ...credential(["api://AzureADTokenExchange", "api://AzureADTokenExchangeUSGov"]),
            findings: ["audiences"],
        },
        {
            name: "AWS's audience on an Azure identity",
            ...credential(["sts.amazonaws.com"]),
            findings: ["audiences[0]"],
        },
        {
            name: "a foreign audience beside an unknown one",
            ...credential(["https://github.com/acme", UNKNOWN]),
            findings: ["audiences[0]"],
        },
        {
            name: "a cloud that the settings leave out",
            ...credential(["api://AzureADTokenExchangeChina"]),
            config: { azureAudiences: ["api://AzureADTokenExchange"] },
            findings: ["audiences[0]"],
        },
        {
            name: "a role that asks for no audience",
            ...role(),
            findings: ["assumeRolePolicy.Statement[0]"],
        },
        {
            name: "a role that accepts any audience",
            type: roleType,
            props: roleWith(statement(claims({ StringEquals: { sub }, StringLike: { aud: "*" } }))),
            findings: ["assumeRolePolicy.Statement[0].Condition.StringLike.aud"],
        },
        {
            name: "a role whose second statement accepts another audience",
            type: roleType,
            props: roleWith(
                statement(claims({ StringEquals: { sub, aud: "sts.amazonaws.com" } })),
                statement(claims({ StringEquals: { sub, aud: "https://github.com/acme" } })),
            ),
            findings: ["assumeRolePolicy.Statement[1].Condition.StringEquals.aud"],
        },
        {
            name: "an AWS provider with a further client id",
            ...provider("sts.amazonaws.com", "https://github.com/acme"),
            findings: ["clientIdLists[1]"],
        },
    ],
    allowed: [
        { name: "the public cloud's audience", type: credentialType, props: soundCredential },
        {
            name: "the audience of the United States government's cloud",
            ...credential(["api://AzureADTokenExchangeUSGov"]),
        },
        { name: "a role with AWS's audience", ...role("sts.amazonaws.com") },
        { name: "an AWS provider with AWS's audience", ...provider("sts.amazonaws.com") },
        {
            name: "a role for Azure DevOps, whose tokens carry Azure's audience",
            type: roleType,
            props: roleWith(
                statement(
                    {
                        StringEquals: {
                            [`${vstoken}:sub`]: "sc://acme/shop/aws",
                            [`${vstoken}:aud`]: "api://AzureADTokenExchange",
                        },
                    },
                    vstoken,
                ),
            ),
        },
        {
            name: "a role that no OIDC provider may take",
            type: roleType,
            props: roleWith({
                Effect: "Allow",
                Principal: { Service: "ec2.amazonaws.com" },
                Action: "sts:AssumeRole",
            }),
        },
    ],
    undecidable: [
        { name: "audiences that are not known yet", ...credential(UNKNOWN) },
        { name: "one audience that is not known yet", ...credential([UNKNOWN]) },
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
    ],
});
