/**
 * Claims of a token that STS offers to trust policies, by the issuer's host. `sub`, `aud` and `amr` are
 * offered for every issuer; other claims only for the issuers AWS names, since January 2026.
 * source: AWS, "AWS STS supports validation of identity provider claims"; IAM User Guide, "Available keys
 * for AWS web identity federation"; date: 2026-11-21
 */
const extraClaims: Readonly<Record<string, readonly string[]>> = {
    "token.actions.githubusercontent.com": [
        "actor",
        "actor_id",
        "enterprise_id",
        "environment",
        "job_workflow_ref",
        "ref",
        "repository",
        "repository_id",
        "workflow",
    ],
};

/** The claims offered for an issuer's address, without scheme. */
export function offeredClaims(issuer: string): readonly string[] {
    return ["amr", "sub", ...(extraClaims[issuer] ?? [])];
}
