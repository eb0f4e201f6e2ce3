/** Issuers of pipelines' tokens that clouds will stop taking. */
export const retiringIssuers = {
    source: "https://learn.microsoft.com/en-us/azure/devops/pipelines/release/convert-service-connections",
    date: "2026-11-21",
    issuers: [
        {
            /** Azure DevOps itself; `{guid}` is the organisation. */
            issuer: "https://vstoken.dev.azure.com/{guid}",
            /** Day from which its tokens are worth nothing. */
            end: "2027-07-01",
            /** The end holds in Azure's public cloud only, which asks for this audience. */
            azureAudience: "api://AzureADTokenExchange",
            /** What signs the tokens instead. */
            successor:
                "the issuer of the Entra tenant, https://login.microsoftonline.com/<tenant id>/v2.0",
        },
    ],
} as const;
