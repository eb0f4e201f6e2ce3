import * as pulumi from "@pulumi/pulumi";
import type * as outputs from "./types/output";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getRepositories:getRepositories";

/** What {@link getRepositories} looks for. */
export interface GetRepositoriesArgs {
    /** Hidden ones too. */
    includeHidden?: boolean;
    /** Name. */
    name?: string;
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getRepositoriesOutput} looks for. */
export interface GetRepositoriesOutputArgs {
    /** Hidden ones too. */
    includeHidden?: pulumi.Input<boolean>;
    /** Name. */
    name?: pulumi.Input<string>;
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getRepositories} finds. */
export interface GetRepositoriesResult {
    /** Id. */
    readonly id: string;
    /** Hidden ones too. */
    readonly includeHidden?: boolean;
    /** Name. */
    readonly name?: string;
    /** Id of the project. */
    readonly projectId?: string;
    /** The repositories. */
    readonly repositories: outputs.GetRepositoriesRepository[];
}

/** All repositories, or those of a project or name. */
export function getRepositories(
    args: GetRepositoriesArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetRepositoriesResult> {
    return pulumi.runtime.invoke(
        token,
        { includeHidden: args.includeHidden, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** All repositories, or those of a project or name, of what is known later. */
export function getRepositoriesOutput(
    args: GetRepositoriesOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRepositoriesResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { includeHidden: args.includeHidden, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
