import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getServicePrincipal:getServicePrincipal";

/** What {@link getServicePrincipal} looks for. */
export interface GetServicePrincipalArgs {
    /** Name that people see. */
    displayName: string;
}

/** What {@link getServicePrincipalOutput} looks for. */
export interface GetServicePrincipalOutputArgs {
    /** Name that people see. */
    displayName: pulumi.Input<string>;
}

/** What {@link getServicePrincipal} finds. */
export interface GetServicePrincipalResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Name that people see. */
    readonly displayName: string;
    /** Id. */
    readonly id: string;
    /** Directory it comes from. */
    readonly origin: string;
    /** Id in the directory it comes from. */
    readonly originId: string;
}

/** An application of the directory. */
export function getServicePrincipal(
    args: GetServicePrincipalArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetServicePrincipalResult> {
    return pulumi.runtime.invoke(token, { displayName: args.displayName }, withVersion(opts));
}

/** An application of the directory, of what is known later. */
export function getServicePrincipalOutput(
    args: GetServicePrincipalOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetServicePrincipalResult> {
    return pulumi.runtime.invokeOutput(token, { displayName: args.displayName }, withVersion(opts));
}
