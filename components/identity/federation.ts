/**
 * What Azure demands of a federated credential.
 *
 * source: Microsoft Learn, "Configure a managed identity to trust an external identity provider"
 * and "Important considerations and restrictions for federated identity credentials"; GitHub Docs,
 * "OpenID Connect reference" (issuers); Azure DevOps documentation of workload identity service
 * connections (issuers, retirement of vstoken)
 * date: 2026-11-21
 */
export const federation = {
    /** Credentials one identity can hold. */
    credentialsPerIdentity: 20,
    /** Issuer of tokens for jobs on github.com. */
    githubIssuer: "https://token.actions.githubusercontent.com",
    /**
     * Issuers of github.com, of an enterprise with its own issuer path, and of data-resident
     * GHE.com.
     */
    githubIssuers:
        /^https:\/\/token\.actions\.(githubusercontent\.com(\/[a-z0-9-]+)?|[a-z0-9-]+\.ghe\.com)$/,
    /** The audience by Azure cloud, and where Entra signs the tokens of its service connections. */
    clouds: [
        { audience: "api://AzureADTokenExchange", login: "login.microsoftonline.com" },
        { audience: "api://AzureADTokenExchangeUSGov", login: "login.microsoftonline.us" },
        { audience: "api://AzureADTokenExchangeChina", login: "login.partner.microsoftonline.cn" },
    ],
    /** Audience in Azure's public cloud. */
    publicAudience: "api://AzureADTokenExchange",
    /** Issuer of tokens that Azure DevOps signs itself. */
    retiringIssuers:
        /^https:\/\/vstoken\.dev\.azure\.com\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    /** Day from which Entra takes no tokens of that issuer any more. */
    retirement: "2027-07-01",
    /** Name of a credential. */
    credentialName: /^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/,
} as const;

/** Issuer of the Entra tenant in which a service connection's identity stands. */
export function entraIssuer(audience: string, tenantId: string): string {
    const cloud =
        federation.clouds.find((one) => one.audience === audience) ?? federation.clouds[0];
    return `https://${cloud.login}/${tenantId.toLowerCase()}/v2.0`;
}

/** How long both forms of GitHub's subject may be trusted, and when the end is announced. */
export const migration = { mostDays: 180, announcedDays: 14, suffix: "-by-name" } as const;
