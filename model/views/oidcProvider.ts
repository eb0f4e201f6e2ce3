import { map, readText, readTexts, type Known } from "../known";
import type { Resource } from "../resource";

/** An AWS account's record of an OIDC issuer. */
export const oidcProviderTypes = [
    "aws:iam:OpenIdConnectProvider",
    "aws-native:iam:OidcProvider",
] as const;

export interface OidcProvider {
    /** With its scheme; AWS prints the address of an existing provider without. */
    readonly url: Known<string>;
    readonly clientIds: Known<readonly Known<string>[]>;
    /** Name of the property the client ids come from. */
    readonly clientIdProperty: string;
}

export function oidcProvider({ type, props }: Resource): OidcProvider {
    const clientIdProperty =
        type === "aws-native:iam:OidcProvider" ? "clientIdList" : "clientIdLists";
    return {
        url: map(readText(props, "url"), issuerUrl),
        clientIds: readTexts(props, clientIdProperty),
        clientIdProperty,
    };
}

/** An issuer named without its scheme is meant with https, the only one OIDC allows. */
export function issuerUrl(written: string): string {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
}
