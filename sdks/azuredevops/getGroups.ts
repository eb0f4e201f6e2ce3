import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getGroups:getGroups";

/** What {@link getGroups} looks for. */
export interface GetGroupsArgs {
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getGroupsOutput} looks for. */
export interface GetGroupsOutputArgs {
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getGroups} finds. */
export interface GetGroupsResult {
    /** The groups. */
    readonly groups: outputs.GetGroupsGroup[];
    /** Id. */
    readonly id: string;
    /** Id of the project. */
    readonly projectId?: string;
}

/** All groups of a project, or of the organisation. */
export function getGroups(
    args: GetGroupsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetGroupsResult> {
    return pulumi.runtime.invoke(token, { projectId: args.projectId }, withVersion(opts));
}

/** All groups of a project, or of the organisation, of what is known later. */
export function getGroupsOutput(
    args: GetGroupsOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGroupsResult> {
    return pulumi.runtime.invokeOutput(token, { projectId: args.projectId }, withVersion(opts));
}
