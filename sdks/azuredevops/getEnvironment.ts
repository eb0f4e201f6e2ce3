import * as pulumi from "@pulumi/pulumi";
import { withVersion } from "./utilities";

const token = "azuredevops:index/getEnvironment:getEnvironment";

/** What {@link getEnvironment} looks for. */
export interface GetEnvironmentArgs {
    /** Number of the environment. Give this or `name`. */
    environmentId?: number;
    /** Name. */
    name?: string;
    /** Id of the project. */
    projectId: string;
}

/** What {@link getEnvironmentOutput} looks for. */
export interface GetEnvironmentOutputArgs {
    /** Number of the environment. Give this or `name`. */
    environmentId?: pulumi.Input<number>;
    /** Name. */
    name?: pulumi.Input<string>;
    /** Id of the project. */
    projectId: pulumi.Input<string>;
}

/** What {@link getEnvironment} finds. */
export interface GetEnvironmentResult {
    /** What it is for. */
    readonly description: string;
    /** Number of the environment. Give this or `name`. */
    readonly environmentId?: number;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
}

/** An environment of a project, by name or number. */
export function getEnvironment(
    args: GetEnvironmentArgs,
    opts?: pulumi.InvokeOptions,
): Promise<GetEnvironmentResult> {
    return pulumi.runtime.invoke(
        token,
        { environmentId: args.environmentId, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}

/** An environment of a project, by name or number, of what is known later. */
export function getEnvironmentOutput(
    args: GetEnvironmentOutputArgs,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetEnvironmentResult> {
    return pulumi.runtime.invokeOutput(
        token,
        { environmentId: args.environmentId, name: args.name, projectId: args.projectId },
        withVersion(opts),
    );
}
