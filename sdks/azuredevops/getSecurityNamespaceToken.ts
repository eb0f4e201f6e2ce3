import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getSecurityNamespaceToken:getSecurityNamespaceToken";

/** What {@link getSecurityNamespaceToken} looks for. */
export interface GetSecurityNamespaceTokenArgs {
    /** What the token is made of: `project_id` and the like. */
    identifiers?: Record<string, string>;
    /** Id of the security namespace. Give this or `namespaceName`. */
    namespaceId?: string;
    /** Name of the security namespace. Give this or `namespaceId`. */
    namespaceName?: string;
    /** Tell the identifiers instead of a token. */
    returnIdentifierInfo?: boolean;
}

/** What {@link getSecurityNamespaceTokenOutput} looks for. */
export interface GetSecurityNamespaceTokenOutputArgs {
    /** What the token is made of: `project_id` and the like. */
    identifiers?: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /** Id of the security namespace. Give this or `namespaceName`. */
    namespaceId?: pulumi.Input<string>;
    /** Name of the security namespace. Give this or `namespaceId`. */
    namespaceName?: pulumi.Input<string>;
    /** Tell the identifiers instead of a token. */
    returnIdentifierInfo?: pulumi.Input<boolean>;
}

/** What {@link getSecurityNamespaceToken} finds. */
export interface GetSecurityNamespaceTokenResult {
    /** Id. */
    readonly id: string;
    /** What the token is made of: `project_id` and the like. */
    readonly identifiers?: Record<string, string>;
    /** Id of the security namespace. Give this or `namespaceName`. */
    readonly namespaceId?: string;
    /** Name of the security namespace. Give this or `namespaceId`. */
    readonly namespaceName?: string;
    /** Identifiers that may be given. */
    readonly optionalIdentifiers: string[];
    /** Identifiers that must be given. */
    readonly requiredIdentifiers: string[];
    /** Tell the identifiers instead of a token. */
    readonly returnIdentifierInfo?: boolean;
    /** Token: which things the permissions are about. */
    readonly token: string;
}

/** The token of something in a security namespace: what permissions on it name. */
export function getSecurityNamespaceToken(
    args: GetSecurityNamespaceTokenArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetSecurityNamespaceTokenResult> {
    return pulumi.runtime.invoke(
        token,
        {
            identifiers: args.identifiers,
            namespaceId: args.namespaceId,
            namespaceName: args.namespaceName,
            returnIdentifierInfo: args.returnIdentifierInfo,
        },
        withVersion(opts),
    );
}

/**
 * The token of something in a security namespace: what permissions on it name, of what is known
 * later.
 */
export function getSecurityNamespaceTokenOutput(
    args: GetSecurityNamespaceTokenOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetSecurityNamespaceTokenResult> {
    return pulumi.runtime.invokeOutput(
        token,
        {
            identifiers: args.identifiers,
            namespaceId: args.namespaceId,
            namespaceName: args.namespaceName,
            returnIdentifierInfo: args.returnIdentifierInfo,
        },
        withVersion(opts),
    );
}
