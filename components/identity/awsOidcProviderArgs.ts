import type * as pulumi from "@pulumi/pulumi";

/** Arguments of `AwsOidcProvider`. */
export interface AwsOidcProviderArgs {
    /** The AWS account, twelve digits. */
    accountId: string;
    /**
     * Who signs the tokens: an issuer of GitHub Actions, of Azure DevOps
     * ("https://vstoken.dev.azure.com/" and the organisation's id) or of Entra
     * ("https://login.microsoftonline.com/", the tenant's id and "/v2.0").
     * @default "https://token.actions.githubusercontent.com"
     */
    issuer?: string;
    /**
     * Whom the tokens are meant for.
     * @default "sts.amazonaws.com" for GitHub, "api://AzureADTokenExchange" for Azure DevOps
     */
    audience?: string;
    /**
     * Uses the account's provider for the issuer, which somebody else made, as it is: it is neither
     * changed nor deleted. An account has one provider for an issuer.
     * @default false
     */
    adopt?: boolean;
    /**
     * Tags of the provider. Not written to one that is adopted.
     * @default none
     */
    tags?: Record<string, pulumi.Input<string>>;
    /**
     * Lets Pulumi delete the provider, and with it the login of every pipeline of the account.
     * Otherwise it is a protected resource: removing it from the program, and `pulumi destroy`, fail.
     * @default false
     */
    allowDestroy?: boolean;
}
