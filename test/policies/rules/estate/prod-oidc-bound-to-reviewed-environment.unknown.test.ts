import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { UNKNOWN } from "../../../../model/known";
import { prodOidcBoundToReviewedEnvironment } from "../../../../policies/rules/estate/prod-oidc-bound-to-reviewed-environment";
import { wire } from "../../../support/describeRule";
import { describeStackRule, judged } from "../../../support/describeStackRule";
import { component, credential, declared, environment, role } from "../../../support/estateCases";
import { runRule } from "../../../support/ruleCases";

const vstoken = "https://vstoken.dev.azure.com/0aa0a0aa-0000-4000-8000-00000000000a";

describeStackRule(prodOidcBoundToReviewedEnvironment, {
    denied: [
        {
            name: "the declaration while the subject is unknown, when its environment is missing",
            resources: [
                ...declared("acme/web", "production"),
                environment({ environment: "prod" }),
            ],
            findings: ["subject"],
            says: "open door",
        },
        {
            name: "the declaration while the subject is unknown, when nobody reviews",
            resources: [...declared("acme/web", "production"), environment({ reviewers: [] })],
            findings: ["gate.reviewers"],
        },
        {
            name: "a known subject whatever the component declares",
            resources: [
                ...declared("acme/web", "staging").slice(0, 1),
                credential({}, { parent: "identity" }),
            ],
            findings: ["subject"],
        },
        {
            name: "an unknown subject computed from an environment without reviewers",
            resources: [
                environment({ reviewers: [] }),
                credential({ subject: UNKNOWN }, { propertyDependencies: { subject: ["gate"] } }),
            ],
            findings: ["gate.reviewers"],
        },
    ],
    allowed: [
        {
            name: "a reviewed environment that the component declares",
            resources: [...declared("acme/web", "production"), environment()],
        },
        {
            name: "staging that the component declares",
            resources: declared("acme/web", "staging"),
        },
        {
            name: "Azure DevOps, which another rule judges, even while unknown",
            resources: [credential({ issuer: vstoken, subject: UNKNOWN })],
        },
    ],
    undecidable: [
        {
            name: "an unknown subject that nobody declares, and takes it for production",
            resources: [credential({ subject: UNKNOWN }), environment()],
            production: true,
        },
        {
            name: "an unknown subject under somebody else's component",
            resources: [
                {
                    name: "other",
                    type: "acme:index:Identity",
                    props: { repository: "acme/web", environment: "production" },
                },
                credential({ subject: UNKNOWN }, { parent: "other" }),
                environment(),
            ],
            production: true,
        },
        {
            name: "a declaration that is itself unknown",
            resources: [
                {
                    name: "identity",
                    type: component,
                    props: { repository: UNKNOWN, environment: "production" },
                },
                credential({ subject: UNKNOWN }, { parent: "identity" }),
            ],
            production: true,
        },
        {
            name: "an unknown subject computed from a staging environment, which blocks nothing",
            resources: [
                environment({ environment: "staging", reviewers: [] }),
                credential({ subject: UNKNOWN }, { propertyDependencies: { subject: ["gate"] } }),
            ],
            production: false,
        },
        {
            name: "an unknown subject computed from a reviewed environment",
            resources: [
                environment(),
                credential({ subject: UNKNOWN }, { propertyDependencies: { subject: ["gate"] } }),
            ],
            production: true,
        },
        {
            name: "an unknown issuer and subject that come from Azure DevOps, which block nothing",
            resources: [
                {
                    name: "connection",
                    type: "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM",
                    props: {},
                },
                credential(
                    { issuer: UNKNOWN, subject: UNKNOWN },
                    { propertyDependencies: { subject: ["connection"] } },
                ),
            ],
            production: false,
        },
    ],
    tokens: ["azure-native:managedidentity/v20230131:FederatedIdentityCredential"],
});

describe("prod-oidc-bound-to-reviewed-environment, over several trusts", () => {
    it("denies one although everything about the others is unknown", () => {
        const resources = [
            credential({ subject: UNKNOWN, issuer: UNKNOWN }, { name: "first" }),
            role({ assumeRolePolicy: UNKNOWN }, { name: "second" }),
            environment({ repository: UNKNOWN, environment: "staging", reviewers: UNKNOWN }),
            credential({ audiences: UNKNOWN }),
        ].map((one) => ({ ...one, props: wire(one.props) }));
        const answers = runRule(prodOidcBoundToReviewedEnvironment, { resources });
        assert.deepEqual(
            answers.map(({ urn, level }) => [urn?.split("::").at(-1), level]),
            [
                ["first", "mandatory"],
                [judged, "mandatory"],
                ["second", "advisory"],
            ],
        );
        assert.match(answers[1]?.message ?? "", /open door/);
    });
});
