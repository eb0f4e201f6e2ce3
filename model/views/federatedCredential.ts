import { read, readText, readTexts, type Known } from "../known";
import type { Resource } from "../resource";

/** Credentials of a managed identity or an application, whichever provider writes them. */
export const federatedCredentialTypes = [
    "azure-native:managedidentity:FederatedIdentityCredential",
    "azuread:index:ApplicationFederatedIdentityCredential",
    "azure:armmsi:FederatedIdentityCredential",
] as const;

/** Whom an Azure identity trusts. */
export interface FederatedCredential {
    readonly issuer: Known<string>;
    readonly subject: Known<string>;
    readonly audiences: Known<readonly Known<string>[]>;
    /** Name of the property the audiences come from. */
    readonly audienceProperty: string;
    /** Flexible matching (a preview feature): an expression over claims in place of the subject. */
    readonly expression: Known<string>;
    /** Name of the identity that trusts. */
    readonly identity: Known<string>;
}

export function federatedCredential({ type, props }: Resource): FederatedCredential {
    const audienceProperty =
        type === "azure:armmsi:FederatedIdentityCredential" ? "audience" : "audiences";
    const matching = read(props, "claimsMatchingExpression");
    const written = matching.state === "known" && typeof matching.value === "string";
    return {
        issuer: readText(props, "issuer"),
        subject: readText(props, "subject"),
        audiences: readTexts(props, audienceProperty),
        audienceProperty,
        expression: readText(props, `claimsMatchingExpression${written ? "" : ".value"}`),
        identity: readText(props, "resourceName"),
    };
}
