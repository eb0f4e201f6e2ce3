import { UNKNOWN } from "../../../../model/known";
import { oidcIssuerAllowlist } from "../../../../policies/rules/identity/oidc-issuer-allowlist";
import { describeRule, type Judged } from "../../../support/describeRule";
import { credentialType, providerType, soundCredential } from "../../../support/identityCases";

const tenant = "0aa0a0aa-0000-4000-8000-00000000000a";

function credential(issuer: string): Judged {
    return { type: credentialType, props: { ...soundCredential, issuer } };
}

function provider(url: string): Judged {
    return { type: providerType, props: { url, clientIdLists: ["sts.amazonaws.com"] } };
}

describeRule(oidcIssuerAllowlist, {
    denied: [
        {
            name: "an issuer that anybody may run",
            ...credential("https://tokens.example.net"),
            findings: ["issuer"],
        },
        {
            name: "an issuer over plain http",
            ...credential("http://token.actions.githubusercontent.com"),
            findings: ["issuer"],
        },
        {
            name: "an issuer that only begins like GitHub's",
            ...credential("https://token.actions.githubusercontent.com.example.net"),
            findings: ["issuer"],
        },
        {
            name: "a data-resident issuer that nobody listed",
            ...credential("https://token.actions.acme.ghe.com"),
            findings: ["issuer"],
        },
        {
            name: "an Entra tenant that is not among the own ones",
            ...credential(`https://login.microsoftonline.com/${tenant}/v2.0`),
            config: { tenants: ["0bb0b0bb-0000-4000-8000-00000000000b"] },
            findings: ["issuer"],
        },
        {
            name: "an enterprise's issuer once the settings leave its form out",
            ...credential("https://token.actions.githubusercontent.com/other"),
            config: { issuers: ["https://token.actions.githubusercontent.com/acme"] },
            findings: ["issuer"],
        },
        {
            name: "an AWS provider of a foreign issuer",
            ...provider("https://tokens.example.net"),
            findings: ["url"],
        },
        {
            name: "an AWS provider over plain http",
            ...provider("http://token.actions.githubusercontent.com"),
            findings: ["url"],
        },
    ],
    allowed: [
        { name: "GitHub's issuer", type: credentialType, props: soundCredential },
        {
            name: "an enterprise's own issuer",
            ...credential("https://token.actions.githubusercontent.com/acme"),
        },
        {
            name: "an organization of Azure DevOps",
            ...credential(`https://vstoken.dev.azure.com/${tenant}`),
        },
        {
            name: "an Entra tenant among the own ones, in any case",
            ...credential(`https://login.microsoftonline.com/${tenant}/v2.0`),
            config: { tenants: [tenant.toUpperCase()] },
        },
        {
            name: "a further issuer that the settings list",
            ...credential("https://token.actions.acme.ghe.com"),
            config: { issuers: ["https://token.actions.acme.ghe.com"] },
        },
        {
            name: "an AWS provider named without its scheme",
            ...provider("token.actions.githubusercontent.com"),
        },
    ],
    undecidable: [
        {
            name: "an issuer that is not known yet",
            type: credentialType,
            props: { ...soundCredential, issuer: UNKNOWN },
        },
        {
            name: "an AWS provider whose address is not known yet",
            type: providerType,
            props: { url: UNKNOWN },
        },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azure-native_managedidentity_v20241130:managedidentity/v20241130:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    ],
});
