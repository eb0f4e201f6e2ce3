import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getProject:getProject";

/** What {@link getProject} looks for. */
export interface GetProjectArgs {
    /** Name. */
    name?: string;
    /** Id of the project. */
    projectId?: string;
}

/** What {@link getProjectOutput} looks for. */
export interface GetProjectOutputArgs {
    /** Name. */
    name?: pulumi.Input<string>;
    /** Id of the project. */
    projectId?: pulumi.Input<string>;
}

/** What {@link getProject} finds. */
export interface GetProjectResult {
    /** What it is for. */
    readonly description: string;
    /** States of features. */
    readonly features: Record<string, string>;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name?: string;
    /** Id of the process the project follows. */
    readonly processTemplateId: string;
    /** Id of the project. */
    readonly projectId?: string;
    /** Kind of version control. */
    readonly versionControl: string;
    /** Who sees it. */
    readonly visibility: string;
    /** Process the project follows. */
    readonly workItemTemplate: string;
}

/** A project, by name or id. */
export function getProject(
    args: GetProjectArgs = {},
    opts?: pulumi.InvokeOptions,
): Promise<GetProjectResult> {
    return pulumi.runtime.invoke(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** A project, by name or id, of what is known later. */
export function getProjectOutput(
    args: GetProjectOutputArgs = {},
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetProjectResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
