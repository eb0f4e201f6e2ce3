import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { oidcIssuerNotRetiring } from "../../../../policies/rules/identity/oidc-issuer-not-retiring";
import { describeRule, property, type Judged } from "../../../support/describeRule";
import { credentialType, providerType, soundCredential } from "../../../support/identityCases";
import { newSession, runRule } from "../../../support/ruleCases";

const organization = "22222222-3333-4444-5555-666666666666";
const old = `https://vstoken.dev.azure.com/${organization}`;

function credential(changed: PropertyTree): Judged {
    const subject = "sc://acme/shop/production";
    return { type: credentialType, props: { ...soundCredential, subject, ...changed } };
}

function provider(url: PropertyTree[string]): Judged {
    return {
        type: providerType,
        props: { url: url ?? null, clientIdLists: ["sts.amazonaws.com"] },
    };
}

describeRule(oidcIssuerNotRetiring, {
    denied: [
        {
            name: "the issuer of Azure DevOps",
            ...credential({ issuer: old }),
            findings: ["issuer"],
        },
        {
            name: "it with an audience that is not known yet",
            ...credential({ issuer: old, audiences: UNKNOWN }),
            findings: ["issuer"],
        },
    ],
    allowed: [
        { name: "GitHub's issuer", ...credential({}) },
        {
            name: "Entra's issuer",
            ...credential({
                issuer: `https://login.microsoftonline.com/${organization}/v2.0`,
            }),
        },
        {
            name: "the issuer of Azure DevOps in a government cloud, which keeps it",
            ...credential({ issuer: old, audiences: ["api://AzureADTokenExchangeUSGov"] }),
        },
        { name: "it on AWS, as long as it lasts", ...provider(old) },
        { name: "another host", ...credential({ issuer: `https://example.net/${organization}` }) },
    ],
    undecidable: [
        { name: "an issuer that is not known yet", ...credential({ issuer: UNKNOWN }) },
        { name: "an issuer on AWS that is not known yet", ...provider(UNKNOWN) },
    ],
    tokens: [
        "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
        "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    ],
});

describe("oidc-issuer-not-retiring, on AWS", () => {
    const findings = (day: string): string[] =>
        runRule(
            oidcIssuerNotRetiring,
            { resources: [{ type: providerType, props: { url: old } }] },
            newSession(new Date(day)),
        ).map(({ message }) => property(message));

    it("says nothing until the issuer has ended, and then denies it", () => {
        assert.deepEqual(findings("2027-06-30T23:59:59Z"), []);
        assert.deepEqual(findings("2027-07-01T00:00:00Z"), ["url"]);
    });
});
