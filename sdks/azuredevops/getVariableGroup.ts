import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getVariableGroup:getVariableGroup";

/** What {@link getVariableGroup} looks for. */
export interface GetVariableGroupArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId: string;
}

/** What {@link getVariableGroupOutput} looks for. */
export interface GetVariableGroupOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
}

/** What {@link getVariableGroup} finds. */
export interface GetVariableGroupResult {
    /** All pipelines may use it. */
    readonly allowAccess: boolean;
    /** What it is for. */
    readonly description: string;
    /** Id. */
    readonly id: string;
    /** Vault the variables come from. */
    readonly keyVaults: outputs.GetVariableGroupKeyVault[];
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Variables. */
    readonly variables: outputs.GetVariableGroupVariable[];
}

/** A variable group of a project. */
export function getVariableGroup(
    args: GetVariableGroupArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetVariableGroupResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A variable group of a project, of what is known later. */
export function getVariableGroupOutput(
    args: GetVariableGroupOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetVariableGroupResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
