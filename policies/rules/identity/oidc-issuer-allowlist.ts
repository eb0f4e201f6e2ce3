import type { Finding } from "../../../model/finding";
import { conclude } from "../../../model/finding";
import type { Known } from "../../../model/known";
import { issuerFits, oidcFacts } from "../../../model/oidcFacts";
import type { Resource } from "../../../model/resource";
import {
    federatedCredential,
    federatedCredentialTypes,
} from "../../../model/views/federatedCredential";
import { oidcProvider, oidcProviderTypes } from "../../../model/views/oidcProvider";
import { defineRule } from "../../lib/defineRule";
import { texts } from "../../lib/settings";

/**
 * Stops trust in an issuer that anybody can run: whoever signs the tokens decides what is in
 * them, so the exact subject beside a foreign issuer protects nothing.
 *
 * Blind spot: any Entra tenant and any enterprise of GitHub passes until `tenants` names yours and
 * `issuers` has only the form you use.
 */
export const oidcIssuerAllowlist = defineRule({
    id: "oidc-issuer-allowlist",
    code: "B01",
    title: "Cloud identities trust tokens of the known pipeline issuers only",
    attack:
        "An attacker runs an OIDC issuer of their own and signs tokens with any subject they like. " +
        "An identity that trusts this issuer, or an issuer reached over plain http, is theirs.",
    blindSpot:
        "Any Entra tenant and any GitHub enterprise is accepted until the settings name yours. " +
        "Data-resident GHE.com issuers must be added, because organization names repeat there.",
    severity: "critical",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "use the issuer of the pipeline host, or add yours to the rule's setting issuers",
        code: 'issuer: "https://token.actions.githubusercontent.com"',
    },
    controls: ["ncsc:1", "owasp:cicd-sec-2", "owasp:cicd-sec-8", "mcsb:IM-3", "mcsb:IM-4"],
    tags: ["identity", "oidc"],
    types: [...federatedCredentialTypes, ...oidcProviderTypes],
    settings: {
        issuers: texts(
            "Issuers that may be trusted. {guid} stands for a GUID, {name} for one path segment or label.",
            oidcFacts.issuers,
        ),
        tenants: texts(
            "When not empty: ids of the Entra tenants whose issuers may be trusted.",
            [],
        ),
    },
    examples: {
        denied: `new FederatedIdentityCredential("deploy", {
    issuer: "https://tokens.example.net",
    subject: "repo:acme/web:environment:production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
        allowed: `new FederatedIdentityCredential("deploy", {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:acme@101/web@202:environment:production",
    audiences: ["api://AzureADTokenExchange"],
    resourceName: "id-web", resourceGroupName: "identities",
});`,
    },
    judge(resource, { config }) {
        const { property, issuer } = issuerOf(resource);
        if (issuer.state === "unknown") return conclude([], [property]);
        const finding = (wanted: string): Finding => ({ property, seen: issuer, wanted });
        if (issuer.state === "absent" || !issuerFits(issuer.value, config.issuers)) {
            return conclude([finding(`one of ${config.issuers.join(", ")}`)]);
        }
        const tenant = entraTenant(issuer.value);
        const foreign = tenant !== undefined && config.tenants.length > 0;
        return foreign && !config.tenants.some((own) => own.toLowerCase() === tenant)
            ? conclude([finding(`a tenant among ${config.tenants.join(", ")}`)])
            : conclude([]);
    },
});

function issuerOf(resource: Resource): { property: string; issuer: Known<string> } {
    return oidcProviderTypes.some((type) => type === resource.type)
        ? { property: "url", issuer: oidcProvider(resource).url }
        : { property: "issuer", issuer: federatedCredential(resource).issuer };
}

function entraTenant(issuer: string): string | undefined {
    return /^https:\/\/login\.[^/]+\/([^/]+)\/v2\.0$/.exec(issuer)?.[1]?.toLowerCase();
}
