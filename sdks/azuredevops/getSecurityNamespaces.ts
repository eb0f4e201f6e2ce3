import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getSecurityNamespaces:getSecurityNamespaces";

/** What {@link getSecurityNamespaces} finds. */
export interface GetSecurityNamespacesResult {
    /** Id. */
    readonly id: string;
    /** The namespaces. */
    readonly namespaces: outputs.GetSecurityNamespacesNamespace[];
}

/** All security namespaces. */
export function getSecurityNamespaces(
    opts?: pulumi.InvokeOptions,
): Promise<GetSecurityNamespacesResult> {
    return pulumi.runtime.invoke(token, {}, withVersion(opts));
}

/** All security namespaces. */
export function getSecurityNamespacesOutput(
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetSecurityNamespacesResult> {
    return pulumi.runtime.invokeOutput(token, {}, withVersion(opts));
}
