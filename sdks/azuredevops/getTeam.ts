import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getTeam:getTeam";

/** What {@link getTeam} looks for. */
export interface GetTeamArgs {
    /** Name. */
    name: string;
    /** Id of the project. */
    projectId: string;
    /** Most that are told. */
    top?: number;
}

/** What {@link getTeamOutput} looks for. */
export interface GetTeamOutputArgs {
    /** Name. */
    name: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
    /** Most that are told. */
    top?: pulumi.Input<number>;
}

/** What {@link getTeam} finds. */
export interface GetTeamResult {
    /** Descriptors of the administrators. */
    readonly administrators: string[];
    /** What it is for. */
    readonly description: string;
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** Descriptors of the members. */
    readonly members: string[];
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Most that are told. */
    readonly top?: number;
}

/** A team of a project. */
export function getTeam(args: GetTeamArgs, opts?: pulumi.InvokeOptions): Promise<GetTeamResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId, top: args.top },
        withVersion(opts),
    );
}

/** A team of a project, of what is known later. */
export function getTeamOutput(
    args: GetTeamOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetTeamResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId, top: args.top },
        withVersion(opts),
    );
}
