import { retiringIssuers } from "../../../model/data/retiringIssuers";
import { conclude, type Finding, type Verdict } from "../../../model/finding";
import { known } from "../../../model/known";
import { issuerFits } from "../../../model/oidcFacts";
import type { Resource } from "../../../model/resource";
import {
    federatedCredential,
    federatedCredentialTypes,
} from "../../../model/views/federatedCredential";
import { oidcProvider, oidcProviderTypes } from "../../../model/views/oidcProvider";
import { defineRule } from "../../lib/defineRule";

/**
 * Stops trust in an issuer that ends, and whose subjects are names. In Azure another one is there to
 * use, so the rule asks for it before the end. For AWS there is none yet: the record of the issuer is
 * refused once the issuer has ended, as trust that nobody uses.
 *
 * `oidc-issuer-allowlist` knows the issuer as one of the pipeline hosts, and lets it pass;
 * `oidc-subject-immutable-ids` warns of its names.
 *
 * Blind spot: applications of several tenants keep the old issuer, and nothing in a credential tells
 * them: they want an exemption.
 */
export const oidcIssuerNotRetiring = defineRule({
    id: "oidc-issuer-not-retiring",
    code: "B16",
    title: "Cloud identities trust no issuer that ends",
    attack:
        "The old issuer of Azure DevOps puts names into its tokens. Whoever makes project and service " +
        "connection anew under the same names is trusted; and on its last day every deployment stops.",
    blindSpot:
        "Cannot see that an application is for several tenants, which keep the old issuer. On AWS it speaks only " +
        "when the issuer has ended, because nothing takes its place there yet.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "convert the service connection to Entra's issuer and trust that (AzureServiceConnection, AzureFederatedIdentity: leave allowRetiringIssuer out)",
        code: 'issuer: "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"',
    },
    controls: ["ncsc:1", "owasp:cicd-sec-2", "mcsb:IM-3"],
    tags: ["identity", "oidc", "azure-devops"],
    types: [...federatedCredentialTypes, ...oidcProviderTypes],
    settings: {},
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://vstoken.dev.azure.com/22222222-3333-4444-5555-666666666666",
    subject: "sc://acme/shop/production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-shop", resourceGroupName: "identities",
});`,
        allowed: `new FederatedIdentityCredential("deploy", {
    issuer: "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
    subject: connection.workloadIdentityFederationSubject,
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-shop", resourceGroupName: "identities",
});`,
    },
    judge(resource, { now }) {
        return oidcProviderTypes.some((type) => type === resource.type)
            ? judgeProvider(resource, now)
            : judgeCredential(resource);
    },
});

type Retiring = (typeof retiringIssuers.issuers)[number];

function judgeCredential(resource: Resource): Verdict {
    const { issuer, audiences } = federatedCredential(resource);
    if (issuer.state !== "known") return conclude([], issuer.state === "unknown" ? ["issuer"] : []);
    const retiring = retiringOf(issuer.value);
    if (retiring === undefined) return conclude([]);
    // Other clouds, told by what they have tokens written for, keep the issuer.
    const values = audiences.state === "known" ? audiences.value : [];
    const elsewhere = values.some(
        (one) => one.state === "known" && one.value !== retiring.azureAudience,
    );
    return conclude(elsewhere ? [] : [finding("issuer", issuer.value, retiring)]);
}

function judgeProvider(resource: Resource, now: Date): Verdict {
    const { url } = oidcProvider(resource);
    if (url.state !== "known") return conclude([], url.state === "unknown" ? ["url"] : []);
    const retiring = retiringOf(url.value);
    const ended = retiring !== undefined && now >= new Date(retiring.end);
    return conclude(ended ? [finding("url", url.value, retiring)] : []);
}

function retiringOf(issuer: string): Retiring | undefined {
    return retiringIssuers.issuers.find((one) => issuerFits(issuer, [one.issuer]));
}

function finding(property: string, issuer: string, { end, successor }: Retiring): Finding {
    return { property, seen: known(`${issuer}, which ends on ${end}`), wanted: successor };
}
