import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getSecurityroleDefinitions:getSecurityroleDefinitions";

/** What {@link getSecurityroleDefinitions} looks for. */
export interface GetSecurityroleDefinitionsArgs {
    /** Id of the project; of the organisation when left out. */
    scope: string;
}

/** What {@link getSecurityroleDefinitionsOutput} looks for. */
export interface GetSecurityroleDefinitionsOutputArgs {
    /** Id of the project; of the organisation when left out. */
    scope: pulumi.Input<string>;
}

/** What {@link getSecurityroleDefinitions} finds. */
export interface GetSecurityroleDefinitionsResult {
    /** The roles. */
    readonly definitions: outputs.GetSecurityroleDefinitionsDefinition[];
    /** Id. */
    readonly id: string;
    /** Id of the project; of the organisation when left out. */
    readonly scope: string;
}

/** The roles there are in a scope. */
export function getSecurityroleDefinitions(
    args: GetSecurityroleDefinitionsArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetSecurityroleDefinitionsResult> {
    return pulumi.runtime.invoke(token, { scope: args.scope }, withVersion(opts));
}

/** The roles there are in a scope, of what is known later. */
export function getSecurityroleDefinitionsOutput(
    args: GetSecurityroleDefinitionsOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetSecurityroleDefinitionsResult> {
    return pulumi.runtime.invokeOutput(token, { scope: args.scope }, withVersion(opts));
}
