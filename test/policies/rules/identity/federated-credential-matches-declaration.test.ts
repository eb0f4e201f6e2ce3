import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { federatedCredentialMatchesDeclaration } from "../../../../policies/rules/identity/federated-credential-matches-declaration";
import { describeRule, type Judged } from "../../../support/describeRule";
import { credentialType, githubIssuer, soundCredential } from "../../../support/identityCases";

const component = "gatehouse:index:AzureFederatedIdentity";

const declaration = {
    repository: "acme/web",
    environment: "production",
    issuer: githubIssuer,
    audience: "api://AzureADTokenExchange",
};

/** A credential with these properties under a component with that declaration. */
function under(changed: PropertyTree, declared: PropertyTree = declaration): Judged {
    return {
        type: credentialType,
        props: { ...soundCredential, ...changed },
        parent: { type: component, props: { ...declared } },
    };
}

describeRule(federatedCredentialMatchesDeclaration, {
    denied: [
        {
            name: "another repository's subject",
            ...under({ subject: "repo:acme@1/api@3:environment:production" }),
            findings: ["subject"],
        },
        {
            name: "another owner's subject",
            ...under({ subject: "repo:evil@9/web@2:environment:production" }),
            findings: ["subject"],
        },
        {
            name: "another environment's subject",
            ...under({ subject: "repo:acme@1/web@2:environment:staging" }),
            findings: ["subject"],
        },
        {
            name: "a branch's subject",
            ...under({ subject: "repo:acme/web:ref:refs/heads/production" }),
            findings: ["subject"],
        },
        {
            name: "another repository and environment, each by itself",
            ...under({ subject: "repo:acme/api:environment:staging" }),
            findings: ["subject", "subject"],
        },
        {
            name: "a pattern that fits the declaration",
            ...under({ subject: "repo:acme/web:environment:production*" }),
            findings: ["subject", "subject"],
        },
        {
            name: "a subject that nobody can read",
            ...under({ subject: "acme/web production" }),
            findings: ["subject", "subject"],
        },
        {
            name: "another issuer",
            ...under({ issuer: "https://token.actions.githubusercontent.com/other" }),
            findings: ["issuer"],
        },
        {
            name: "another audience",
            ...under({ audiences: ["api://AzureADTokenExchangeUSGov"] }),
            findings: ["audiences"],
        },
        {
            name: "a further audience",
            ...under({ audiences: ["api://AzureADTokenExchange", "sts.amazonaws.com"] }),
            findings: ["audiences"],
        },
        {
            name: "another issuer although the subject is unknown",
            ...under({ subject: UNKNOWN, issuer: "https://tokens.example.net" }),
            findings: ["issuer"],
        },
        {
            name: "a component that declares no environment",
            ...under({}, { ...declaration, environment: null }),
            findings: ["subject"],
        },
    ],
    allowed: [
        { name: "the form with ids", ...under({}) },
        {
            name: "the form by name",
            ...under({ subject: "repo:acme/web:environment:production" }),
        },
        {
            name: "an environment whose colon is encoded",
            ...under(
                { subject: "repo:acme/web:environment:eu%3Aproduction" },
                { ...declaration, environment: "eu:production" },
            ),
        },
        {
            name: "a customised subject that also names the workflow",
            ...under({
                subject:
                    "repo:acme@1/web@2:environment:production:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main",
            }),
        },
        {
            name: "a credential under somebody else's component",
            type: credentialType,
            props: { ...soundCredential, subject: "repo:acme/api:environment:staging" },
            parent: { type: "acme:index:Identity", props: declaration },
        },
        {
            name: "a credential without a parent",
            type: credentialType,
            props: { ...soundCredential, subject: "repo:acme/api:environment:staging" },
        },
    ],
    undecidable: [
        { name: "a subject that is not known yet", ...under({ subject: UNKNOWN }) },
        { name: "an audience that is not known yet", ...under({ audiences: [UNKNOWN] }) },
        {
            name: "a declaration that is not known yet",
            ...under({}, { ...declaration, repository: UNKNOWN }),
        },
        {
            name: "a component whose inputs nobody has seen",
            type: credentialType,
            props: soundCredential,
            parent: { type: component, props: undefined },
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azure-native_managedidentity_v20241130:managedidentity/v20241130:FederatedIdentityCredential",
    ],
});
