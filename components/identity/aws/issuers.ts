import { federation } from "../federation";

const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * Who signs the tokens of pipelines, and what AWS STS makes of them.
 *
 * source: GitHub Docs, "OpenID Connect reference" (issuers) and "Configuring OpenID Connect in Amazon Web
 * Services" (audience); Microsoft Learn, the service connection pages (issuers, audience, retirement of
 * vstoken); AWS IAM User Guide, "Available keys for AWS web identity federation" (claims, since
 * January 2026; seen in secondary sources only)
 * date: 2026-11-21
 */
export const awsIssuers = {
    github: federation.githubIssuer,
    githubShape: federation.githubIssuers,
    /** Azure DevOps itself; with the id of the organisation. */
    azureDevOps: (organizationId: string): string =>
        `https://vstoken.dev.azure.com/${organizationId.toLowerCase()}`,
    azureDevOpsShape: new RegExp(`^https://vstoken\\.dev\\.azure\\.com/${guid}$`),
    /** The issuer that follows Azure DevOps' own for connections to Azure. */
    entraShape: new RegExp(`^https://login\\.microsoftonline\\.com/${guid}/v2\\.0$`),
    /** Last day of Azure DevOps' own issuer. */
    azureDevOpsRetires: "2027-07-01",
    /** Whom tokens for AWS are meant for. */
    githubAudience: "sts.amazonaws.com",
    azureDevOpsAudience: "api://AzureADTokenExchange",
    /** The one issuer whose further claims STS offers to conditions. */
    offersClaims: federation.githubIssuer,
} as const;

/** Whether GitHub Actions signs the tokens, on github.com or a data-resident GHE.com. */
export function isGitHub(issuer: string): boolean {
    return awsIssuers.githubShape.test(issuer);
}

/** Whether the tokens are those of service connections of Azure DevOps. */
export function isAzureDevOps(issuer: string): boolean {
    return awsIssuers.azureDevOpsShape.test(issuer) || awsIssuers.entraShape.test(issuer);
}

/** What is said of an issuer that will stop to sign; nothing for the others. */
export function retirementOf(issuer: string): string | undefined {
    return awsIssuers.azureDevOpsShape.test(issuer)
        ? `${issuer} retires on ${awsIssuers.azureDevOpsRetires}: until then, give the issuer and subject that Azure DevOps names in its place`
        : undefined;
}
