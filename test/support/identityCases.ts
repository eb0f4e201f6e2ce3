import type { PropertyTree, PropertyValue } from "../../model/known";

/** Types and properties that the cases of the identity rules start from; each case spoils one thing. */
export const credentialType = "azure-native:managedidentity:FederatedIdentityCredential";
export const roleType = "aws:iam/role:Role";
export const providerType = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

export const githubIssuer = "https://token.actions.githubusercontent.com";
const githubHost = "token.actions.githubusercontent.com";

/** A sound credential of a managed identity. */
export const soundCredential = {
    resourceName: "id-web-production",
    resourceGroupName: "identities",
    issuer: githubIssuer,
    subject: "repo:acme@1/web@2:environment:production",
    audiences: ["api://AzureADTokenExchange"],
} satisfies PropertyTree;

/** A statement that trusts GitHub under a condition, as a policy document holds it. */
export function statement(condition: PropertyValue, host = githubHost): PropertyTree {
    return {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${host}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: condition,
    };
}

/** A role with these statements, its trust policy as the JSON text that AWS stores. */
export function roleWith(...statements: readonly PropertyValue[]): PropertyTree {
    const document = { Version: "2012-10-17", Statement: statements };
    return { name: "deploy", assumeRolePolicy: JSON.stringify(document) };
}

/** Conditions on GitHub's claims by operator: `{ StringEquals: { sub: "…" } }`. */
export function claims(
    byOperator: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
): PropertyTree {
    return Object.fromEntries(
        Object.entries(byOperator).map(([operator, values]) => [
            operator,
            Object.fromEntries(
                Object.entries(values).map(([claim, value]) => [`${githubHost}:${claim}`, value]),
            ),
        ]),
    );
}

/** A role that trusts one subject with AWS's audience. */
export function roleFor(
    subject: string | readonly string[],
    operator = "StringEquals",
): PropertyTree {
    const audience = { aud: "sts.amazonaws.com" };
    return roleWith(
        statement(
            claims(
                operator === "StringEquals"
                    ? { StringEquals: { sub: subject, ...audience } }
                    : { [operator]: { sub: subject }, StringEquals: audience },
            ),
        ),
    );
}
