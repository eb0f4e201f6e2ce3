import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getTeams:getTeams";

/** What {@link getTeams} looks for. */
export interface GetTeamsArgs {
    /** Id of the project. */
    projectId?: string;
    /** Most that are told. */
    top?: number;
}

/** What {@link getTeamsOutput} looks for. */
export interface GetTeamsOutputArgs {
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
    /** Most that are told. */
    top?: pulumi.Input<number>;
}

/** What {@link getTeams} finds. */
export interface GetTeamsResult {
    /** Id. */
    readonly id: string;
    /** Id of the project. */
    readonly projectId?: string;
    /** The teams. */
    readonly teams: outputs.GetTeamsTeam[];
    /** Most that are told. */
    readonly top?: number;
}

/** All teams, or those of a project. */
export function getTeams(
    args: GetTeamsArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetTeamsResult> {
    return pulumi.runtime.invoke(
        token,
        { projectId: args.projectId, top: args.top },
        withVersion(opts),
    );
}

/** All teams, or those of a project, of what is known later. */
export function getTeamsOutput(
    args: GetTeamsOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetTeamsResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { projectId: args.projectId, top: args.top },
        withVersion(opts),
    );
}
