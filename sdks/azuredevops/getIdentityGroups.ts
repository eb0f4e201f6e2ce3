import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getIdentityGroups:getIdentityGroups";

/** What {@link getIdentityGroups} looks for. */
export interface GetIdentityGroupsArgs {
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getIdentityGroupsOutput} looks for. */
export interface GetIdentityGroupsOutputArgs {
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getIdentityGroups} finds. */
export interface GetIdentityGroupsResult {
    /** The groups. */
    readonly groups: outputs.GetIdentityGroupsGroup[];
    /** Id. */
    readonly id: string;
    /** Id of the project. */
    readonly projectId?: string;
}

/** All groups as the identity service knows them. */
export function getIdentityGroups(
    args: GetIdentityGroupsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetIdentityGroupsResult> {
    return pulumi.runtime.invoke(token, { projectId: args.projectId }, withVersion(opts));
}

/** All groups as the identity service knows them, of what is known later. */
export function getIdentityGroupsOutput(
    args: GetIdentityGroupsOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetIdentityGroupsResult> {
    return pulumi.runtime.invokeOutput(token, { projectId: args.projectId }, withVersion(opts));
}
