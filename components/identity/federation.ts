/**
 * What Azure demands of a federated credential.
 *
 * source: Microsoft Learn, "Configure a managed identity to trust an external identity provider"
 * and "Important considerations and restrictions for federated identity credentials"; GitHub Docs,
 * "OpenID Connect reference" (issuers)
 * date: 2026-11-21
 */
export const federation = {
    /** Credentials one identity can hold. */
    credentialsPerIdentity: 20,
    /** Longest subject and issuer. */
    longestClaim: 600,
    /** Issuer of tokens for jobs on github.com. */
    githubIssuer: "https://token.actions.githubusercontent.com",
    /**
     * Issuers of github.com, of an enterprise with its own issuer path, and of data-resident
     * GHE.com.
     */
    issuerShape:
        /^https:\/\/token\.actions\.(githubusercontent\.com(\/[a-z0-9-]+)?|[a-z0-9-]+\.ghe\.com)$/,
    /** The audience by Azure cloud: public, United States government, China. */
    audiences: [
        "api://AzureADTokenExchange",
        "api://AzureADTokenExchangeUSGov",
        "api://AzureADTokenExchangeChina",
    ],
    /** Audience in Azure's public cloud. */
    publicAudience: "api://AzureADTokenExchange",
    /** Name of a credential. */
    credentialName: /^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/,
} as const;
