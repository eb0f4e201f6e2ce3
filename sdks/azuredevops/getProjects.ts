import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getProjects:getProjects";

/** What {@link getProjects} looks for. */
export interface GetProjectsArgs {
    /** Name. */
    name?: string;
    /** State of the project. */
    state?: string;
}

/** What {@link getProjectsOutput} looks for. */
export interface GetProjectsOutputArgs {
    /** Name. */
    name?: pulumi.Input<string>;
    /** State of the project. */
    state?: pulumi.Input<string>;
}

/** What {@link getProjects} finds. */
export interface GetProjectsResult {
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name?: string;
    /** The projects. */
    readonly projects: outputs.GetProjectsProject[];
    /** State of the project. */
    readonly state?: string;
}

/** All projects, or those of a name or state. */
export function getProjects(
    args: GetProjectsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetProjectsResult> {
    return pulumi.runtime.invoke(token, { name: args.name, state: args.state }, withVersion(opts));
}

/** All projects, or those of a name or state, of what is known later. */
export function getProjectsOutput(
    args: GetProjectsOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetProjectsResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, state: args.state },
        withVersion(opts),
    );
}
