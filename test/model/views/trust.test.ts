import assert from "node:assert/strict";
import { describe, it } from "mocha";

import {
    absent,
    known,
    unknown,
    UNKNOWN,
    type Known,
    type PropertyTree,
    type PropertyValue,
} from "../../../model/known";
import { issuerUrl, oidcProvider } from "../../../model/views/oidcProvider";
import type { Reading } from "../../../model/reading";
import { trustsOf, type Trust } from "../../../model/views/trust";
import { modelResource } from "../../support/modelResource";

const github = "token.actions.githubusercontent.com";

function only(type: string, props: PropertyTree): Trust {
    const { trusts } = trustsOf(modelResource(type, props));
    assert.equal(trusts.length, 1);
    const [trust] = trusts;
    assert.ok(trust);
    return trust;
}

function values(located: Known<readonly Reading<string>[]>): unknown {
    return located.state === "known" ? located.value.map(({ value }) => value) : located.state;
}

function role(
    condition: PropertyValue,
    federated: PropertyValue = `arn:aws:iam::1:oidc-provider/${github}`,
): PropertyTree {
    return {
        assumeRolePolicy: {
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Federated: federated },
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Condition: condition,
                },
            ],
        },
    };
}

describe("trust of a federated credential", () => {
    it("is read from all three providers", () => {
        const shared = {
            issuer: `https://${github}`,
            subject: "repo:acme/web:environment:production",
        };
        const cases: [string, PropertyTree, string][] = [
            [
                "azure-native:managedidentity:FederatedIdentityCredential",
                { audiences: ["aud"] },
                "audiences[0]",
            ],
            [
                "azuread:index:ApplicationFederatedIdentityCredential",
                { audiences: "aud" },
                "audiences[0]",
            ],
            ["azure:armmsi:FederatedIdentityCredential", { audience: "aud" }, "audience[0]"],
        ];
        for (const [type, audience, path] of cases) {
            const trust = only(type, { ...shared, ...audience });
            assert.equal(trust.cloud, "azure");
            assert.deepEqual(trust.issuer, known(shared.issuer));
            assert.deepEqual(
                trust.subjects,
                known([{ path: "subject", value: known(shared.subject) }]),
            );
            assert.deepEqual(trust.audiences, known([{ path, value: known("aud") }]));
        }
    });

    it("keeps an unknown subject apart from a missing one", () => {
        const type = "azure-native:managedidentity:FederatedIdentityCredential";
        assert.deepEqual(values(only(type, { subject: UNKNOWN }).subjects), [unknown]);
        assert.equal(values(only(type, {}).subjects), "absent");
    });

    it("reads flexible matching in both spellings", () => {
        const type = "azure-native:managedidentity:FederatedIdentityCredential";
        const value = "claims['sub'] matches 'repo:acme/*'";
        const nested = only(type, { claimsMatchingExpression: { value, languageVersion: 1 } });
        assert.deepEqual(nested.expression, known(value));
        assert.deepEqual(only(type, { claimsMatchingExpression: value }).expression, known(value));
        assert.deepEqual(only(type, {}).expression, absent);
    });
});

describe("trust of a role", () => {
    it("has issuer, subjects and audiences of its provider only", () => {
        const trust = only(
            "aws:iam:Role",
            role({
                StringEquals: { [`${github}:sub`]: ["a", "b"], "other.example:sub": "c" },
                StringLike: { [`${github}:aud`]: "sts.amazonaws.com" },
            }),
        );
        assert.deepEqual(trust.issuer, known(`https://${github}`));
        assert.deepEqual(values(trust.subjects), [known("a"), known("b")]);
        assert.deepEqual(values(trust.audiences), [known("sts.amazonaws.com")]);
        assert.equal(values(trust.claim("environment")), "absent");
    });

    it("is read from aws-native too", () => {
        const { assumeRolePolicy } = role({ StringEquals: { [`${github}:sub`]: "a" } });
        const trust = only("aws-native:iam:Role", {
            assumeRolePolicyDocument: assumeRolePolicy ?? null,
        });
        assert.deepEqual(values(trust.subjects), [known("a")]);
    });

    it("passes over a pattern beside exact values, because both must hold", () => {
        const beside = (operator: string) =>
            values(
                only(
                    "aws:iam:Role",
                    role({
                        StringLike: { [`${github}:sub`]: "repo:acme/*" },
                        [operator]: { [`${github}:sub`]: "repo:acme/web:environment:production" },
                    }),
                ).subjects,
            );
        assert.deepEqual(beside("StringEquals"), [known("repo:acme/web:environment:production")]);
        assert.deepEqual(beside("StringEqualsIfExists"), [
            known("repo:acme/*"),
            known("repo:acme/web:environment:production"),
        ]);
        assert.deepEqual(beside("StringNotEquals"), [known("repo:acme/*")]);
    });

    it("is read by the providers its conditions name when any provider is trusted", () => {
        const trust = only(
            "aws:iam:Role",
            role({ StringLike: { [`${github}:sub`]: "repo:*" } }, "*"),
        );
        assert.deepEqual(trust.issuer, known(`https://${github}`));
        assert.deepEqual(only("aws:iam:Role", role({}, "*")).issuer, unknown);
    });

    it("has any key's subjects while the provider is unknown", () => {
        const trust = only(
            "aws:iam:Role",
            role({ StringEquals: { [`${github}:sub`]: "a" } }, UNKNOWN),
        );
        assert.deepEqual(trust.issuer, unknown);
        assert.deepEqual(values(trust.subjects), [known("a")]);
    });

    it("is unknown as a whole while its policy is", () => {
        const reading = trustsOf(modelResource("aws:iam:Role", { assumeRolePolicy: UNKNOWN }));
        assert.deepEqual(reading, { trusts: [], unknown: ["assumeRolePolicy"] });
    });
});

describe("other resources", () => {
    it("trust nobody", () => {
        assert.deepEqual(trustsOf(modelResource("aws:iam:Policy", {})), {
            trusts: [],
            unknown: [],
        });
    });
});

describe("oidcProvider", () => {
    it("reads both providers and adds the scheme AWS leaves out", () => {
        const classic = oidcProvider(
            modelResource("aws:iam:OpenIdConnectProvider", { url: github, clientIdLists: ["a"] }),
        );
        assert.deepEqual(classic.url, known(`https://${github}`));
        const native = oidcProvider(
            modelResource("aws-native:iam:OidcProvider", {
                url: `https://${github}`,
                clientIdList: ["a"],
            }),
        );
        assert.deepEqual(native.clientIds, classic.clientIds);
    });

    it("keeps a scheme that is there", () => {
        assert.equal(issuerUrl("http://issuer.example"), "http://issuer.example");
    });
});
