/** Issuer of the tokens that Azure DevOps signs itself; their subjects are names. */
export const azureDevOpsIssuer = "https://vstoken.dev.azure.com/{guid}";

/**
 * Issuers and audiences of the tokens with which pipelines log in to clouds.
 *
 * source: GitHub Docs, "OpenID Connect reference" (issuer, enterprise issuer); Microsoft Learn,
 * "Workload identity federation" and the Azure DevOps service connection pages (vstoken and Entra
 * issuers, audiences by cloud); aws-actions/configure-aws-credentials (audiences by partition)
 * date: 2026-11-21
 */
export const oidcFacts = {
    /** `{name}` stands for one path segment or label, `{guid}` for a GUID. */
    issuers: [
        "https://token.actions.githubusercontent.com",
        "https://token.actions.githubusercontent.com/{name}",
        azureDevOpsIssuer,
        "https://login.microsoftonline.com/{guid}/v2.0",
        "https://login.microsoftonline.us/{guid}/v2.0",
        "https://login.partner.microsoftonline.cn/{guid}/v2.0",
    ],
    /** Issuers of clusters, whose tokens pods sign in with and no pipeline. From memory, 2026-11-21. */
    clusterIssuers: [
        "https://oidc.eks.{name}.amazonaws.com/id/{name}",
        "https://oidc.eks.{name}.amazonaws.com.cn/id/{name}",
        "https://oidc-eks.{name}.api.aws/id/{name}",
        "https://{name}.oic.prod-aks.azure.com/{guid}/{guid}",
        "https://container.googleapis.com/v1/projects/{name}/locations/{name}/clusters/{name}",
    ],
    /** Azure's public, United States government and China clouds. */
    azureAudiences: [
        "api://AzureADTokenExchange",
        "api://AzureADTokenExchangeUSGov",
        "api://AzureADTokenExchangeChina",
    ],
    /** AWS's commercial and government partitions, and China. */
    awsAudiences: ["sts.amazonaws.com", "sts.amazonaws.com.cn"],
} as const;

/**
 * Whether an issuer signs tokens of GitHub Actions, on github.com or for a data-resident GHE.com.
 */
export function isGitHubIssuer(issuer: string): boolean {
    return (
        isGitHubDotCom(issuer) || /^https:\/\/token\.actions\.[a-z0-9-]+\.ghe\.com$/i.test(issuer)
    );
}

/** Subjects with ids exist on github.com only. */
export function isGitHubDotCom(issuer: string): boolean {
    return /^https:\/\/token\.actions\.githubusercontent\.com(\/[^/]*)?$/i.test(issuer);
}

/** Whether an issuer fits one of the forms. */
export function issuerFits(issuer: string, forms: readonly string[]): boolean {
    return forms.some((form) => {
        const source = form
            .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
            .replaceAll("{name}", "[A-Za-z0-9][A-Za-z0-9._-]*")
            .replaceAll("{guid}", "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
        return new RegExp(`^${source}$`).test(issuer);
    });
}
