import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getGroup:getGroup";

/** What {@link getGroup} looks for. */
export interface GetGroupArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getGroupOutput} looks for. */
export interface GetGroupOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getGroup} finds. */
export interface GetGroupResult {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** GUID of the group: what security roles name it by. */
    readonly groupId: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Directory it comes from. */
    readonly origin: string;
    /** Id in the directory it comes from. */
    readonly originId: string;
    /** Id of the project. */
    readonly projectId?: string;
}

/** A group of a project, or of the organisation. */
export function getGroup(args: GetGroupArgs, opts?: pulumi.InvokeOptions): Promise<GetGroupResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A group of a project, or of the organisation, of what is known later. */
export function getGroupOutput(
    args: GetGroupOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetGroupResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
