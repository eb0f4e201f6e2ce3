import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { isGitHubDotCom, isGitHubIssuer, issuerFits, oidcFacts } from "../../model/oidcFacts";

const guid = "0aa0a0aa-0000-4000-8000-00000000000a";

describe("issuerFits", () => {
    const fits = (issuer: string) => issuerFits(issuer, oidcFacts.issuers);

    it("accepts the hosts' own issuers in every form", () => {
        for (const issuer of [
            "https://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/octo-enterprise",
            `https://vstoken.dev.azure.com/${guid}`,
            `https://login.microsoftonline.com/${guid.toUpperCase()}/v2.0`,
            `https://login.microsoftonline.us/${guid}/v2.0`,
        ]) {
            assert.ok(fits(issuer), issuer);
        }
    });

    it("refuses look-alikes", () => {
        for (const issuer of [
            "http://token.actions.githubusercontent.com",
            "https://token.actions.githubusercontent.com/",
            "https://token.actions.githubusercontent.com/a/b",
            "https://token.actions.githubusercontent.com.evil.example",
            "https://tokenxactions.githubusercontent.com",
            "https://evil.example/https://token.actions.githubusercontent.com",
            "https://vstoken.dev.azure.com/acme",
            "https://login.microsoftonline.com/common/v2.0",
            "https://token.actions.acme.ghe.com",
            "https://token.actions.githubusercontent.com\n",
            "",
        ]) {
            assert.equal(fits(issuer), false, issuer);
        }
    });
});

describe("GitHub's issuers", () => {
    it("include data-resident ones, which are not github.com", () => {
        assert.ok(isGitHubIssuer("https://token.actions.acme.ghe.com"));
        assert.equal(isGitHubDotCom("https://token.actions.acme.ghe.com"), false);
        assert.ok(isGitHubDotCom("https://token.actions.githubusercontent.com/octo"));
        assert.equal(isGitHubIssuer(`https://vstoken.dev.azure.com/${guid}`), false);
    });
});
