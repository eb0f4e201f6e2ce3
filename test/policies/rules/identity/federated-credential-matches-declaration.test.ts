import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
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

const connectionId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const entraIssuer = "https://login.microsoftonline.com/5c0d4e2a-7f6b-4a1d-9b3e-2f8a6c1d7e90/v2.0";
const organizationId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const opaque = (id: string) => `/eid1/c/pub/t/Kk4NXGt_/a/EzXaSSEr/sc/${organizationId}/${id}`;

/** A credential with this subject under a component that declares a service connection. */
function ofConnection(subject: PropertyValue, declared: PropertyTree = {}, issuer = entraIssuer) {
    const azureDevOps = {
        organization: "acme",
        project: "Shop",
        connection: "production",
        connectionId,
        ...declared,
    };
    const { audience } = declaration;
    return under({ subject, issuer }, { azureDevOps, issuer: entraIssuer, audience });
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
            name: "another connection's opaque subject",
            ...ofConnection(opaque(organizationId)),
            findings: ["subject"],
        },
        {
            name: "another connection's, project's and organisation's names",
            ...ofConnection("sc://evil/shop/staging"),
            findings: ["subject", "subject", "subject"],
        },
        {
            name: "a repository's subject where a connection is declared",
            ...ofConnection("repo:acme/Shop:environment:production"),
            findings: ["subject", "subject", "subject"],
        },
        {
            name: "a connection's subject where a repository is declared",
            ...under({ subject: "sc://acme/web/production" }),
            findings: ["subject", "subject"],
        },
        {
            name: "another tenant's issuer of a connection",
            ...ofConnection(opaque(connectionId), {}, entraIssuer.replace("5c0d", "0000")),
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
        { name: "a connection's opaque subject", ...ofConnection(opaque(connectionId)) },
        {
            name: "a connection's id in capitals",
            ...ofConnection(opaque(connectionId), { connectionId: connectionId.toUpperCase() }),
        },
        { name: "a connection's names", ...ofConnection("sc://acme/Shop/production") },
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
        { name: "a connection's subject that is not known yet", ...ofConnection(UNKNOWN) },
        {
            name: "a connection's id that is not known yet",
            ...ofConnection(opaque(connectionId), { connectionId: UNKNOWN }),
        },
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
