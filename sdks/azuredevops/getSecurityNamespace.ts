import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getSecurityNamespace:getSecurityNamespace";

/** What {@link getSecurityNamespace} looks for. */
export interface GetSecurityNamespaceArgs {
    /** Id. */
    id?: string;
    /** Name. */
    name?: string;
}

/** What {@link getSecurityNamespaceOutput} looks for. */
export interface GetSecurityNamespaceOutputArgs {
    /** Id. */
    id?: pulumi.Input<string>;
    /** Name. */
    name?: pulumi.Input<string>;
}

/** What {@link getSecurityNamespace} finds. */
export interface GetSecurityNamespaceResult {
    /** Actions that can be allowed. */
    readonly actions: outputs.GetSecurityNamespaceAction[];
    /** Name that people see. */
    readonly displayName: string;
    /** Id. */
    readonly id?: string;
    /** Name. */
    readonly name?: string;
}

/** A security namespace, by name or id. */
export function getSecurityNamespace(
    args: GetSecurityNamespaceArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetSecurityNamespaceResult> {
    return pulumi.runtime.invoke(token, { id: args.id, name: args.name }, withVersion(opts));
}

/** A security namespace, by name or id, of what is known later. */
export function getSecurityNamespaceOutput(
    args: GetSecurityNamespaceOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetSecurityNamespaceResult> {
    return pulumi.runtime.invokeOutput(token, { id: args.id, name: args.name }, withVersion(opts));
}
