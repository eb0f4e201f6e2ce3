/**
 * Identity providers that serve many customers under one issuer, and the condition key a trust policy must
 * evaluate for each: IAM refuses a role without it.
 * source: AWS IAM User Guide, "Identity-provider controls for shared OIDC providers"; date: 2026-11-21
 */
export const requiredClaims: Readonly<Record<string, string>> = {
    "agent.buildkite.com": "sub",
    "api.pulumi.com/oidc": "aud",
    "app.terraform.io": "sub",
    "gitlab.com": "sub",
    "oidc.codefresh.io": "sub",
    "oidc.vercel.com": "aud",
    "oidc-configuration.audit-log.githubusercontent.com": "sub",
    "proidc.upbound.io": "sub",
    "scalr.io": "sub",
    "studio.datachain.ai/api": "sub",
    "token.actions.githubusercontent.com": "sub",
    "tokens.cloud.shisho.dev": "sub",
    "vstoken.actions.githubusercontent.com": "sub",
};

/** The required key of a provider, by the address in its ARN; an enterprise's own path counts too. */
export function requiredKey(providerArn: string): string | undefined {
    const address = /:oidc-provider\/(.+)$/.exec(providerArn)?.[1] ?? "";
    const found = Object.entries(requiredClaims).find(
        ([host]) => address === host || address.startsWith(`${host}/`),
    );
    return found === undefined ? undefined : `${address}:${found[1]}`;
}
